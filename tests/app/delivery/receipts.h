#pragma once

#include "tests/app/delivery/https_server.h"

namespace chinhchu::testing {

/// The Idempotency-Key of a submission, which is the binding's id; without the quotes that RFC 8941 puts around it.
inline QByteArray keyOf(const HttpsServer::Request& request)
{
    const QByteArray quoted = request.headers["idempotency-key"];
    return quoted.mid(1, quoted.size() - 2);
}

/// The carrier's answer to a submission; a refusal gives FACE_MISMATCH as its reason.
inline HttpsServer::Reply receiptFor(const HttpsServer::Request& request, const char* state = "verified")
{
    return {202, R"({"bindingId":")" + keyOf(request) + R"(","state":")" + state + R"(","receiptNumber":"R-)" +
                     keyOf(request) + R"(","receivedAt":"2026-11-22T07:00:00Z","reasons":["FACE_MISMATCH"]})"};
}

} // namespace chinhchu::testing
