#include "nfc/authenticity/passive_authentication.h"
#include "nfc/authenticity/trust_import.h"
#include "tests/nfc/authenticity/forged_document.h"
#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/pki/trust_lists.h"

#include <QTemporaryDir>

#include <optional>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;
using namespace chinhchu::chip::pki;

namespace {

namespace fs = std::filesystem;

/// A key with its certificate.
struct Identity
{
    CertificateSpec spec;
    Certificate certificate;
};

Identity authority(const char* name, int key)
{
    Identity made;
    made.spec.subject = name;
    made.spec.key = makeKey("prime256v1", false, key);
    made.spec.extensions = {{"basicConstraints", "critical,CA:TRUE"},
                            {"keyUsage", "critical,keyCertSign,cRLSign"},
                            {"subjectKeyIdentifier", "hash"}};
    made.certificate = makeCertificate(made.spec);
    return made;
}

Identity signerOf(const Identity& issuer, const char* name, int key, const char* purpose = nullptr)
{
    Identity made;
    made.spec.subject = name;
    made.spec.issuer = issuer.spec.subject;
    made.spec.issuerKey = issuer.spec.key;
    made.spec.authority = issuer.certificate.get();
    made.spec.key = makeKey("prime256v1", false, key);
    made.spec.serial = 9;
    made.spec.extensions = {{"keyUsage", "critical,digitalSignature"},
                            {"subjectKeyIdentifier", "hash"},
                            {"authorityKeyIdentifier", "keyid:always"}};
    if (purpose)
        made.spec.extensions.push_back({"extendedKeyUsage", purpose});
    made.certificate = makeCertificate(made.spec);
    return made;
}

const VerdictStep* stepNamed(const AuthenticityVerdict& verdict, const char* name)
{
    const auto found = std::find_if(verdict.steps.begin(), verdict.steps.end(),
                                    [name](const VerdictStep& step) { return step.name == name; });
    return found == verdict.steps.end() ? nullptr : &*found;
}

} // namespace

/// What a carrier and a state publish: taken in, shown, obeyed, and never an older one again.
class TrustListsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_document = Document();
        m_document.ds.extensions.push_back({"subjectKeyIdentifier", "hash"});
    }

    void bundle_ofTheCarrier_isShownWithEverythingInIt();
    void bundle_ofSomebodyElse_isRefused_data();
    void bundle_ofSomebodyElse_isRefused();
    void bundle_thatIsBroken_namesTheEntry_data();
    void bundle_thatIsBroken_namesTheEntry();
    void bundle_ofAnOlderVersion_isRefusedAndChangesNothing();
    void bundle_ofTheNextVersion_takesThePlaceOfTheOneBefore();
    void confirmedSigner_withoutItsIssuer_isVerified();
    void confirmedSigner_forOtherDocuments_isNotForThisOne();
    void deviationList_needsItsSignersPurposeAndRoot();
    void deviationList_thatIsBroken_namesTheEntry();
    void masterList_thatIsBroken_namesTheEntry();
    void deviation_ofAForm_isToleratedAndNamed_data();
    void deviation_ofAForm_isToleratedAndNamed();
    void deviation_ofTheSubstance_isNamedAndExcusesNothing();
    void deviation_ofOtherDocuments_doesNotCount_data();
    void deviation_ofOtherDocuments_doesNotCount();
    void load_ofSixHundredCertificates_decodesNone();

