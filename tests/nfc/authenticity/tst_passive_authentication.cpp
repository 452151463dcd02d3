#include "nfc/authenticity/issuing_state.h"
#include "nfc/authenticity/passive_authentication.h"
#include "nfc/authenticity/saved_files.h"
#include "nfc/authenticity/trust_import.h"
#include "tests/nfc/authenticity/forged_document.h"
#include "tests/nfc/shared_vectors.h"

#include <QTemporaryDir>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;
using namespace chinhchu::chip::pki;

namespace {

const auto now = judgingDay;

Bytes listOf(const Document& document, std::vector<long> serials, const char* from = "20260101000000Z",
             const char* next = "20270101000000Z")
{
    return makeCrl({cscaName, document.csca.key, std::move(serials), from, next, EVP_sha256()});
}

/// The SOD of an honest document whose issuer nobody knows.
Bytes honestSod(Document& document)
{
    document.ds.issuerKey = document.csca.key;
    changeExtension(document.ds, "authorityKeyIdentifier", nullptr);
    document.sod.signers = {{makeCertificate(document.ds), document.ds.key}};
    return makeSod(document.sod);
}

bool has(const AuthenticityVerdict& verdict, FailureCode code)
{
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                       [code](const VerdictReason& reason) { return reason.code == code; });
}

} // namespace

class PassiveAuthenticationTest : public QObject
{
    Q_OBJECT

private slots:
    void verdict_withoutSod_isAbsent();
    void verdict_ofBareSignedData_isThatOfTheFile();
    void verdict_withSeveralFaults_listsThemAll();
    void verdict_repeated_isTheSameToTheByte();
    void verdict_repeatedElsewhere_isTheSameToTheByte();
    void revocation_hasThreeStates_andPolicyDecides();
    void signerCertificate_isForTheOnlineCheck();
    void checkDataGroup_withoutAHashList_provesNothing();
    void dataGroupUnreadable_dependsOnTheGroup_data();
    void dataGroupUnreadable_dependsOnTheGroup();
    void issuedOn_aDayThatIsNone_countsAsUnknown();
    void exitStatus_ofFailedProofs_isFive();
    void countryIsState_knowsTheOddOnes();
    void verifySod_ofCapturedDocuments_chainsToTheDutchList_data();
    void verifySod_ofCapturedDocuments_chainsToTheDutchList();
    void verifySavedFiles_ofSpecimens_lackOnlyTheirIssuer();
};

void PassiveAuthenticationTest::verdict_withoutSod_isAbsent()
{
    const auto verdict = verifySod({}, TrustStore(), now);
    QVERIFY(verdict.passive == PassiveResult::Absent);
    QVERIFY(verdict.reasons.front().code == FailureCode::SodMissing);
    QCOMPARE(exitStatus(verdict), 5);
}

void PassiveAuthenticationTest::verdict_ofBareSignedData_isThatOfTheFile()
{
    Document document;
    const Bytes sod = honestSod(document);
    const Bytes bare = DerNode::parse(sod).at({0}).encoded();

    QCOMPARE(told(verifySod(bare, {}, now)), told(verifySod(sod, {}, now)));
    QVERIFY(verifySod(bare, {}, now).passive == PassiveResult::IssuerUnknown);
}

void PassiveAuthenticationTest::verdict_withSeveralFaults_listsThemAll()
{
    Document document;
    document.shown[2] = tlv(0x75, Bytes(9));
    changeExtension(document.ds, "keyUsage", "critical,keyCertSign");
    document.crls = {listOf(document, {77})};

    const auto verdict = document.judge();

    QCOMPARE(verdict.reasons.size(), 3u);
    QVERIFY(verdict.passive == PassiveResult::Failed);
    QVERIFY(verdict.revocation == RevocationState::Revoked);
}

void PassiveAuthenticationTest::verdict_repeated_isTheSameToTheByte()
{
    CHINHCHU_NEED_VECTOR("captured/SOD_MY.bin");
    const auto trust = TrustStore::load(sharedVector("masterlists").toStdString());
    QVERIFY(trust);
    const Bytes sod = readFile(sharedVector("captured/SOD_MY.bin"));
    QCOMPARE(told(verifySod(sod, *trust, now)), told(verifySod(sod, *trust, now)));
}

