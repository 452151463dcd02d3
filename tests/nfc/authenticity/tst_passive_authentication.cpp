#include "nfc/authenticity/passive_authentication.h"
#include "nfc/authenticity/saved_files.h"
#include "nfc/authenticity/trust_import.h"
#include "tests/nfc/authenticity/test_pki.h"
#include "tests/nfc/shared_vectors.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;

namespace {

constexpr const char* cscaName = "C=VN,O=Test,CN=CSCA Test";
constexpr const char* citizenZone = "IDVNM0990000176001099000017<<7"
                                    "9901155M3901153VNM<<<<<<<<<<<8"
                                    "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<";

using std::chrono::sys_days;
const auto now = sys_days(std::chrono::year(2026) / 11 / 22);

/// Everything of an honest document. Each test changes one thing of it.
struct Document
{
    CertificateSpec csca;
    CertificateSpec ds;
    SodSpec sod;
    std::map<int, Bytes> files; ///< what the chip gives out; by default what is signed
    std::vector<Bytes> crls;
    QString trustFolder; ///< "", "citizen-card", "passport"
    std::vector<Certificate> moreAnchors;
    bool trusted = true;
    std::string state = "VNM", type = "ID";
    std::optional<std::chrono::year_month_day> issued;
    std::chrono::system_clock::time_point at = now;
    std::function<void(Bytes&)> changeSod;
    std::function<void(Document&, const Certificate& ds)> beforeSod;

    Document()
    {
        csca.subject = cscaName;
        csca.key = makeKey("prime256v1");
        csca.extensions = {{"basicConstraints", "critical,CA:TRUE,pathlen:0"},
                           {"keyUsage", "critical,keyCertSign,cRLSign"},
                           {"subjectKeyIdentifier", "hash"}};
        ds.subject = "C=VN,O=Test,CN=DS 1";
        ds.issuer = cscaName;
        ds.serial = 77;
        ds.key = makeKey("prime256v1");
        ds.extensions = {{"keyUsage", "critical,digitalSignature"}, {"authorityKeyIdentifier", "keyid:always"}};
        sod.groups = {{1, dg1(citizenZone)}, {2, tlv(0x75, Bytes(200, 2))}, {15, tlv(0x6F, Bytes(80, 15))}};
    }

    [[nodiscard]] AuthenticityVerdict judge()
    {
        const Certificate root = makeCertificate(csca);
        if (!ds.issuerKey)
            ds.issuerKey = csca.key;
        if (!ds.authority)
            ds.authority = root.get();
        const Certificate signer = makeCertificate(ds);
        if (sod.signers.empty())
            sod.signers = {{signer, ds.key}};
        if (beforeSod)
            beforeSod(*this, signer);
        Bytes raw = makeSod(sod);
        if (changeSod)
            changeSod(raw);
        for (const auto& [group, file] : sod.groups)
            files.try_emplace(group, file);

        PassiveAuthentication passive(raw, trust(root), at);
        for (const auto& [group, file] : files)
            passive.checkDataGroup(group, file);
        if (issued)
            passive.issuedOn(*issued);
        passive.issuingState(state, type);
        return passive.verdict();
    }

