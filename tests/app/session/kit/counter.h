#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariant>

#include <functional>
#include <memory>

/// Shows what the program said when a test fails.
#define COMPARE_STATUS(ran, expected) QVERIFY2((ran).status == (expected), ((ran).err + (ran).out).constData())

namespace counter {

/// How a program ended and what it said.
struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString errorCode() const { return json()["error"].toObject()["code"].toString(); }
    [[nodiscard]] QStringList reasons() const;
};

/// What the reader is to be while a command runs.
struct Reader
{
    enum class Kind
    {
        Card,      ///< a card made from `profile`
        NoCard,    ///< an empty reader
        NoReader,  ///< a card reader service without a reader
        NoService, ///< nothing
        InProcess  ///< the same card inside chinhchu-demo
    } kind = Kind::Card;
    QString profile;
};

/// Everything that stands on a counter: an issuer, a carrier's sandbox on loopback, an enrolled device, a virtual
/// reader; all real programs, all in one temporary folder.
class Counter
{
public:
    Counter();
    ~Counter();

    /// Why the tests cannot run here; empty when they can.
    static QString missing();
    /// Why there is no virtual reader here; empty when there is one.
    static QString missingReader();

    /// A shipped profile, or one with lines added; @p onTop: with tables of its own that stand on the shipped one.
    QString profile(const QString& name, const QString& added = {}, bool onTop = false);

    /// Runs `chinhchu ARGUMENTS` with the home of the device and JSON on standard output, and with temporary(),
    /// everything a program may write to, in folders of this counter.
    Ran run(const Reader& reader, const QStringList& arguments, const QByteArray& input = {});
    /// The same for a whole session with the photograph of @p camera.
    Ran session(const Reader& reader, const QString& camera, const QStringList& more = {});

    /// A carrier's policy whose list of models holds none of ours.
    QString strictPolicy();
    /// A newer policy that asks the citizen for everything that a policy may ask for.
    QString askingPolicy();
    /// A newer policy that asks for pictures of the card only.
    QString picturingPolicy();
    /// A newer policy that asks for those, for a signature, and whether a digital one is wanted.
    QString signingPolicy();
    /// A carrier's policy that says this about the face (JSON).
    QString policyOfTheFace(int version, const QByteArray& face);
    /// Another sandbox of the same carrier with more options; gives its address.
    QString anotherCarrier(const QStringList& options);

    /// Called again and again while a program runs.
    void setMeanwhile(std::function<void()> meanwhile) { m_meanwhile = std::move(meanwhile); }

    /// What a person at the keyboard types while a program runs; asked again and again, nothing at most times.
    void setAnswers(std::function<QByteArray()> answers) { m_answers = std::move(answers); }
    /// The one-time password that the console of anotherCarrier() has shown since the last question; empty: none.
    QByteArray passwordShown();

    /// Opens with the carrier's key what waits in the queue, and lays it into the folder "opened": sealed (as it was),
    /// signed, payload. By the openssl command alone.
    void openQueued();
    /// Changes what openQueued() opened, signs it with the device's key and seals it again; gives the file.
    QString sealAgain(const std::function<void(QJsonObject& claims)>& change);

    /// Puts that into the queue in the place of what waits there.
    void queueInstead(const QString& sealed);

    /// What the carrier has written down of a binding: "STATE|REASONS|FROM WHAT THE FACES WERE COMPARED".
    QString recordOf(const QString& bindingId);

    /// What the carrier has accepted so far.
    int bindings();

    [[nodiscard]] QString path(const QString& name) const { return m_root.filePath(name); }
    [[nodiscard]] QString trust() const { return path("trust"); }
    [[nodiscard]] QString home() const { return path("home"); }
    /// Where programs put their temporary files, caches and settings.
    [[nodiscard]] QString temporary() const { return path("temporary"); }

    /// The holder of the card on another photograph; and somebody else.
    static QString holder();
    static QString somebodyElse();
    static QString photograph(const QString& name);
    static QString models();

private:
    QString policyWith(const QByteArray& from, const QByteArray& to, const QString& name);
    QString startCarrier(QProcess& carrier, const QStringList& options);
    /// The first row that a statement gives in an SQLite file.
    static QVariantList oneRow(const QString& database, const QString& sql, const QVariant& value = {});
    static int execute(const QString& program, const QStringList& arguments);

    QTemporaryDir m_root;
    QProcess m_carrier;
    std::unique_ptr<QProcess> m_another;
    QString m_url;
    std::function<void()> m_meanwhile;
    std::function<QByteArray()> m_answers;
};

} // namespace counter
