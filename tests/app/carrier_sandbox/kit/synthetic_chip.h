#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace kit {

/// An authority that signs chips, and the folder where its certificate can be trusted.
class SyntheticState
{
public:
    /// Makes a CSCA and a document signer in @p folder.
    explicit SyntheticState(const QString& folder, const QString& name);

    /// EF.SOD over these data groups.
    [[nodiscard]] QByteArray sign(const QMap<int, QByteArray>& groups) const;
    /// Certifies the document signer anew, its key for use in this time only (RFC 3280, 4.2.1.4; ICAO 9303-12, 7.1.1):
    /// GeneralizedTime, "20200101000000Z".
    void limitSignersKey(const QByteArray& from, const QByteArray& until) const;
    /// Writes a revocation list that names the document signer.
    void revokeSigner(const QString& file) const;
    [[nodiscard]] QString csca() const { return m_folder + "/csca.crt"; }

private:
    QString m_folder;
};

/// The signed files of one citizen card and the key that proves it is no copy.
class SyntheticChip
{
public:
    enum class Proof
    {
        EcdsaPlain,
        EcdsaDer,
        Rsa,
        None
    };

    struct Holder
    {
        QString number = "099199000017", birth = "990115", zoneName = "NGUYEN<<THI<AN";
        QString expiry = "390115";
    };

    SyntheticChip(const SyntheticState& state, const QString& folder, Proof proof, const Holder& holder);

    /// What EF.DG2 of every such chip holds.
    static QByteArray photograph();

    [[nodiscard]] QByteArray sod() const { return m_sod; }
    [[nodiscard]] QByteArray group(int number) const { return m_groups.value(number); }
    /// The answer to INTERNAL AUTHENTICATE.
    [[nodiscard]] QByteArray answer(const QByteArray& challenge) const;

private:
    void makeKey();

    QString m_keyFile;
    Proof m_proof;
    QMap<int, QByteArray> m_groups;
    QByteArray m_sod;
};

} // namespace kit