    [[nodiscard]] TrustStore trust(const Certificate& root) const
    {
        if (!trusted)
            return {};
        const QTemporaryDir folder;
        const auto write = [&](const QString& name, const Bytes& data) {
            const QString place = folder.path() + "/" + trustFolder;
            QDir().mkpath(place);
            QFile file(place + "/" + name);
            if (file.open(QIODevice::WriteOnly))
                file.write(reinterpret_cast<const char*>(data.data()), qint64(data.size()));
        };
        write("csca.pem", pemOf(root));
        for (std::size_t i = 0; i < crls.size(); ++i)
            write(QString("list%1.crl").arg(i), crls[i]);
        for (std::size_t i = 0; i < moreAnchors.size(); ++i)
            write(QString("more%1.der").arg(i), derOf(moreAnchors[i]));
        auto store = TrustStore::load(folder.path().toStdString());
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return *store;
    }
};

using Change = std::function<void(Document&)>;

QByteArray told(const AuthenticityVerdict& verdict)
{
    QByteArray all = text(toString(verdict.passive));
    for (const auto& reason : verdict.reasons)
        all += " " + text(codeName(reason.code));
    for (const auto& step : verdict.steps)
        all += "\n    " + QByteArray::number(int(step.outcome)) + " " + QByteArray::fromStdString(step.name) + " | " +
               QByteArray::fromStdString(step.subject) + " | " + QByteArray::fromStdString(step.detail);
    return all;
}

bool warns(const AuthenticityVerdict& verdict, const char* words)
{
    return std::any_of(verdict.steps.begin(), verdict.steps.end(), [&](const VerdictStep& step) {
        return step.outcome == VerdictStep::Outcome::Warning && step.detail.find(words) != std::string::npos;
    });
}

void changeExtension(CertificateSpec& spec, const std::string& name, const char* value)
{
    std::erase_if(spec.extensions, [&](const Extension& extension) { return extension.name == name; });
    if (value)
        spec.extensions.push_back({name, value});
}

/// Replaces the only (or last) occurrence of @p from.
void replaceLast(Bytes& data, const Bytes& from, const Bytes& to)
{
    const auto at = std::find_end(data.begin(), data.end(), from.begin(), from.end());
    if (at == data.end())
        qFatal("pattern not found");
    std::copy(to.begin(), to.end(), at);
}

} // namespace

Q_DECLARE_METATYPE(Change)

class PassiveAuthenticationTest : public QObject
{
    Q_OBJECT

private slots:
    void verdict_ofHonestButOddDocument_isVerified_data();
    void verdict_ofHonestButOddDocument_isVerified();
    void verdict_ofForgedDocument_namesTheForgery_data();
    void verdict_ofForgedDocument_namesTheForgery();
    void verdict_withoutSod_isAbsent();
    void verdict_withSeveralFaults_listsThemAll();
    void verdict_repeated_isTheSameToTheByte();
    void revocation_hasThreeStates_andPolicyDecides();
    void dataGroupUnreadable_ofChipKeys_isWithheld();
    void checkCom_hidingAChipKey_isAFailure();
    void verifySod_ofCapturedDocuments_chainsToTheDutchList_data();
    void verifySod_ofCapturedDocuments_chainsToTheDutchList();
    void verifySavedFiles_ofSpecimens_lackOnlyTheirIssuer();
};