/// The carrier repeats the check from the signed files alone, with a store that came to be in another way.
void PassiveAuthenticationTest::verdict_repeatedElsewhere_isTheSameToTheByte()
{
    Document document;
    changeExtension(document.csca, "basicConstraints", "critical,CA:TRUE");
    const Bytes sod = honestSod(document);
    const Bytes csca = pemOf(makeCertificate(document.csca));
    const auto judge = [&](const QString& folder) {
        const auto trust = TrustStore::load(folder.toStdString());
        PassiveAuthentication passive(sod, *trust, now);
        for (int group : {1, 2, 14, 15})
            passive.checkDataGroup(group, document.sod.groups[group]);
        passive.issuingState("VNM", "ID");
        return told(passive.verdict());
    };
    const QTemporaryDir kiosk, carrier;
    QFile file(kiosk.filePath("csca.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(csca.data()), qint64(csca.size()));
    file.close();
    QVERIFY(importTrust(carrier.path().toStdString(), {file.fileName().toStdString()}));

    const QByteArray atTheKiosk = judge(kiosk.path());

    QVERIFY2(atTheKiosk.startsWith("verified"), atTheKiosk);
    QCOMPARE(judge(carrier.path()), atTheKiosk);
}

void PassiveAuthenticationTest::revocation_hasThreeStates_andPolicyDecides()
{
    Document missing;
    QVERIFY(missing.judge().revocation == RevocationState::Missing);

    Document fresh;
    fresh.crls = {listOf(fresh, {})};
    QVERIFY(fresh.judge().revocation == RevocationState::Fresh);

    Document stale;
    stale.crls = {listOf(stale, {}, "20220101000000Z", "20220201000000Z")};
    QVERIFY(stale.judge().revocation == RevocationState::Stale);

    Document ofTomorrow;
    ofTomorrow.crls = {listOf(ofTomorrow, {}, "20261124000000Z")};
    QVERIFY(ofTomorrow.judge().revocation == RevocationState::Stale);

    Document both; // the fresh one speaks
    both.crls = {listOf(both, {}, "20220101000000Z", "20220201000000Z"), listOf(both, {})};
    QVERIFY(both.judge().revocation == RevocationState::Fresh);

    Document forged; // a list that somebody else signed cannot revoke, nor pass for a fresh one
    forged.crls = {makeCrl({cscaName, makeKey("prime256v1", false, 7), {77}})};
    const auto verdict = forged.judge();
    QVERIFY(verdict.revocation == RevocationState::Missing);
    QVERIFY(warns(verdict, "not signed by the issuer"));

    Document renewed; // a list made with the issuer's next key, whose certificate is trusted too
    CertificateSpec next = renewed.csca;
    next.key = makeKey("prime256v1", false, 8);
    renewed.moreAnchors = {makeCertificate(next)};
    renewed.crls = {makeCrl({cscaName, next.key, {77}, "20260101000000Z", "20270101000000Z", EVP_sha256()})};
    QVERIFY(renewed.judge().revocation == RevocationState::Revoked);
}

void PassiveAuthenticationTest::signerCertificate_isForTheOnlineCheck()
{
    Document document;
    const Bytes sod = honestSod(document);
    QVERIFY(PassiveAuthentication(sod, {}, now).signerCertificate() == derOf(document.sod.signers.front().first));
    QVERIFY(PassiveAuthentication({}, {}, now).signerCertificate().empty());
}

void PassiveAuthenticationTest::checkDataGroup_withoutAHashList_provesNothing()
{
    PassiveAuthentication passive(Bytes{0x77, 0x00}, {}, now);

    QVERIFY(!passive.checkDataGroup(1, Bytes{0x61, 0x00}));
    passive.checkCom(Bytes{0x60, 0x00});
    passive.dataGroupUnreadable(15);
    passive.issuingState("VNM", "ID");

    const auto verdict = passive.verdict();
    QCOMPARE(verdict.reasons.size(), 1u);
    QVERIFY(has(verdict, FailureCode::SodMalformed));
}

void PassiveAuthenticationTest::dataGroupUnreadable_dependsOnTheGroup_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<QByteArray>("code"); // "": told, no failure; "-": not even that
    for (int group : {1, 2, 13})
        QTest::addRow("DG%d", group) << group << QByteArray("DATA_GROUP_MISSING");
    for (int group : {14, 15})
        QTest::addRow("DG%d", group) << group << QByteArray("CHIP_PROOF_WITHHELD");
    QTest::newRow("DG3, needs terminal authentication") << 3 << QByteArray();
    QTest::newRow("DG11") << 11 << QByteArray();
    QTest::newRow("DG7, not listed") << 7 << QByteArray("-");
}

void PassiveAuthenticationTest::dataGroupUnreadable_dependsOnTheGroup()
{
    QFETCH(int, group);
    QFETCH(QByteArray, code);
    Document document;
    document.sod.groups[3] = tlv(0x63, {});
    document.sod.groups[11] = tlv(0x6B, {});
    PassiveAuthentication passive(honestSod(document), {}, now);
    const auto before = passive.verdict();

    passive.dataGroupUnreadable(group);

    const auto after = passive.verdict();
    const bool failure = code.size() > 1;
    QCOMPARE(after.steps.size(), before.steps.size() + (code == "-" ? 0u : 1u));
    QCOMPARE(after.reasons.size(), before.reasons.size() + (failure ? 1u : 0u));
    QVERIFY(!failure || text(codeName(after.reasons.back().code)) == code);
    QVERIFY(!failure || after.passive == PassiveResult::Failed);
}

void PassiveAuthenticationTest::issuedOn_aDayThatIsNone_countsAsUnknown()
{
    using namespace std::chrono;
    Document document;
    PassiveAuthentication passive(honestSod(document), {}, now);
    const auto before = told(passive.verdict());

    for (const auto day : {year(2026) / 2 / 30, year(1700) / 1 / 1, year(9999) / 1 / 1})
        passive.issuedOn(day);

    QCOMPARE(told(passive.verdict()), before);
}

void PassiveAuthenticationTest::exitStatus_ofFailedProofs_isFive()
{
    AuthenticityVerdict verdict;
    verdict.passive = PassiveResult::Verified;
    QCOMPARE(exitStatus(verdict), 0);
    verdict.active = ChipProof::Failed;
    QCOMPARE(exitStatus(verdict), 5);
    verdict.active = ChipProof::Passed;
    verdict.chip = ChipProof::Failed;
    QCOMPARE(exitStatus(verdict), 5);
    verdict.active = verdict.chip = ChipProof::Unsupported; // whoever forgot to name the reason
    QCOMPARE(exitStatus(verdict), 6);
    verdict.passive = PassiveResult::IssuerUnknown;
    verdict.chip = ChipProof::Passed;
    QCOMPARE(exitStatus(verdict), 6);
}

void PassiveAuthenticationTest::countryIsState_knowsTheOddOnes()
{
    QVERIFY(countryIsState("VN", "VNM"));
    QVERIFY(countryIsState("DE", "D<<"));
    QVERIFY(countryIsState("KS", "RKS"));
    QVERIFY(countryIsState("UN", "UNO"));
    QVERIFY(!countryIsState("VN", "LAO"));
    QVERIFY(!countryIsState("D ", "DEU"));
    QVERIFY(!countryIsState("", ""));
    QVERIFY(!countryIsState("VN", ""));
    QVERIFY(!countryIsState("M ", "VNM"));
}

void PassiveAuthenticationTest::verifySod_ofCapturedDocuments_chainsToTheDutchList_data()
{
    QTest::addColumn<int>("exit");
    for (const char* state : {"AT", "FR", "MY", "NZ", "PH"})
        QTest::newRow(state) << 0;
    QTest::newRow("ID") << 6;
}

void PassiveAuthenticationTest::verifySod_ofCapturedDocuments_chainsToTheDutchList()
{
    QFETCH(int, exit);
    const QString file = QString("captured/SOD_%1.bin").arg(QTest::currentDataTag());
    CHINHCHU_NEED_VECTOR(file);
    static const QTemporaryDir folder; // imported once for all of them
    static const auto imported =
        importTrust(folder.path().toStdString(), {sharedVector("masterlists/NL_ML_2026-07-22.ml").toStdString()},
                    {DocumentScope::Any, {sharedVector("masterlists/NL_ROOT_CA.cer").toStdString()}, now});
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
    const auto trust = TrustStore::load(folder.path().toStdString());
    QVERIFY(trust);

    const auto verdict = verifySod(readFile(sharedVector(file)), *trust, now);

    QVERIFY2(exitStatus(verdict) == exit, told(verdict).constData());
}

void PassiveAuthenticationTest::verifySavedFiles_ofSpecimens_lackOnlyTheirIssuer()
{
    CHINHCHU_NEED_VECTOR("bin/tsemrtd/EF_SOD.bin");
    const auto verdict = verifySavedFiles(sharedVector("bin/tsemrtd").toStdString(), TrustStore(), now);

    QVERIFY(verdict);
    QVERIFY2(verdict->passive == PassiveResult::IssuerUnknown, told(*verdict).constData());
    QCOMPARE(verdict->reasons.size(), 1u);
    QVERIFY(verdict->reasons.front().code == FailureCode::IssuerUnknown);
    QVERIFY(warns(*verdict, "SHA-1"));
}

QTEST_GUILESS_MAIN(PassiveAuthenticationTest)
#include "tst_passive_authentication.moc"
