#include "emrtd/security_object.h"
#include "http/json_reader.h"
#include "operations/operations.h"

namespace chinhchu::sandbox {

namespace {

QString resultName(SignerVerdict verdict)
{
    switch (verdict) {
    case SignerVerdict::Trusted:
        return QStringLiteral("trusted");
    case SignerVerdict::IssuerUnknown:
        return QStringLiteral("issuer-unknown");
    case SignerVerdict::Revoked:
        return QStringLiteral("revoked");
    case SignerVerdict::Invalid:
        break;
    }
    return QStringLiteral("invalid");
}

} // namespace

/// The trust decision on a document signer, for devices that have no list of their own. A carrier in service asks the
/// police.
Answer verifyDocumentSigner(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QByteArray der = body.base64("dscert");
    body.finish();
    const auto* data = reinterpret_cast<const unsigned char*>(der.constData());
    const CertificatePtr signer(d2i_X509(nullptr, &data, long(der.size())));
    if (!signer) {
        ERR_clear_error();
        body.refuse("dscert", "is not a certificate");
    }
    const auto anchors = carrier.anchors->current();
    return jsonAnswer(200, {{"result", resultName(judgeSigner(signer.get(), nullptr, *anchors))},
                            {"checkedAt", toText(QDateTime::currentDateTimeUtc())}});
}

} // namespace chinhchu::sandbox