void PassiveAuthenticationTest::verdict_ofHonestButOddDocument_isVerified_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("warning"); // words that must be told, if any
    const auto row = [](const char* name, const Change& change, const char* warning = "") {
        QTest::newRow(name) << change << QByteArray(warning);
    };
    row("nothing odd", [](Document&) {});
    for (const char* curve : {"brainpoolP224r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "secp384r1",
                              "secp521r1", "secp224r1"})
        row(curve, [curve](Document& d) { d.ds.key = makeKey(curve); });
    row("explicit parameters of a known curve, signer",
        [](Document& d) { d.ds.key = makeKey("brainpoolP256r1", true); });
    row("explicit parameters of a known curve, issuer",
        [](Document& d) { d.csca.key = makeKey("brainpoolP512r1", true); });
    row("RSA PKCS #1", [](Document& d) { d.ds.key = makeKey("RSA-2048"); });
    row("RSA-PSS signature with a plain RSA key", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.pss = true;
    });
    row("RSA-PSS key", [](Document& d) {
        d.ds.key = makeKey("RSA-PSS-2048");
        d.sod.pss = true;
    });
    row("RSA-PSS with a salt of 20", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.pss = true;
        d.sod.saltLength = 20;
    });
    row("RSA-PSS without salt", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.pss = true;
        d.sod.saltLength = 0;
    });
    row("certificate signed with RSA-PSS", [](Document& d) {
        d.csca.key = makeKey("RSA-3072");
        d.csca.pss = d.ds.pss = true;
    });
    row("SHA-512 over a small curve", [](Document& d) {
        d.ds.key = makeKey("brainpoolP224r1");
        d.sod.digest = EVP_sha512();
    });
    row("hash list and signature with different digests", [](Document& d) {
        d.sod.hashDigest = EVP_sha512();
        d.sod.digest = EVP_sha384();
    });
    row(
        "SHA-1", [](Document& d) { d.sod.digest = d.sod.hashDigest = EVP_sha1(); }, "SHA-1");
    row("LDS 1.8", [](Document& d) { d.sod.version = 1; });
    row(
        "without signed attributes", [](Document& d) { d.sod.attributes = false; }, "no signed attributes");
    row("signer by key identifier", [](Document& d) {
        changeExtension(d.ds, "subjectKeyIdentifier", "hash");
        d.sod.keyIdentifier = true;
    });
    row("signer's certificate only in the store", [](Document& d) {
        d.sod.withCertificates = false;
        d.beforeSod = [](Document& document, const Certificate& ds) { document.moreAnchors.push_back(ds); };
    });
    row(
        "two signers, one of them of no use",
        [](Document& d) {
            d.beforeSod = [](Document& document, const Certificate&) {
                CertificateSpec other = document.ds;
                other.key = makeKey("prime256v1");
                other.issuerKey = makeKey("prime256v1");
                other.issuer = "C=XX,CN=nobody";
                other.authority = nullptr;
                changeExtension(other, "authorityKeyIdentifier", nullptr);
                document.sod.signers.insert(document.sod.signers.begin(), {makeCertificate(other), other.key});
            };
        },
        "one of several signers");
    row("several issuers of one name", [](Document& d) {
        CertificateSpec other = d.csca;
        other.key = makeKey("prime256v1");
        d.moreAnchors.push_back(makeCertificate(other));
        changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
    });
    row(
        "link certificate in the document",
        [](Document& d) {
            d.beforeSod = [](Document& document, const Certificate&) {
                // The new key's certificate, signed with the old key that the store knows.
                CertificateSpec link = document.csca;
                link.subject = "C=VN,O=Test,CN=CSCA Test 2";
                link.issuer = cscaName;
                link.issuerKey = document.csca.key;
                link.key = makeKey("prime256v1");
                link.serial = 5;
                const Certificate made = makeCertificate(link);
                CertificateSpec ds = document.ds;
                ds.issuer = link.subject;
                ds.issuerKey = link.key;
                ds.authority = made.get();
                document.sod.signers = {{makeCertificate(ds), ds.key}};
                document.sod.more = {made};
            };
        },
        "carries on to the next key");
    row(
        "signer expired since",
        [](Document& d) {
            d.ds.until = "20250101000000Z";
            d.issued = std::chrono::year(2021) / 5 / 20;
        },
        "expired since");
    row(
        "issuer expired since", [](Document& d) { d.csca.until = "20250101000000Z"; }, "expired since");
    row(
        "signer without key usage", [](Document& d) { changeExtension(d.ds, "keyUsage", nullptr); }, "no key usage");
    row(
        "issuer without extensions",
        [](Document& d) {
            d.csca.extensions.clear();
            changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
        },
        "no basic constraints");
    row("certificates for ever", [](Document& d) { d.ds.until = d.csca.until = "99991231235959Z"; });
    row("country in small letters", [](Document& d) { d.ds.subject = "C=vn,O=Test,CN=DS 1"; });
    row("fresh revocation list", [](Document& d) { d.crls = {makeCrl({cscaName, d.csca.key, {2, 3, 4}})}; });
    row("document type listed", [](Document& d) {
        d.ds.extensions.push_back({"2.23.136.1.1.6.2", "DER:30:09:02:01:00:31:04:13:02:49:44"}); // "ID"
    });
    row("critical private key usage period", [](Document& d) {
        d.ds.extensions.push_back({"2.5.29.16", "critical,DER:30:22:80:0F:32:30:32:30:30:31:30:31:30:30:30:30:30:30:"
                                                "5A:81:0F:32:30:34:30:30:31:30:31:30:30:30:30:30:30:5A"});
    });
    row("issuer scoped to citizen cards", [](Document& d) { d.trustFolder = "citizen-card"; });
    row("passport under a passport issuer", [](Document& d) {
        d.trustFolder = "passport";
        d.type = "P";
    });
    row(
        "bytes after the end of EF.SOD",
        [](Document& d) { d.changeSod = [](Bytes& sod) { sod.resize(sod.size() + 9); }; }, "after its end");
}

