#include "tests/simulators/chip/tests/reading_desk.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

namespace {

const QString profileFolder = CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/";

/// What the reader of this project has to say of a card.
struct Expected
{
    const char* profile;
    int exitStatus;     ///< of the verdict, or of the failure
    const char* access; ///< empty: does not matter
    const char* passive;
    const char* active;
    const char* chip;
    const char* reason; ///< one of the reasons, or the failure; empty: there is none
};

const Expected cards[] = {
    {"cccd-2021", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-2024", 0, "PACE", "verified", "passed", "unsupported", ""},
    {"cccd-15-years-old", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-explicit-parameters", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-stubborn", 0, "BAC", "verified", "passed", "passed", ""},
    {"cccd-no-master-file", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-link-certificate", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-expired-signer", 0, "PACE", "verified", "passed", "passed", ""},
    {"cccd-revoked-signer", 5, "PACE", "failed", "passed", "passed", "SIGNER_REVOKED"},
    {"cccd-unknown-csca", 6, "PACE", "issuer-unknown", "passed", "passed", "ISSUER"},
    {"passport-bac-sha1", 0, "BAC", "verified", "passed", "unsupported", ""},
    {"passport-dh", 0, "PACE", "verified", "passed", "passed", ""},
    {"passport-dh-integrated", 0, "PACE", "verified", "passed", "passed", ""},
    {"passport-integrated", 0, "PACE", "verified", "passed", "passed", ""},
    {"passport-chip-mapping", 0, "PACE", "verified", "passed", "passed", ""},
    {"passport-pace-only", 0, "PACE", "verified", "passed", "passed", ""},
    {"passport-pss", 0, "PACE", "verified", "passed", "passed", ""},
    {"attack-changed-dg1", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-dg2", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-dg13", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-sod", 5, "PACE", "failed", "", "", ""},
    {"attack-clone", 5, "PACE", "verified", "failed", "failed", "ACTIVE_AUTHENTICATION_FAILED"},
    {"attack-clone-hidden", 5, "PACE", "", "", "", ""},
    {"attack-card-access", 5, "PACE", "", "", "", "CARD_ACCESS_DISAGREES"},
    {"attack-downgrade", 5, "BAC", "", "", "", "ACCESS_DOWNGRADED"},
    {"attack-foreign-signer", 6, "PACE", "issuer-unknown", "passed", "", "ISSUER_COUNTRY_DISAGREES"},
    {"attack-swapped-sod", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-unknown-digest", 5, "PACE", "failed", "", "", ""},
    {"attack-signer-missing", 5, "PACE", "failed", "", "", ""},
    {"attack-signer-strange", 5, "PACE", "failed", "", "", ""},
    {"attack-long-length", 5, "", "", "", "", ""},
    {"attack-nested-sod", 5, "", "", "", "", ""},
};

} // namespace

/// Every shipped card in front of the project's own reader: the right verdict for each, and never "verified" for a
/// forgery.
class ReadProfiles : public QObject
{
    Q_OBJECT

private slots:
    void everyCard_read_givesTheExpectedVerdict_data();
    void everyCard_read_givesTheExpectedVerdict();
    void everyAttack_read_isNeverWhollyAuthentic_data();
    void everyAttack_read_isNeverWhollyAuthentic();

private:
    Result<nfc::ChipIdentity> read(const QString& profile);
    QTemporaryDir m_pki;
};

Result<nfc::ChipIdentity> ReadProfiles::read(const QString& profile)
{
    const Workshop workshop{m_pki.path().toStdString(), ""};
    auto image = personalise((profileFolder + profile + ".toml").toStdString(), workshop);
    if (!image)
        qFatal("%s", image.error().c_str());
    Card card(std::move(*image));
    FaultyCard faulty(card, {});
    InProcessChannel channel(faulty);
    nfc::ReadRequest request;
    request.keys = keysOf(card.image());
    auto trust = nfc::TrustStore::load(m_pki.path().toStdString() + "/csca");
    if (!trust)
        return tl::make_unexpected(trust.error());
    request.trust = *trust;
    return nfc::readChip(channel, request);
}

void ReadProfiles::everyCard_read_givesTheExpectedVerdict_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < static_cast<int>(std::size(cards)); ++row)
        QTest::newRow(cards[row].profile) << row;
}

void ReadProfiles::everyCard_read_givesTheExpectedVerdict()
{
    QFETCH(int, row);
    const Expected& expected = cards[row];

    const auto identity = read(expected.profile);

    if (!identity) {
        QVERIFY2(exitStatus(identity.error().code) == expected.exitStatus, describe(identity.error()));
        return;
    }
    const nfc::AuthenticityVerdict& verdict = identity->authenticity;
    const QByteArray why = describe(verdict);
    QVERIFY2(nfc::exitStatus(verdict) == expected.exitStatus, why);
    if (*expected.access)
        QCOMPARE(std::string(nfc::toString(identity->access)), std::string(expected.access));
    if (*expected.passive)
        QVERIFY2(nfc::toString(verdict.passive) == expected.passive, why);
    if (*expected.active)
        QVERIFY2(nfc::toString(verdict.active) == expected.active, why);
    if (*expected.reason)
        QVERIFY2(why.contains(expected.reason), why);
    if (*expected.chip)
        QVERIFY2(nfc::toString(verdict.chip) == expected.chip, why);
}

void ReadProfiles::everyAttack_read_isNeverWhollyAuthentic_data()
{
    QTest::addColumn<QString>("profile");
    for (const QFileInfo& file : QDir(profileFolder).entryInfoList({"attack-*.toml"}))
        QTest::newRow(qPrintable(file.baseName())) << file.baseName();
}

void ReadProfiles::everyAttack_read_isNeverWhollyAuthentic()
{
    QFETCH(QString, profile);

    const auto identity = read(profile);

    // A signed picture that cannot be decoded, and an EF.COM that lies, leave an authentic chip: nobody signs EF.COM,
    // and the picture is a matter of the confined decoder.
    const bool authenticAllTheSame =
        profile.contains("photo") || profile.contains("listed") || profile == "attack-nested";
    if (identity && nfc::exitStatus(identity->authenticity) == 0)
        QVERIFY2(authenticAllTheSame, describe(identity->authenticity));
}

QTEST_APPLESS_MAIN(ReadProfiles)
#include "tst_read_profiles.moc"