private:
    [[nodiscard]] fs::path store() const { return (m_folder->path() + "/store").toStdString(); }

    fs::path file(const char* name, const Bytes& data)
    {
        QFile out(m_folder->filePath(name));
        if (!out.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        out.write(reinterpret_cast<const char*>(data.data()), qint64(data.size()));
        return out.fileName().toStdString();
    }

    Result<TrustImportReport> import(const BundleSpec& spec, const char* name = "carrier.bundle")
    {
        TrustImportOptions options{DocumentScope::Any, {}, judgingDay, {pemOf(m_carrier.certificate)}};
        const Identity signer = signerOf(m_carrier, "C=VN,CN=Carrier list", 22);
        return importTrust(store(), {file(name, makeBundle(spec, signer.certificate, signer.spec.key))}, options);
    }

    /// The signer of the document, whose issuer nobody in the store is.
    Certificate documentSigner()
    {
        m_document.ds.issuerKey = m_document.csca.key;
        m_csca = makeCertificate(m_document.csca);
        m_document.ds.authority = m_csca.get();
        const Certificate signer = makeCertificate(m_document.ds);
        m_document.sod.signers = {{signer, m_document.ds.key}};
        return signer;
    }

    AuthenticityVerdict judge(std::string_view documentType = "ID")
    {
        const auto trust = TrustStore::load(store());
        PassiveAuthentication passive(makeSod(m_document.sod), *trust, judgingDay);
        if (m_document.com)
            passive.checkCom(*m_document.com);
        passive.issuedOn(std::chrono::year(2021) / 6 / 1);
        passive.issuingState("VNM", documentType);
        return passive.verdict();
    }

    /// The state's own list, taken in together with its CSCA.
    void importDeviations(const std::vector<DeviationSpec>& entries)
    {
        const Identity lister = stateLister();
        const auto report =
            importTrust(store(),
                        {file("csca.cer", derOf(m_csca)),
                         file("list.dvl", makeDeviationList(entries, lister.certificate, lister.spec.key))},
                        {DocumentScope::Any, {}, judgingDay});
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QCOMPARE(report->deviationsAdded, int(entries.size()));
    }

    Identity stateLister(const char* purpose = "critical,2.23.136.1.1.8")
    {
        Identity csca{m_document.csca, m_csca};
        return signerOf(csca, "C=VN,CN=Deviation lists", 23, purpose);
    }

    std::optional<QTemporaryDir> m_folder;
    Document m_document;
    Certificate m_csca;
    const Identity m_carrier = authority("C=VN,CN=Carrier", 21);
};

void TrustListsTest::bundle_ofTheCarrier_isShownWithEverythingInIt()
{
    const Identity police = authority("C=VN,CN=CSCA citizen cards", 24), other = authority("C=FR,CN=CSCA", 25);
    const Certificate signer = documentSigner();
    const auto report = import({1,
                                7,
                                {{1, police.certificate}, {2, other.certificate}},
                                {makeCrl({police.spec.subject, police.spec.key, {5}})},
                                {{1, sha256Of(signer)}}});

    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->certificatesAdded, 2);
    QCOMPARE(report->revocationListsAdded, 1);
    QCOMPARE(report->confirmedSignersAdded, 1);
    QCOMPARE(report->bundleVersion, 7u);
    const auto list = listTrust(store());
    QVERIFY(list);
    QCOMPARE(list->size(), 4u);
    QCOMPARE(list->at(0).scope, std::string("citizen-card"));
    QCOMPARE(list->at(1).scope, std::string("passport"));
    QCOMPARE(list->at(2).kind, std::string("revocation-list"));
    QCOMPARE(list->at(3).kind, std::string("confirmed-signer"));
    QCOMPARE(list->at(3).scope, std::string("citizen-card"));
    QCOMPARE(list->at(3).sha256, toHex(sha256Of(signer)).toStdString());
    for (const TrustEntry& entry : *list)
        QCOMPARE(entry.source, std::string("carrier.bundle"));
}

void TrustListsTest::bundle_ofSomebodyElse_isRefused_data()
{
    QTest::addColumn<QString>("who");
    for (const char* who : {"another authority of the same name", "an issuer of documents in the store", "nobody given",
                            "changed after signing", "expired signer"})
        QTest::newRow(who) << who;
}

void TrustListsTest::bundle_ofSomebodyElse_isRefused()
{
    QFETCH(QString, who);
    const Identity stranger = authority("C=VN,CN=Carrier", 26);
    const Identity& maker = who.startsWith("another") || who.startsWith("an issuer") ? stranger : m_carrier;
    Identity signer = signerOf(maker, "C=VN,CN=Carrier list", 22);
    if (who == "expired signer") {
        signer.spec.until = "20250101000000Z";
        signer.certificate = makeCertificate(signer.spec);
    }
    Bytes bundle = makeBundle({}, signer.certificate, signer.spec.key);
    if (who.startsWith("changed"))
        bundle.back() ^= 1;
    std::vector<fs::path> files = {file("carrier.bundle", bundle)};
    if (who.startsWith("an issuer"))
        files.push_back(file("csca.cer", derOf(stranger.certificate)));
    TrustImportOptions options{DocumentScope::Any, {}, judgingDay, {pemOf(m_carrier.certificate)}};
    if (who.startsWith("nobody"))
        options.carriers.clear();

    const auto report = importTrust(store(), files, options);

    QVERIFY(!report);
    QVERIFY(report.error().code == FailureCode::TrustImportUnsigned);
    QVERIFY(!fs::exists(store()));
}

