#include "nfc/authenticity/trust_import.h"
#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/pki/country_pki.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>
#include <set>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;
using namespace chinhchu::chip::pki;

namespace {

namespace fs = std::filesystem;
const auto now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

struct Authority
{
    CertificateSpec spec;
    Certificate certificate;
};

Authority authority(const char* name, long serial = 1)
{
    Authority made;
    made.spec.subject = name;
    made.spec.key = newKey("prime256v1");
    made.spec.serial = serial;
    made.spec.extensions = {{"basicConstraints", "critical,CA:TRUE"},
                            {"keyUsage", "critical,keyCertSign,cRLSign"},
                            {"subjectKeyIdentifier", "hash"}};
    made.certificate = makeCertificate(made.spec);
    return made;
}

struct Signer
{
    Key key;
    Certificate certificate;
};

Signer listSigner(const Authority& issuer, const char* purpose = "critical,2.23.136.1.1.3")
{
    CertificateSpec spec;
    spec.subject = "C=NL,CN=Master list signer";
    spec.issuer = issuer.spec.subject;
    spec.issuerKey = issuer.spec.key;
    spec.authority = issuer.certificate.get();
    spec.key = newKey("prime256v1");
    spec.serial = 9;
    spec.extensions = {{"keyUsage", "critical,digitalSignature"}, {"authorityKeyIdentifier", "keyid:always"}};
    if (purpose)
        spec.extensions.push_back({"extendedKeyUsage", purpose});
    return {spec.key, makeCertificate(spec)};
}

QByteArray base64(const Bytes& data)
{
    return QByteArray(reinterpret_cast<const char*>(data.data()), qsizetype(data.size())).toBase64();
}

} // namespace

class TrustImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void importTrust_ofPemAndDer_listsThem();
    void importTrust_twice_addsNothing();
    void importTrust_withBrokenFile_changesNothing_data();
    void importTrust_withBrokenFile_changesNothing();
    void importTrust_ofMasterList_needsARoot();
    void importTrust_ofMasterListByWrongSigner_isRefused();
    void importTrust_ofMasterList_isNotForCitizenCards();
    void importTrust_ofLdif_takesListsAndLeavesSigners();
    void importTrust_repeatedly_keepsHistory();
    void importTrust_whileTheStoreIsDamaged_saysSo();
    void load_ofFolderWithMasterList_needsARootBesideIt();
    void importTrust_ofTheDutchList_takesItWhole();
    void importTrust_ofVietnamesePassportIssuer_verifiesItself();

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

    std::optional<QTemporaryDir> m_folder;
};

void TrustImportTest::importTrust_ofPemAndDer_listsThem()
{
    const Authority first = authority("C=VN,CN=First"), second = authority("C=vn,CN=Second");
    const Bytes crl = makeCrl({"C=VN,CN=First", first.spec.key, {5}});

    const auto report = importTrust(
        store(), {file("a.pem", pemOf(first.certificate)), file("b", derOf(second.certificate)), file("c.crl", crl)},
        {DocumentScope::CitizenCard, {}, now});

    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->certificatesAdded, 2);
    QCOMPARE(report->revocationListsAdded, 1);
    QCOMPARE(report->version, 1u);
    const auto list = listTrust(store());
    QVERIFY(list);
    QCOMPARE(list->size(), 3u);
    const TrustEntry& entry = list->front();
    QCOMPARE(entry.kind, std::string("certificate"));
    QCOMPARE(entry.country, std::string("VN"));
    QCOMPARE(entry.subject, std::string("C=VN, CN=First"));
    QCOMPARE(entry.validFrom, std::string("2020-01-01"));
    QCOMPARE(entry.validUntil, std::string("2040-01-01"));
    QCOMPARE(entry.key, std::string("prime256v1"));
    QCOMPARE(entry.scope, std::string("citizen-card"));
    QCOMPARE(entry.source, std::string("a.pem"));
    QVERIFY(entry.selfSigned);
    QCOMPARE(list->at(1).country, std::string("VN"));
    QCOMPARE(list->at(2).kind, std::string("revocation-list"));
    QCOMPARE(list->at(2).validUntil, std::string("2027-01-01"));
}

void TrustImportTest::importTrust_twice_addsNothing()
{
    const fs::path pem = file("a.pem", pemOf(authority("C=VN,CN=First").certificate));
    QVERIFY(importTrust(store(), {pem}));

    const auto again = importTrust(store(), {pem});

    QVERIFY(again);
    QCOMPARE(again->certificatesAdded, 0);
    QCOMPARE(again->alreadyThere, 1);
    QCOMPARE(again->version, 1u);
}

