#include "store/enrolment_codes.h"

#include "http/json_reader.h"
#include "operations/operations.h"

namespace chinhchu::sandbox {

namespace {

/// The key of a certificate request whose own signature is right: the device has the private half.
KeyPtr provenKey(const QString& pem)
{
    const QByteArray text = pem.toLatin1();
    const BioPtr bio(BIO_new_mem_buf(text.constData(), int(text.size())));
    const RequestPtr request(PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr));
    KeyPtr key(request ? X509_REQ_get_pubkey(request.get()) : nullptr);
    const bool proven = key && X509_REQ_verify(request.get(), key.get()) == 1;
    // 112 bits and more: P-224 and up, RSA 2048 and up.
    const bool strong = proven && EVP_PKEY_get_security_bits(key.get()) >= 112;
    ERR_clear_error();
    return strong ? std::move(key) : nullptr;
}

} // namespace

/// A code, once, against a certificate for a key made on the device.
Answer enrolDevice(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString code = body.text("enrolmentCode");
    const QString certificateRequest = body.text("certificateRequest");
    body.finish();
    const KeyPtr key = provenKey(certificateRequest);
    if (!key)
        throw ApiError{422, QStringLiteral("DEVICE_ENROLMENTS.REQUEST_INVALID"),
                       QStringLiteral("The certificate request is not valid, or its key is too weak.")};
    EnrolmentCodes codes(carrier.database->here());
    const auto deviceId = codes.redeem(code, QDateTime::currentDateTimeUtc());
    if (!deviceId)
        throw ApiError{403, QStringLiteral("DEVICE_ENROLMENTS.CODE_INVALID"),
                       QStringLiteral("The enrolment code is unknown, used or too old.")};
    const Authority& authority = *carrier.authority;
    const auto text = [](X509* certificate) { return QString::fromLatin1(toPem(certificate)); };
    return jsonAnswer(
        201, {{"deviceId", *deviceId},
              {"kind", authority.kind() == Authority::Kind::Demo ? "demo" : "production"},
              {"deviceCertificate", text(authority.issueDevice(*deviceId, key.get(), codes.pointOf(*deviceId)).get())},
              {"carrierAuthority", text(authority.certificate())},
              {"sealCertificate", text(authority.seal().certificate.get())}});
}

} // namespace chinhchu::sandbox