void TrustListsTest::bundle_thatIsBroken_namesTheEntry_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("format of tomorrow") << 0 << QByteArray("format or version");
    QTest::newRow("version 0") << 1 << QByteArray("format or version");
    QTest::newRow("anchor for an unknown scope") << 2 << QByteArray("anchors, entry 1");
    QTest::newRow("fingerprint too short") << 3 << QByteArray("confirmed signers, entry 2");
    QTest::newRow("revocation list that is none") << 4 << QByteArray("revocation lists, entry 1");
}

void TrustListsTest::bundle_thatIsBroken_namesTheEntry()
{
    QFETCH(int, fault);
    QFETCH(QByteArray, named);
    BundleSpec spec;
    spec.confirmedSigners = {{1, Bytes(32, 1)}};
    switch (fault) {
    case 0:
        spec.format = 2;
        break;
    case 1:
        spec.version = 0;
        break;
    case 2:
        spec.anchors = {{3, m_carrier.certificate}};
        break;
    case 3:
        spec.confirmedSigners.emplace_back(0, Bytes(31, 1));
        break;
    default:
        spec.revocationLists = {tlv(0x30, {})};
    }

    const auto report = import(spec);

    QVERIFY(!report);
    QVERIFY(report.error().code == FailureCode::TrustImportBroken);
    QVERIFY2(QByteArray::fromStdString(report.error().detail).contains(named), report.error().detail.c_str());
}

void TrustListsTest::bundle_ofAnOlderVersion_isRefusedAndChangesNothing()
{
    QVERIFY(import({1, 5, {}, {}, {{1, Bytes(32, 1)}}}));
    const Bytes before = readFile(QString::fromStdString((store() / "trust.store").string()));

    for (std::uint32_t version : {4u, 1u}) {
        const auto older = import({1, version, {}, {}, {}});
        QVERIFY(!older);
        QVERIFY(older.error().code == FailureCode::TrustImportOlder);
    }
    const auto twin = import({1, 5, {}, {}, {{1, Bytes(32, 2)}}}); // the same number, other content
    QVERIFY(!twin);
    QVERIFY(twin.error().code == FailureCode::TrustImportOlder);
    QVERIFY(readFile(QString::fromStdString((store() / "trust.store").string())) == before);
    QVERIFY(import({1, 5, {}, {}, {{1, Bytes(32, 1)}}})); // the very same again is no fault
}

void TrustListsTest::bundle_ofTheNextVersion_takesThePlaceOfTheOneBefore()
{
    const Identity old = authority("C=VN,CN=CSCA old", 24), next = authority("C=VN,CN=CSCA next", 25),
                   own = authority("C=FR,CN=CSCA", 26);
    QVERIFY(importTrust(store(), {file("own.cer", derOf(own.certificate))}, {DocumentScope::Any, {}, judgingDay}));
    QVERIFY(
        import({1, 1, {{1, old.certificate}}, {makeCrl({old.spec.subject, old.spec.key, {}})}, {{1, Bytes(32, 1)}}}));

    QVERIFY(import({1, 2, {{1, next.certificate}}, {}, {}}));

    const auto list = listTrust(store());
    QVERIFY(list);
    QCOMPARE(list->size(), 2u); // what was imported by hand stays
    QCOMPARE(list->at(0).subject, std::string("C=FR, CN=CSCA"));
    QCOMPARE(list->at(1).subject, std::string("C=VN, CN=CSCA next"));
}

void TrustListsTest::confirmedSigner_withoutItsIssuer_isVerified()
{
    const Certificate signer = documentSigner();
    QVERIFY(import({1, 1, {}, {}, {{1, sha256Of(signer)}}}));

    const auto verdict = judge();

    QVERIFY2(verdict.passive == PassiveResult::Verified, told(verdict).constData());
    QVERIFY(stepNamed(verdict, "signer-confirmed"));
    QCOMPARE(exitStatus(verdict), 0);
    QVERIFY(import({1, 2, {}, {}, {}})); // the carrier takes it back
    QCOMPARE(exitStatus(judge()), 6);
}

void TrustListsTest::confirmedSigner_forOtherDocuments_isNotForThisOne()
{
    const Certificate signer = documentSigner();
    QVERIFY(import({1, 1, {}, {}, {{2, sha256Of(signer)}}}));

    const auto verdict = judge();

    QCOMPARE(verdict.reasons.size(), 1u);
    QVERIFY(verdict.reasons.front().code == FailureCode::IssuerNotForDocument);
    QCOMPARE(exitStatus(verdict), 6);
    QCOMPARE(exitStatus(judge("P")), 0);
}