void TrustImportTest::importTrust_withBrokenFile_changesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("named");
    const QByteArray pem = [] {
        const Bytes text = pemOf(authority("C=VN,CN=Good").certificate);
        return QByteArray(reinterpret_cast<const char*>(text.data()), qsizetype(text.size()));
    }();
    QTest::newRow("garbage") << QByteArray("this is no certificate") << QByteArray("broken.bin");
    QTest::newRow("empty") << QByteArray() << QByteArray("broken.bin");
    QTest::newRow("second entry") << pem + "-----BEGIN CERTIFICATE-----\nMAMCAQA=\n-----END CERTIFICATE-----\n"
                                  << QByteArray("entry 2");
    QTest::newRow("LDIF, no base64") << QByteArray("version: 1\n\ndn: c=VN\ncertificateRevocationList;binary:: A!!=\n")
                                     << QByteArray("line 4");
    QTest::newRow("LDIF, no list") << QByteArray("dn: c=VN\ncertificateRevocationList;binary:: MAMC\n AQA=\n")
                                   << QByteArray("line 2");
}

void TrustImportTest::importTrust_withBrokenFile_changesNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, named);
    QVERIFY(importTrust(store(), {file("a.pem", pemOf(authority("C=VN,CN=First").certificate))}));
    const Bytes before = readFile(QString::fromStdString((store() / "trust.store").string()));

    const auto report = importTrust(store(), {file("good.pem", pemOf(authority("C=VN,CN=Second").certificate)),
                                              file("broken.bin", Bytes(content.begin(), content.end()))});

    QVERIFY(!report);
    QVERIFY(report.error().code == FailureCode::TrustImportBroken);
    QVERIFY2(QByteArray::fromStdString(report.error().detail).contains(named), report.error().detail.c_str());
    QVERIFY(readFile(QString::fromStdString((store() / "trust.store").string())) == before);
}

void TrustImportTest::importTrust_ofMasterList_needsARoot()
{
    const Authority root = authority("C=NL,CN=CSCA"), other = authority("C=NL,CN=CSCA"),
                    listed = authority("C=FR,CN=CSCA");
    const Signer signer = listSigner(root);
    // The list holds its own root: that vouches for nothing.
    const fs::path list = file("list.ml", makeMasterList({root.certificate, listed.certificate}, signer.certificate,
                                                         signer.key, {root.certificate}));
    const auto unsignedImport = importTrust(store(), {list});
    QVERIFY(!unsignedImport);
    QVERIFY(unsignedImport.error().code == FailureCode::TrustImportUnsigned);
    const auto wrongRoot =
        importTrust(store(), {list}, {DocumentScope::Any, {file("other.pem", pemOf(other.certificate))}, now});
    QVERIFY2(!wrongRoot, "another root of the same name");

    const auto report =
        importTrust(store(), {list}, {DocumentScope::Any, {file("root.pem", pemOf(root.certificate))}, now});

    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->certificatesAdded, 2);
}

void TrustImportTest::importTrust_ofMasterListByWrongSigner_isRefused()
{
    const Authority root = authority("C=NL,CN=CSCA");
    const fs::path rootFile = file("root.pem", pemOf(root.certificate));
    for (const char* purpose : {static_cast<const char*>(nullptr), "critical,serverAuth"}) {
        const Signer signer = listSigner(root, purpose);
        const auto report =
            importTrust(store(), {file("list.ml", makeMasterList({root.certificate}, signer.certificate, signer.key))},
                        {DocumentScope::Any, {rootFile}, now});
        QVERIFY(!report);
        QVERIFY(report.error().code == FailureCode::TrustImportUnsigned);
    }
    const Signer signer = listSigner(root);
    Bytes forged = makeMasterList({root.certificate}, signer.certificate, signer.key);
    forged.back() ^= 1;
    QVERIFY2(!importTrust(store(), {file("list.ml", forged)}, {DocumentScope::Any, {rootFile}, now}),
             "forged signature");
}

void TrustImportTest::importTrust_ofMasterList_isNotForCitizenCards()
{
    const Authority root = authority("C=NL,CN=CSCA"), listed = authority("C=VN,CN=CSCA ePassport");
    const Signer signer = listSigner(root);
    QVERIFY(importTrust(store(),
                        {file("list.ml", makeMasterList({listed.certificate}, signer.certificate, signer.key))},
                        {DocumentScope::CitizenCard, {file("root.pem", pemOf(root.certificate))}, now}));
    const auto list = listTrust(store());
    QVERIFY(list);
    QCOMPARE(list->front().scope, std::string("passport"));
}

