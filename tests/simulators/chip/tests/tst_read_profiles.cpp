#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/personalisation/data_groups.h"
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
    int exitStatus;     ///< of the verdict, or of the failure; -1: not this test's matter
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
    {"cccd-child", 0, "PACE", "verified", "passed", "passed", ""},
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
    {"passport-without-proof", 6, "BAC", "verified", "unsupported", "unsupported", "CHIP_PROOF_ABSENT"},
    {"attack-without-proof", 5, "BAC", "verified", "unsupported", "unsupported", "CHIP_PROOF_REQUIRED"},
    {"attack-changed-dg1", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-dg2", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-dg13", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-changed-sod", 5, "PACE", "failed", "", "", "SOD_SIGNATURE_INVALID"},
    {"attack-clone", 5, "PACE", "verified", "failed", "failed", "ACTIVE_AUTHENTICATION_FAILED"},
    {"attack-clone-hidden", 5, "PACE", "failed", "failed", "failed", "CHIP_PROOF_WITHHELD"},
    {"attack-card-access", 5, "PACE", "", "", "", "CARD_ACCESS_DISAGREES"},
    {"attack-card-access-stripped", 5, "PACE", "", "", "", "CARD_ACCESS_DISAGREES"},
    {"attack-downgrade", 5, "BAC", "", "", "", "ACCESS_DOWNGRADED"},
    {"attack-foreign-signer", 6, "PACE", "issuer-unknown", "passed", "", "ISSUER_COUNTRY_DISAGREES"},
    {"attack-swapped-sod", 5, "PACE", "failed", "", "", "DATA_GROUP_HASH_MISMATCH"},
    {"attack-unknown-digest", 5, "PACE", "failed", "", "", "DIGEST_NOT_ACCEPTED"},
    {"attack-signer-missing", 5, "PACE", "failed", "", "", "SIGNER_CERTIFICATE_MISSING"},
    {"attack-signer-strange", 5, "PACE", "failed", "", "", "SIGNER_CERTIFICATE_MISSING"},
    {"attack-long-length", 5, "PACE", "failed", "passed", "passed", "DATA_GROUP_MISSING"},
    {"attack-endless", 5, "PACE", "failed", "passed", "passed", "DATA_GROUP_MISSING"},
    {"attack-nested-sod", 5, "PACE", "failed", "", "", "SOD_MALFORMED"},
    // Nobody signs EF.COM, so its lies are nothing to the verdict; the reader goes by the SOD.
    {"attack-nested", 0, "PACE", "verified", "passed", "passed", ""},
    {"attack-listed", 0, "PACE", "verified", "passed", "passed", ""},
    // A signed picture that cannot be decoded is the confined decoder's matter: see tst_chip_photo_attacks.
    {"attack-photo-huge", 0, "PACE", "verified", "passed", "passed", ""},
    {"attack-photo-huge-jp2", 0, "PACE", "verified", "passed", "passed", ""},
    {"attack-photo-truncated", 0, "PACE", "verified", "passed", "passed", ""},
    {"attack-photo-not-a-picture", 5, "PACE", "verified", "passed", "passed", "DATA_GROUP_MALFORMED"},
    {"no-chip-proof", -1, "BAC", "verified", "unsupported", "unsupported", ""},
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
    void everyProfile_hasItsExpectation();
    void readyMadeFiles_read_areGivenAsTheyAre();
    void specimen_read_isIntactAndCannotProveItself();

private:
    Result<nfc::ChipIdentity> read(const QString& profile) { return readFile(profileFolder + profile + ".toml"); }
    Result<nfc::ChipIdentity> readFile(const QString& file);
    QTemporaryDir m_pki;
};

Result<nfc::ChipIdentity> ReadProfiles::readFile(const QString& file)
{
    const Workshop workshop{m_pki.path().toStdString(), ""};
    auto image = personalise(file.toStdString(), workshop);
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
        QVERIFY2(*expected.passive == '\0' && exitStatus(identity.error().code) == expected.exitStatus,
                 describe(identity.error()));
        return;
    }
    const nfc::AuthenticityVerdict& verdict = identity->authenticity;
    const QByteArray why = describe(verdict);
    if (expected.exitStatus >= 0)
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