void PassiveAuthenticationTest::verdict_ofHonestButOddDocument_isVerified()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, warning);
    Document document;
    change(document);

    const auto verdict = document.judge();

    QVERIFY2(verdict.passive == PassiveResult::Verified, told(verdict).constData());
    QVERIFY2(verdict.reasons.empty(), told(verdict).constData());
    QCOMPARE(exitStatus(verdict), 0);
    QVERIFY2(warning.isEmpty() || warns(verdict, warning.constData()), told(verdict).constData());
}

void PassiveAuthenticationTest::verdict_ofForgedDocument_namesTheForgery_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, const Change& change) {
        QTest::newRow(name) << change << QByteArray(code);
    };
    const auto sodChange = [](std::function<void(Bytes&)> change) {
        return [change = std::move(change)](Document& d) { d.changeSod = change; };
    };
    // The file itself
    row("SOD: empty sequence", "SOD_MALFORMED", sodChange([](Bytes& sod) { sod = {0x77, 0x02, 0x30, 0x00}; }));
    row("SOD: wrong tag", "SOD_MALFORMED", sodChange([](Bytes& sod) { sod[0] = 0x78; }));
    row("SOD: cut off", "SOD_MALFORMED", sodChange([](Bytes& sod) { sod.resize(sod.size() / 2); }));
    row("SOD: not signed data", "SOD_MALFORMED", sodChange([](Bytes& sod) {
            replaceLast(sod, {0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02},
                        {0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01});
        }));
    row("SOD: content type of a master list", "SOD_CONTENT_TYPE_WRONG",
        [](Document& d) { d.sod.contentType = "2.23.136.1.1.2"; });
    row("SOD: content type data", "SOD_CONTENT_TYPE_WRONG",
        [](Document& d) { d.sod.contentType = "1.2.840.113549.1.7.1"; });
    // The hash list, signed as it is
    row("list: garbage", "SOD_HASH_LIST_MALFORMED", [](Document& d) {
        d.sod.changeList = [](Bytes& list) { list = {0x30, 0x03, 0x02, 0x01, 0x00}; };
    });
    row("list: version 7", "SOD_HASH_LIST_MALFORMED",
        [](Document& d) { d.sod.changeList = [](Bytes& list) { list[5 - (list[1] < 0x80 ? 1 : 0)] = 7; }; });
    row("list: bytes after its end", "SOD_HASH_LIST_MALFORMED",
        [](Document& d) { d.sod.changeList = [](Bytes& list) { list.push_back(0); }; });
    row("list: unknown digest", "DIGEST_NOT_ACCEPTED", [](Document& d) { d.sod.hashDigest = EVP_md5(); });
    row("list: RIPEMD-160", "DIGEST_NOT_ACCEPTED",
        [](Document& d) { d.sod.hashDigest = EVP_get_digestbyname("ripemd160"); });
    row("list: hash too short", "SOD_HASH_LIST_MALFORMED", [](Document& d) {
        d.sod.changeList = [](Bytes& list) { // the digest's name changes, the hashes stay: 2.16.840.1.101.3.4.2.x
            replaceLast(list, {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01},
                        {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03});
        };
    });
    // The signature
    row("signature: last byte", "SOD_SIGNATURE_INVALID", sodChange([](Bytes& sod) { sod.back() ^= 1; }));
    row("signature: RSA, last byte", "SOD_SIGNATURE_INVALID", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.changeSod = [](Bytes& sod) { sod.back() ^= 1; };
    });
    row("signature: PSS, last byte", "SOD_SIGNATURE_INVALID", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.pss = true;
        d.changeSod = [](Bytes& sod) { sod.back() ^= 1; };
    });
    row("signature: by another key", "SOD_SIGNATURE_INVALID", [](Document& d) {
        d.beforeSod = [](Document& document, const Certificate&) {
            // CMS checks that key and certificate fit, so the right certificate is put in afterwards.
            CertificateSpec twin = document.ds;
            twin.key = makeKey("prime256v1");
            document.sod.withCertificates = false;
            document.sod.more = {document.sod.signers.front().first};
            document.sod.signers = {{makeCertificate(twin), twin.key}};
        };
    });
    row("content: hash changed after signing", "SOD_CONTENT_HASH_MISMATCH",
        [](Document& d) { d.changeSod = [](Bytes& sod) { sod[sod[1] == 0x82 ? 120 : 120] ^= 1; }; });
    row("content: without attributes", "SOD_SIGNATURE_INVALID", [](Document& d) {
        d.sod.attributes = false;
        d.changeSod = [](Bytes& sod) { sod[120] ^= 1; };
    });
    row("attributes: content type is not there", "SOD_SIGNED_ATTRIBUTES_INVALID", sodChange([](Bytes& sod) {
            replaceLast(sod, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03},
                        {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E});
        }));
    row("attributes: message digest is not there", "SOD_SIGNED_ATTRIBUTES_INVALID", sodChange([](Bytes& sod) {
            replaceLast(sod, {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04},
                        {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E});
        }));
    row("attributes: another content type", "SOD_SIGNED_ATTRIBUTES_INVALID", sodChange([](Bytes& sod) {
            replaceLast(sod, {0x67, 0x81, 0x08, 0x01, 0x01, 0x01}, {0x67, 0x81, 0x08, 0x01, 0x01, 0x02});
        }));
    row("attributes: signing time moved", "SOD_SIGNATURE_INVALID", sodChange([](Bytes& sod) {
            const Bytes signingTime = {0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05};
            const auto at = std::find_end(sod.begin(), sod.end(), signingTime.begin(), signingTime.end());
            at[9 + 4] = '1'; // SET, UTCTime, the year's first digit
        }));
    row("digest: MD5 in the signer", "DIGEST_NOT_ACCEPTED", [](Document& d) {
        d.ds.key = makeKey("RSA-2048");
        d.sod.digest = EVP_md5();
    });
    row("no signer", "SOD_SIGNER_MISSING", [](Document& d) { d.sod.noSigner = true; });
    row("no certificate", "SIGNER_CERTIFICATE_MISSING", [](Document& d) { d.sod.withCertificates = false; });
    row("another serial number", "SIGNER_CERTIFICATE_MISSING", [](Document& d) {
        d.beforeSod = [](Document& document, const Certificate& ds) {
            CertificateSpec other = document.ds;
            other.serial = 78;
            document.sod.withCertificates = false;
            document.sod.signers = {{ds, document.ds.key}};
            document.sod.more = {makeCertificate(other)};
        };
    });
    // Keys
    row("key: RSA 512", "KEY_TOO_WEAK", [](Document& d) { d.ds.key = makeKey("RSA-512"); });
    row("key: 112-bit curve", "KEY_TOO_WEAK", [](Document& d) {
        d.ds.key = makeKey("secp112r1");
        d.sod.digest = EVP_sha1();
    });
    row("key: generator of one's own", "CURVE_NOT_KNOWN", [](Document& d) { d.ds.key = makeKeyOnForgedCurve(); });
    row("key: Ed25519", "SIGNATURE_ALGORITHM_UNKNOWN", [](Document& d) {
        d.beforeSod = [](Document& document, const Certificate&) {
            CertificateSpec other = document.ds;
            other.key = Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
            document.sod.withCertificates = false;
            document.sod.more = {makeCertificate(other)};
        };
    });
    // Data groups
    for (int group : {1, 2, 15})
        row(qPrintable(QString("DG%1: one bit").arg(group)), "DATA_GROUP_HASH_MISMATCH", [group](Document& d) {
            d.files[group] = d.sod.groups[group];
            d.files[group].back() ^= 1;
        });
    row("DG1: one byte more", "DATA_GROUP_HASH_MISMATCH", [](Document& d) {
        d.files[1] = d.sod.groups[1];
        d.files[1].push_back(0);
    });
    row("DG2: of another card", "DATA_GROUP_HASH_MISMATCH", [](Document& d) { d.files[2] = tlv(0x75, Bytes(200, 3)); });
    row("DG14: not signed", "DATA_GROUP_NOT_SIGNED", [](Document& d) { d.files[14] = tlv(0x6E, Bytes(10)); });
    // The signer's certificate, each time signed by the right issuer
    row("signer: an authority", "SIGNER_IS_AUTHORITY", [](Document& d) {
        d.ds.extensions.push_back({"basicConstraints", "critical,CA:TRUE"});
    });
    row("signer: key usage of an authority", "SIGNER_KEY_USAGE_WRONG",
        [](Document& d) { changeExtension(d.ds, "keyUsage", "critical,keyCertSign"); });
    row("signer: key usage of encryption", "SIGNER_KEY_USAGE_WRONG",
        [](Document& d) { changeExtension(d.ds, "keyUsage", "critical,keyEncipherment"); });
    row("signer: of master lists", "SIGNER_PURPOSE_WRONG", [](Document& d) {
        d.ds.extensions.push_back({"extendedKeyUsage", "critical,2.23.136.1.1.3"});
    });
    row("signer: of deviation lists", "SIGNER_PURPOSE_WRONG", [](Document& d) {
        d.ds.extensions.push_back({"extendedKeyUsage", "2.23.136.1.1.8"});
    });
    row("signer: unknown critical extension", "SIGNER_EXTENSION_UNKNOWN", [](Document& d) {
        d.ds.extensions.push_back({"1.2.3.4.5", "critical,DER:05:00"});
    });
    row("signer: of tomorrow", "SIGNER_NOT_YET_VALID", [](Document& d) {
        d.ds.from = "20261124000000Z";
        d.issued = std::chrono::year(2026) / 11 / 24;
    });
    row("signer: issued before it was valid", "SIGNER_NOT_VALID_AT_ISSUE",
        [](Document& d) { d.issued = std::chrono::year(2019) / 5 / 20; });
    row("signer: issued after it expired", "SIGNER_NOT_VALID_AT_ISSUE", [](Document& d) {
        d.ds.until = "20230101000000Z";
        d.issued = std::chrono::year(2024) / 5 / 20;
    });
    row("signer: signing time after it expired", "SIGNER_NOT_VALID_AT_ISSUE",
        [](Document& d) { d.ds.until = "20230101000000Z"; });
    row("signer: key used too late", "SIGNER_KEY_PERIOD_EXCEEDED", [](Document& d) {
        d.ds.extensions.push_back({"2.5.29.16", "DER:30:11:81:0F:32:30:32:31:30:31:30:31:30:30:30:30:30:30:5A"});
        d.issued = std::chrono::year(2022) / 5 / 20;
    });
    row("signer: key used too early", "SIGNER_KEY_PERIOD_EXCEEDED", [](Document& d) {
        d.ds.extensions.push_back({"2.5.29.16", "DER:30:11:80:0F:32:30:32:33:30:31:30:31:30:30:30:30:30:30:5A"});
        d.issued = std::chrono::year(2022) / 5 / 20;
    });
    row("signer: for passports only", "SIGNER_DOCUMENT_TYPE_WRONG", [](Document& d) {
        d.ds.extensions.push_back({"2.23.136.1.1.6.2", "DER:30:08:02:01:00:31:03:13:01:50"}); // "P"
    });
    row("signer: revoked", "SIGNER_REVOKED", [](Document& d) { d.crls = {makeCrl({cscaName, d.csca.key, {77}})}; });
    row("signer: revoked by a stale list", "SIGNER_REVOKED", [](Document& d) {
        d.crls = {makeCrl({cscaName, d.csca.key, {77}, "20220101000000Z", "20220201000000Z"})};
    });
    row("signer: revoked by one of two lists", "SIGNER_REVOKED", [](Document& d) {
        d.crls = {makeCrl({cscaName, d.csca.key, {}}), makeCrl({cscaName, d.csca.key, {77}})};
    });
    // The chain
    row("chain: certificate signed by another key", "SIGNER_CHAIN_INVALID",
        [](Document& d) { d.ds.issuerKey = makeKey("prime256v1"); });
    row("chain: self-made issuer of the same name", "ISSUER_UNKNOWN", [](Document& d) {
        d.ds.issuerKey = makeKey("prime256v1");
        changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
    });
    row("chain: self-made issuer in the document", "ISSUER_UNKNOWN", [](Document& d) {
        d.beforeSod = [](Document& document, const Certificate&) {
            CertificateSpec fake = document.csca;
            fake.subject = "C=VN,O=Test,CN=CSCA Fake";
            fake.key = makeKey("prime256v1");
            const Certificate made = makeCertificate(fake);
            CertificateSpec ds = document.ds;
            ds.issuer = fake.subject;
            ds.issuerKey = fake.key;
            ds.authority = made.get();
            document.sod.signers = {{makeCertificate(ds), ds.key}};
            document.sod.more = {made};
        };
    });
    row("chain: signer signs itself", "ISSUER_UNKNOWN", [](Document& d) {
        d.ds.issuer = d.ds.subject;
        d.ds.issuerKey = d.ds.key;
        changeExtension(d.ds, "authorityKeyIdentifier", nullptr);
    });
    row("chain: nobody is trusted", "ISSUER_UNKNOWN", [](Document& d) { d.trusted = false; });
    row("chain: MD5", "SIGNER_CHAIN_INVALID", [](Document& d) {
        d.csca.key = makeKey("RSA-2048");
        d.ds.digest = EVP_md5();
    });
    row("issuer: no authority", "ISSUER_NOT_AUTHORITY",
        [](Document& d) { changeExtension(d.csca, "basicConstraints", "critical,CA:FALSE"); });
    row("issuer: a document signer", "ISSUER_NOT_AUTHORITY", [](Document& d) {
        d.beforeSod = [](Document& document, const Certificate& ds) {
            // A trusted signer's key makes a second signer.
            document.moreAnchors = {ds};
            CertificateSpec second = document.ds;
            second.subject = "C=VN,O=Test,CN=DS 2";
            second.issuer = document.ds.subject;
            second.issuerKey = document.ds.key;
            second.key = makeKey("prime256v1");
            changeExtension(second, "authorityKeyIdentifier", nullptr);
            document.sod.signers = {{makeCertificate(second), second.key}};
        };
    });
    row("issuer: may not sign certificates", "ISSUER_KEY_USAGE_WRONG",
        [](Document& d) { changeExtension(d.csca, "keyUsage", "critical,digitalSignature"); });
    row("issuer: not valid yet when it signed", "ISSUER_NOT_VALID_AT_SIGNING",
        [](Document& d) { d.csca.from = "20210101000000Z"; });
    row("issuer: expired when it signed", "ISSUER_NOT_VALID_AT_SIGNING", [](Document& d) {
        d.csca.until = "20190101000000Z";
        d.csca.from = "20100101000000Z";
    });
    row("issuer: revoked", "ISSUER_REVOKED", [](Document& d) { d.crls = {makeCrl({cscaName, d.csca.key, {1}})}; });
    // Whose document
    row("country: signer of another country", "SIGNER_COUNTRY_DISAGREES", [](Document& d) {
        d.ds.subject = "C=LA,O=Test,CN=DS 1";
        d.state = "LAO";
    });
    row("country: all of another country", "ISSUER_COUNTRY_DISAGREES", [](Document& d) {
        d.csca.subject = d.ds.issuer = "C=LA,O=Test,CN=CSCA";
        d.ds.subject = "C=LA,O=Test,CN=DS 1";
    });
    row("country: none in the certificates", "SIGNER_COUNTRY_DISAGREES", [](Document& d) {
        d.csca.subject = d.ds.issuer = "O=Test,CN=CSCA";
        d.ds.subject = "O=Test,CN=DS 1";
        d.state = "";
    });
    row("scope: citizen card under a passport issuer", "ISSUER_NOT_FOR_DOCUMENT",
        [](Document& d) { d.trustFolder = "passport"; });
    row("scope: passport under an issuer of citizen cards", "ISSUER_NOT_FOR_DOCUMENT", [](Document& d) {
        d.trustFolder = "citizen-card";
        d.type = "P";
    });
}