void TrustImportTest::importTrust_ofLdif_takesListsAndLeavesSigners()
{
    const Authority root = authority("C=NL,CN=CSCA"), unknown = authority("C=XX,CN=CSCA"),
                    listed = authority("C=FR,CN=CSCA");
    const Signer signer = listSigner(root), stranger = listSigner(unknown);
    QByteArray folded = base64(makeCrl({"C=NL,CN=CSCA", root.spec.key, {}}));
    for (qsizetype at = 70; at < folded.size(); at += 73)
        folded.insert(at, "\r\n ");
    const QByteArray ldif =
        "version: 1\r\n\r\ndn: o=crl,c=NL\r\nobjectClass: top\r\ncertificateRevocationList;binary:: " + folded +
        "\r\n\r\ndn: o=dsc,c=NL\r\nuserCertificate;binary:: " + base64(derOf(signer.certificate)) +
        "\r\n\r\ndn: o=ml,c=NL\r\npkdMasterListContent:: " +
        base64(makeMasterList({listed.certificate}, signer.certificate, signer.key)) +
        "\r\n\r\ndn: o=ml,c=XX\r\npkdMasterListContent:: " +
        base64(makeMasterList({unknown.certificate}, stranger.certificate, stranger.key)) + "\r\n";

    const auto report = importTrust(store(), {file("pkd.ldif", Bytes(ldif.begin(), ldif.end()))},
                                    {DocumentScope::Any, {file("root.pem", pemOf(root.certificate))}, now});

    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->certificatesAdded, 1);
    QCOMPARE(report->revocationListsAdded, 1);
    QCOMPARE(report->leftOut.size(), 2u);
}

void TrustImportTest::importTrust_repeatedly_keepsHistory()
{
    for (int i = 0; i < 13; ++i) {
        const std::string name = "C=VN,CN=CSCA " + std::to_string(i);
        QVERIFY(importTrust(store(), {file("a.pem", pemOf(authority(name.c_str()).certificate))}));
    }
    const QDir history(QString::fromStdString((store() / "history").string()));
    QCOMPARE(history.entryList(QDir::Files).size(), 10);
    QCOMPARE(history.entryList(QDir::Files).last(), QString("00000012.store"));
    QCOMPARE(listTrust(store())->size(), 13u);
}

void TrustImportTest::importTrust_whileTheStoreIsDamaged_saysSo()
{
    QVERIFY(importTrust(store(), {file("a.pem", pemOf(authority("C=VN,CN=First").certificate))}));
    QFile out(QString::fromStdString((store() / "trust.store").string()));
    QVERIFY(out.resize(out.size() / 2));

    QVERIFY(importTrust(store(), {file("b.pem", pemOf(authority("C=VN,CN=B").certificate))}).error().code ==
            FailureCode::TrustImportBroken);
    QVERIFY(TrustStore::load(store()).error().code == FailureCode::TrustImportBroken);
    QVERIFY(TrustStore::load(store() / "nowhere").error().code == FailureCode::FileUnreadable);
}

void TrustImportTest::load_ofFolderWithMasterList_needsARootBesideIt()
{
    const Authority root = authority("C=NL,CN=CSCA"), listed = authority("C=FR,CN=CSCA");
    const Signer signer = listSigner(root);
    file("list.ml", makeMasterList({listed.certificate}, signer.certificate, signer.key));
    QVERIFY(TrustStore::load(m_folder->path().toStdString()).error().code == FailureCode::TrustImportUnsigned);

    file("root.pem", pemOf(root.certificate));
    file("README.md", {'x'});

    const auto list = listTrust(m_folder->path().toStdString());
    QVERIFY2(list, list ? "" : list.error().detail.c_str());
    QCOMPARE(list->size(), 2u);
}

void TrustImportTest::importTrust_ofTheDutchList_takesItWhole()
{
    CHINHCHU_NEED_VECTOR("masterlists/NL_ML_2026-07-22.ml");
    const auto report =
        importTrust(store(), {sharedVector("masterlists/NL_ML_2026-07-22.ml").toStdString()},
                    {DocumentScope::Any, {sharedVector("masterlists/NL_ROOT_CA.cer").toStdString()}, now});
    QVERIFY2(report, report ? "" : report.error().detail.c_str());
    QCOMPARE(report->certificatesAdded, 411);
    const auto list = listTrust(store());
    QVERIFY(list);
    std::set<std::string> states;
    for (const TrustEntry& entry : *list)
        states.insert(entry.country);
    QCOMPARE(states.size(), 129u);
}

void TrustImportTest::importTrust_ofVietnamesePassportIssuer_verifiesItself()
{
    CHINHCHU_NEED_VECTOR("certs/CSCA_VN_ePassport_2022.der");
    QVERIFY(importTrust(store(), {sharedVector("certs/CSCA_VN_ePassport_2022.der").toStdString()},
                        {DocumentScope::Passport, {}, now}));
    const auto list = listTrust(store());
    QVERIFY(list);
    QCOMPARE(list->front().country, std::string("VN"));
    QCOMPARE(list->front().key, std::string("brainpoolP512r1"));
    QVERIFY(list->front().selfSigned);
}

QTEST_GUILESS_MAIN(TrustImportTest)
#include "tst_trust_import.moc"