// A profile that nobody expects anything of is one that nobody looks at.
void ReadProfiles::everyProfile_hasItsExpectation()
{
    for (const QFileInfo& file : QDir(profileFolder).entryInfoList({"*.toml"})) {
        const bool known =
            std::ranges::any_of(cards, [&](const Expected& card) { return file.baseName() == card.profile; });
        QVERIFY2(known || file.baseName() == "passport-specimen", qPrintable(file.baseName()));
    }
}

void ReadProfiles::readyMadeFiles_read_areGivenAsTheyAre()
{
    const Workshop workshop{m_pki.path().toStdString(), ""};
    const CardImage original = personalise((profileFolder + "passport-bac-sha1.toml").toStdString(), workshop).value();
    QTemporaryDir folder;
    for (const auto& [name, file] : {std::pair{"EF.COM", "EF_COM.bin"},
                                     {"EF.SOD", "EF_SOD.bin"},
                                     {"DG1", "EF_DG1.bin"},
                                     {"DG2", "EF_DG2.bin"},
                                     {"DG11", "EF_DG11.bin"}}) {
        const Bytes& content = original.files.at(fileIdentifier(name));
        QFile out(folder.filePath(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(reinterpret_cast<const char*>(content.data()), qint64(content.size()));
    }
    QFile profile(folder.filePath("card.toml"));
    QVERIFY(profile.open(QIODevice::WriteOnly));
    profile.write("title = \"Ready-made\"\n[card]\nkind = \"passport\"\nfiles = \".\"\n");
    profile.close();

    const auto identity = readFile(profile.fileName());

    QVERIFY2(identity, identity ? "" : describe(identity.error()));
    for (const char* name : {"EF.SOD", "DG1", "DG2"})
        QVERIFY2(identity->files.contains(name) &&
                     identity->files.at(name).raw == original.files.at(fileIdentifier(name)),
                 name);
    // The SOD hashes a DG15 that was not among the files.
    QVERIFY2(nfc::exitStatus(identity->authenticity) == 5, describe(identity->authenticity));
    QVERIFY(describe(identity->authenticity).contains("CHIP_PROOF_WITHHELD"));
}

void ReadProfiles::specimen_read_isIntactAndCannotProveItself()
{
    const QString folder = "bin/jmrtd_bsi2008/";
    CHINHCHU_NEED_VECTOR(folder + "EF_SOD.bin");
    qputenv("CHINHCHU_SHARED", QFileInfo(tests::sharedVector("")).dir().filePath("..").toUtf8());

    const auto identity = read("passport-specimen");

    QVERIFY2(identity, identity ? "" : describe(identity.error()));
    const QByteArray why = describe(identity->authenticity);
    QCOMPARE(std::string(nfc::toString(identity->access)), "BAC");
    const std::pair<const char*, const char*> files[] = {{"EF.COM", "EF_COM.bin"},
                                                         {"EF.SOD", "EF_SOD.bin"},
                                                         {"DG1", "Datagroup1.bin"},
                                                         {"DG2", "Datagroup2.bin"},
                                                         {"DG14", "Datagroup14.bin"}};
    for (const auto& [name, file] : files)
        QVERIFY2(identity->files.contains(name) &&
                     identity->files.at(name).raw == tests::readFile(tests::sharedVector(folder + file)),
                 name);
    QVERIFY2(identity->authenticity.passive == nfc::PassiveResult::IssuerUnknown, why);
    // Its SOD hashes DG14 and no DG15; the private key to DG14 is in no folder.
    QVERIFY2(nfc::toString(identity->authenticity.chip) == "failed", why);
    QVERIFY2(nfc::toString(identity->authenticity.active) == "unsupported", why);
    QVERIFY2(nfc::exitStatus(identity->authenticity) == 5, why);
}

QTEST_APPLESS_MAIN(ReadProfiles)
#include "tst_read_profiles.moc"
