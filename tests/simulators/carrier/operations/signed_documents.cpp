#include "http/json_reader.h"
#include "operations/operations.h"
#include "pki/signed_document.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace chinhchu::sandbox {

namespace {

Answer signedAnswer(const Carrier& carrier, const QJsonObject& document)
{
    Answer answer;
    answer.contentType = "application/cms";
    answer.body = signDocument(*carrier.authority, QJsonDocument(document).toJson(QJsonDocument::Compact));
    return answer;
}

template <class Stack, class Count, class Item, class Encode>
QJsonArray encoded(Stack* stack, Count count, Item item, Encode encode)
{
    QJsonArray list;
    for (int i = 0; i < count(stack); ++i) {
        unsigned char* der = nullptr;
        const int length = encode(item(stack, i), &der);
        list.append(
            QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(der), std::max(length, 0)).toBase64()));
        OPENSSL_free(der);
    }
    return list;
}

} // namespace

/// Country signing certificates and revocation lists that the carrier believes.
Answer getTrustList(Carrier& carrier, const Request&)
{
    const auto anchors = carrier.anchors->current();
    QJsonObject document{
        {"format", "chinhchu-trust-list"},
        {"certificates", encoded(
                             anchors->certificates.get(), [](auto* s) { return sk_X509_num(s); },
                             [](auto* s, int i) { return sk_X509_value(s, i); }, i2d_X509)},
        {"revocationLists", encoded(
                                anchors->revocations.get(), [](auto* s) { return sk_X509_CRL_num(s); },
                                [](auto* s, int i) { return sk_X509_CRL_value(s, i); }, i2d_X509_CRL)}};
    const QByteArray content = QJsonDocument(document).toJson(QJsonDocument::Compact);
    document.insert(
        "version", QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(16)));
    document.insert("issuedAt", toText(QDateTime::currentDateTimeUtc()));
    return signedAnswer(carrier, document);
}

/// What kiosks must keep to; the same document decides what this carrier accepts.
Answer getPolicy(Carrier& carrier, const Request&)
{
    return signedAnswer(carrier, carrier.policy.document);
}

} // namespace chinhchu::sandbox