void PassiveAuthenticationTest::verdict_ofForgedDocument_namesTheForgery()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, code);
    Document document;
    change(document);

    const auto verdict = document.judge();

    QVERIFY2(verdict.passive != PassiveResult::Verified, told(verdict).constData());
    QVERIFY2(exitStatus(verdict) != 0, told(verdict).constData());
    QVERIFY2(!verdict.reasons.empty(), told(verdict).constData());
    const bool named = std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                                   [&](const VerdictReason& reason) { return text(codeName(reason.code)) == code; });
    QVERIFY2(named, told(verdict).constData());
}

void PassiveAuthenticationTest::verdict_withoutSod_isAbsent()
{
    const auto verdict = verifySod({}, TrustStore(), now);
    QVERIFY(verdict.passive == PassiveResult::Absent);
    QVERIFY(verdict.reasons.front().code == FailureCode::SodMissing);
    QCOMPARE(exitStatus(verdict), 5);
}

void PassiveAuthenticationTest::verdict_withSeveralFaults_listsThemAll()
{
    Document document;
    document.files[1] = dg1("changed");
    changeExtension(document.ds, "keyUsage", "critical,keyCertSign");
    document.crls = {makeCrl({cscaName, document.csca.key, {77}})};

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

void PassiveAuthenticationTest::revocation_hasThreeStates_andPolicyDecides()
{
    Document missing;
    QVERIFY(missing.judge().revocation == RevocationState::Missing);

    Document fresh;
    fresh.crls = {makeCrl({cscaName, fresh.csca.key, {}})};
    QVERIFY(fresh.judge().revocation == RevocationState::Fresh);

    Document stale;
    stale.crls = {makeCrl({cscaName, stale.csca.key, {}, "20220101000000Z", "20220201000000Z"})};
    QVERIFY(stale.judge().revocation == RevocationState::Stale);

    Document forged; // a list that somebody else signed cannot revoke, nor pass for a fresh one
    forged.crls = {makeCrl({cscaName, makeKey("prime256v1"), {77}})};
    const auto verdict = forged.judge();
    QVERIFY(verdict.revocation == RevocationState::Missing);
    QVERIFY(warns(verdict, "not signed by the issuer"));
}

void PassiveAuthenticationTest::dataGroupUnreadable_ofChipKeys_isWithheld()
{
    Document document;
    const Certificate root = makeCertificate(document.csca);
    document.ds.issuerKey = document.csca.key;
    document.ds.authority = root.get();
    document.sod.signers = {{makeCertificate(document.ds), document.ds.key}};
    PassiveAuthentication passive(makeSod(document.sod), document.trust(root), now);

    passive.dataGroupUnreadable(3);  // not listed: nothing is said
    passive.dataGroupUnreadable(15); // listed

    const auto verdict = passive.verdict();
    QCOMPARE(verdict.reasons.size(), 1u);
    QVERIFY(verdict.reasons.front().code == FailureCode::ChipProofWithheld);
    QVERIFY(verdict.passive == PassiveResult::Failed);
}

void PassiveAuthenticationTest::checkCom_hidingAChipKey_isAFailure()
{
    Document document;
    const Certificate root = makeCertificate(document.csca);
    document.ds.issuerKey = document.csca.key;
    document.ds.authority = root.get();
    document.sod.signers = {{makeCertificate(document.ds), document.ds.key}};
    PassiveAuthentication passive(makeSod(document.sod), document.trust(root), now);

    passive.checkCom(fromHex("60045C026175"));

    const auto verdict = passive.verdict();
    QCOMPARE(verdict.reasons.size(), 1u);
    QVERIFY(verdict.reasons.front().code == FailureCode::ComDisagreesWithSod);
    QCOMPARE(verdict.reasons.front().subject, std::string("DG15"));
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
    const QTemporaryDir folder;
    const auto imported =
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