void TrustListsTest::deviationList_needsItsSignersPurposeAndRoot()
{
    documentSigner();
    for (const char* purpose : {static_cast<const char*>(nullptr), "critical,2.23.136.1.1.3"}) {
        const Identity lister = stateLister(purpose);
        const auto report = importTrust(store(),
                                        {file("csca.cer", derOf(m_csca)),
                                         file("list.dvl", makeDeviationList({}, lister.certificate, lister.spec.key))},
                                        {DocumentScope::Any, {}, judgingDay});
        QVERIFY(!report);
        QVERIFY(report.error().code == FailureCode::TrustImportUnsigned);
    }
    const Identity lister = stateLister();
    QVERIFY(!importTrust(store(), {file("list.dvl", makeDeviationList({}, lister.certificate, lister.spec.key))},
                         {DocumentScope::Any, {}, judgingDay}));
}

void TrustListsTest::deviationList_thatIsBroken_namesTheEntry()
{
    documentSigner();
    const Identity lister = stateLister();
    SodSpec spec;
    spec.signers = {{lister.certificate, lister.spec.key}};
    for (const Bytes& content :
         {tlv(0x30, {}), tlv(0x30, tlv(0x31, tlv(0x30, {}))), tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x30, {})))),
          tlv(0x31, {}), tlv(0x30, tlv(0x31, tlv(0x04, {})))}) {
        const auto report = importTrust(
            store(),
            {file("csca.cer", derOf(m_csca)), file("list.dvl", makeSignedData(content, "2.23.136.1.1.7", spec))},
            {DocumentScope::Any, {}, judgingDay});
        QVERIFY(!report);
        QVERIFY(report.error().code == FailureCode::TrustImportBroken);
    }
}

void TrustListsTest::masterList_thatIsBroken_namesTheEntry()
{
    documentSigner();
    const Identity lister = stateLister("critical,2.23.136.1.1.3");
    SodSpec spec;
    spec.signers = {{lister.certificate, lister.spec.key}};
    const Bytes zero = tlv(0x02, {0});
    Bytes withEntry = zero;
    const Bytes set = tlv(0x31, tlv(0x30, {}));
    withEntry.insert(withEntry.end(), set.begin(), set.end());
    for (const Bytes& content : {tlv(0x31, {}), tlv(0x30, {}), tlv(0x30, zero), tlv(0x30, withEntry)}) {
        const auto report = importTrust(
            store(),
            {file("csca.cer", derOf(m_csca)), file("list.ml", makeSignedData(content, "2.23.136.1.1.2", spec))},
            {DocumentScope::Any, {}, judgingDay});
        QVERIFY(!report);
        QVERIFY(report.error().code == FailureCode::TrustImportBroken);
    }
    const auto other = importTrust(store(), {file("list.ml", makeSignedData(zero, "1.2.840.113549.1.7.1", spec))});
    QVERIFY(other.error().code == FailureCode::TrustImportBroken);
}

void TrustListsTest::deviation_ofAForm_isToleratedAndNamed_data()
{
    QTest::addColumn<int>("identifier");
    QTest::newRow("by issuer and serial number") << 0;
    QTest::newRow("by key identifier") << 1;
    QTest::newRow("by SHA-256") << 2;
    QTest::newRow("by SHA-1") << 3;
}

void TrustListsTest::deviation_ofAForm_isToleratedAndNamed()
{
    QFETCH(int, identifier);
    changeExtension(m_document.ds, "keyUsage", "critical,keyEncipherment");
    m_document.com = fromHex("60055C0361756D"); // hides DG14 and DG15
    const Certificate signer = documentSigner();
    const Bytes identifiers[] = {byIssuerAndSerial(signer), byKeyIdentifier(signer), byDigest(signer, EVP_sha256()),
                                 byDigest(signer, EVP_sha1())};
    QVERIFY(importTrust(store(), {file("csca.cer", derOf(m_csca))}, {DocumentScope::Any, {}, judgingDay}));
    QCOMPARE(exitStatus(judge()), 5);

    importDeviations({{identifiers[identifier],
                       {"2.23.136.1.1.7.1.2", "2.23.136.1.1.7.2.4"},
                       "wrong key usage",
                       "ID",
                       fromHex("A422180F32303231303130313030303030305A180F32303232303130313030303030305A")}});

    const auto verdict = judge();
    QVERIFY2(verdict.passive == PassiveResult::Verified, told(verdict).constData());
    QVERIFY(warns(verdict, "key usage without digitalSignature; id-Deviation-CertOrKey-DSEncoding: wrong key usage"));
    QVERIFY(warns(verdict, "id-Deviation-LDS-COMInconsistent: wrong key usage, tolerated for it"));
    const auto list = listTrust(store());
    QCOMPARE(list->back().kind, std::string("deviation"));
    QCOMPARE(list->back().country, std::string("VN"));
    QVERIFY(list->back().subject.find("id-Deviation-CertOrKey-DSEncoding") == 0);
}

