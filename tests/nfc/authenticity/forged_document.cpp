#include "tests/nfc/authenticity/forged_document.h"

#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/profile/profile_reader.h"

#include <QDir>
#include <QTemporaryDir>

#include <openssl/rsa.h>

namespace chinhchu::tests {

using namespace chip::pki;

const char* const cscaName = "C=VN,O=Invented for tests,CN=CSCA Test";

namespace {

/// A whole card of the simulator, made once: its keys and its photograph take time.
const chip::CardImage& simulatedCard()
{
    static const QTemporaryDir pki;
    static const chip::CardImage card = *chip::personalise(
        CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml", {pki.path().toStdString(), ""});
    return card;
}

void write(const QString& path, const Bytes& data)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char*>(data.data()), qint64(data.size())) != qint64(data.size()))
        qFatal("cannot write %s", qPrintable(path));
}

Bytes signatureOver(const Bytes& message, const Key& key, const EVP_MD* digest, bool pss)
{
    const std::shared_ptr<EVP_MD_CTX> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* keyContext = nullptr;
    EVP_DigestSignInit(context.get(), &keyContext, digest, nullptr, key.get());
    if (pss) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
    }
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size());
    Bytes signature(size);
    EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size());
    signature.resize(size);
    return signature;
}

/// SignerInfo ::= SEQUENCE { version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm, signature }
void signAgain(DerNode& signedData, const Key& key, const EVP_MD* digest, bool pss)
{
    DerNode& signer = signedData.children.back().at({0});
    const auto attributes = std::find_if(signer.children.begin(), signer.children.end(),
                                         [](const DerNode& child) { return child.tag == 0xA0; });
    Bytes message;
    if (attributes != signer.children.end()) {
        DerNode set = *attributes; // RFC 5652, 5.4: signed with the tag of a SET
        set.tag = 0x31;
        message = set.encoded();
    } else {
        message = signedData.at({2, 1, 0}).value;
    }
    signer.children.back().value = signatureOver(message, key, digest, pss);
}

} // namespace

Document::Document()
    : profile(simulatedCard().profile)
{
    csca.subject = cscaName;
    csca.key = makeKey("prime256v1");
    csca.digest = EVP_sha256();
    csca.extensions = {{"basicConstraints", "critical,CA:TRUE,pathlen:0"},
                       {"keyUsage", "critical,keyCertSign,cRLSign"},
                       {"subjectKeyIdentifier", "hash"}};
    ds.subject = "C=VN,O=Invented for tests,CN=DS 1";
    ds.issuer = cscaName;
    ds.serial = 77;
    ds.digest = EVP_sha256();
    ds.key = makeKey("prime256v1", false, 10);
    ds.extensions = {{"keyUsage", "critical,digitalSignature"}, {"authorityKeyIdentifier", "keyid:always"}};
    for (int group : {2, 14, 15})
        sod.groups[group] = simulatedCard().files.at(chip::fileIdentifier("DG" + std::to_string(group)));
    personalise();
}

void Document::personalise()
{
    sod.groups[1] = chip::makeDg1(profile);
    if (profile.card.kind == "cccd")
        sod.groups[13] = chip::makeDg13(profile);
    else
        sod.groups.erase(13);
}

Bytes Document::makeObject(const Certificate& signer)
{
    Bytes raw = makeSod(sod);
    if (changeCertificate || changeSignedData) {
        DerNode file = DerNode::parse(raw);
        DerNode& signedData = file.at({0, 1, 0});
        if (changeCertificate) {
            DerNode certificate = DerNode::parse(derOf(signer));
            changeCertificate(certificate.at({0}));
            certificate.at({2}).value = signatureOver(certificate.at({0}).encoded(), ds.issuerKey, ds.digest, ds.pss);
            certificate.at({2}).value.insert(certificate.at({2}).value.begin(), 0); // BIT STRING: no unused bits
            signedData.at({3, 0}) = certificate;
        }
        if (changeSignedData)
            changeSignedData(signedData, [&] { signAgain(signedData, ds.key, sod.digest, sod.pss); });
        raw = file.encoded();
    }
    if (changeSod)
        changeSod(raw);
    return raw;
}

nfc::AuthenticityVerdict Document::judge()
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

    const QTemporaryDir folder;
    std::vector<std::string> listed;
    std::map<int, Bytes> files = sod.groups;
    for (const auto& [group, file] : sod.groups)
        listed.push_back("DG" + std::to_string(group));
    for (const auto& [group, file] : shown)
        files[group] = file;
    write(folder.filePath("EF_SOD.bin"), makeObject(sod.signers.empty() ? signer : sod.signers.front().first));
    write(folder.filePath("EF_COM.bin"), com.value_or(chip::makeCom(listed)));
    for (const auto& [group, file] : files) {
        if (!file.empty())
            write(folder.filePath(QString("EF_DG%1.bin").arg(group)), file);
    }
    const auto verdict = nfc::verifySavedFiles(folder.path().toStdString(), trust(root), at);
    if (!verdict)
        qFatal("%s", verdict.error().detail.c_str());
    return *verdict;
}

nfc::TrustStore Document::trust(const Certificate& root) const
{
    if (!trusted)
        return {};
    const QTemporaryDir folder;
    const QString place = folder.path() + "/" + trustFolder + "/";
    QDir().mkpath(place);
    write(place + "csca.pem", pemOf(root));
    for (std::size_t i = 0; i < crls.size(); ++i)
        write(place + QString("list%1.crl").arg(i), crls[i]);
    for (std::size_t i = 0; i < moreAnchors.size(); ++i)
        write(place + QString("more%1.der").arg(i), derOf(moreAnchors[i]));
    auto store = nfc::TrustStore::load(folder.path().toStdString());
    if (!store)
        qFatal("%s", store.error().detail.c_str());
    return *store;
}

void changeExtension(CertificateSpec& spec, const std::string& name, const char* value)
{
    std::erase_if(spec.extensions, [&](const Extension& extension) { return extension.name == name; });
    if (value)
        spec.extensions.push_back({name, value});
}

void replaceLast(Bytes& data, const Bytes& from, const Bytes& to)
{
    const auto at = std::find_end(data.begin(), data.end(), from.begin(), from.end());
    if (at == data.end())
        qFatal("pattern not found");
    std::copy(to.begin(), to.end(), at);
}

void makePassport(Document& document, const char* state)
{
    document.profile.card.kind = "passport";
    document.profile.identity.country = state;
    document.profile.identity.documentNumber = "X0990001";
    document.personalise();
}

QByteArray told(const nfc::AuthenticityVerdict& verdict)
{
    QByteArray all = text(toString(verdict.passive)) + " " + text(toString(verdict.active)) + " " +
                     text(toString(verdict.chip)) + " " + text(toString(verdict.revocation));
    for (const auto& reason : verdict.reasons)
        all += " " + text(codeName(reason.code)) + "(" + QByteArray::fromStdString(reason.subject) + ")";
    for (const auto& step : verdict.steps)
        all += "\n    " + QByteArray::number(int(step.outcome)) + " " + QByteArray::fromStdString(step.name) + " | " +
               QByteArray::fromStdString(step.subject) + " | " + QByteArray::fromStdString(step.detail);
    return all;
}

bool warns(const nfc::AuthenticityVerdict& verdict, const char* words)
{
    return std::any_of(verdict.steps.begin(), verdict.steps.end(), [&](const nfc::VerdictStep& step) {
        return step.outcome == nfc::VerdictStep::Outcome::Warning && step.detail.find(words) != std::string::npos;
    });
}

} // namespace chinhchu::tests