void TrustListsTest::deviation_ofTheSubstance_isNamedAndExcusesNothing()
{
    m_document.ds.serial = 78;
    const Certificate signer = documentSigner();
    importDeviations({{byDigest(signer, EVP_sha512()),
                       {"2.23.136.1.1.7.2.2", "2.23.136.1.1.7.2.3", "2.23.136.1.1.7.9.9"},
                       "",
                       "",
                       {}}});
    const auto trust = TrustStore::load(store());
    PassiveAuthentication passive(makeSod(m_document.sod), *trust, judgingDay);

    passive.checkDataGroup(2, Bytes{0x75, 0x00});

    const auto verdict = passive.verdict();
    QCOMPARE(verdict.reasons.size(), 1u);
    QVERIFY(verdict.reasons.front().code == FailureCode::DataGroupHashMismatch);
    QVERIFY(warns(verdict, "id-Deviation-LDS-DGHashWrong, nothing is tolerated for it"));
    QVERIFY(warns(verdict, "2.23.136.1.1.7.9.9, nothing is tolerated for it"));
}

void TrustListsTest::deviation_ofOtherDocuments_doesNotCount_data()
{
    QTest::addColumn<QString>("limit");
    for (const char* limit : {"another signer", "no signer", "passports", "another time", "single documents",
                              "another serial number", "another key"})
        QTest::newRow(limit) << limit;
}

void TrustListsTest::deviation_ofOtherDocuments_doesNotCount()
{
    changeExtension(m_document.ds, "keyUsage", "critical,keyEncipherment");
    const Certificate signer = documentSigner();
    const std::string limit = QTest::currentDataTag();
    DeviationSpec entry{byIssuerAndSerial(signer), {"2.23.136.1.1.7.1.2"}, "", "", {}};
    if (limit == "another signer")
        entry.signer = byDigest(m_carrier.certificate, EVP_sha256());
    else if (limit == "no signer")
        entry.signer.clear();
    else if (limit == "passports")
        entry.documentType = "P<";
    else if (limit == "another time")
        entry.issued = fromHex("A422180F32303130303130313030303030305A180F32303131303130313030303030305A");
    else if (limit == "single documents")
        entry.issued = fromHex("A50413025831");
    else if (limit == "another serial number")
        entry.signer.back() ^= 1;
    else
        entry.signer = byKeyIdentifier(m_carrier.certificate);
    importDeviations({entry});

    const auto verdict = judge();

    QVERIFY2(exitStatus(verdict) == 5, told(verdict).constData());
    QVERIFY(!stepNamed(verdict, "deviation"));
}

/// The time is printed, not judged: a busy machine says nothing about the store.
void TrustListsTest::load_ofSixHundredCertificates_decodesNone()
{
    Identity issuer = authority("C=VN,CN=CSCA", 24);
    std::vector<fs::path> files;
    Bytes all;
    for (long number = 0; number < 600; ++number) {
        issuer.spec.subject = "C=VN,O=Invented for tests,CN=CSCA " + std::to_string(number);
        const Bytes pem = pemOf(makeCertificate(issuer.spec));
        all.insert(all.end(), pem.begin(), pem.end());
    }
    QVERIFY(importTrust(store(), {file("all.pem", all)}, {DocumentScope::Any, {}, judgingDay}));

    std::vector<double> times;
    for (int round = 0; round < 20; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto trust = TrustStore::load(store());
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        QVERIFY(trust);
    }
    std::sort(times.begin(), times.end());

    qInfo("trust store of 600 certificates ready in %.1f ms (median of 20; longest %.1f ms)", times[10], times.back());
    QCOMPARE(listTrust(store())->size(), 600u);
}

QTEST_GUILESS_MAIN(TrustListsTest)
#include "tst_trust_lists.moc"
