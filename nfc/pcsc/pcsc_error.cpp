#include "nfc/pcsc/pcsc_error.h"

#include <cstdio>

namespace chinhchu::nfc {

namespace {

FailureCode codeFor(LONG code)
{
    switch (code) {
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_F_COMM_ERROR:
    case SCARD_F_INTERNAL_ERROR:
    case SCARD_E_INVALID_HANDLE:
        return FailureCode::ReaderServiceUnavailable;
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_READER_UNAVAILABLE:
        return FailureCode::ReaderNotFound;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_E_TIMEOUT:
        return FailureCode::CardNotPresent;
    case SCARD_E_SHARING_VIOLATION:
        return FailureCode::CardInUse;
    case SCARD_W_REMOVED_CARD:
    case SCARD_E_NOT_TRANSACTED:
    case SCARD_W_RESET_CARD:
        return FailureCode::CardRemoved;
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_E_COMM_DATA_LOST:
        return FailureCode::CardNotAnswering;
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_PROTO_MISMATCH:
    case SCARD_E_CARD_UNSUPPORTED:
        return FailureCode::CardNotSupported;
    case SCARD_E_CANCELLED:
        return FailureCode::Cancelled;
    case SCARD_E_INSUFFICIENT_BUFFER:
        return FailureCode::CardAnswerMalformed;
    default:
        return FailureCode::CardNotAnswering;
    }
}

} // namespace

tl::unexpected<Failure> pcscFailure(const char* call, LONG code)
{
    char text[64];
    std::snprintf(text, sizeof text, "%s: 0x%08lX", call, static_cast<unsigned long>(code) & 0xFFFFFFFFUL);
    return fail(codeFor(code), text);
}

bool contextIsDead(LONG code)
{
    return code == SCARD_E_NO_SERVICE || code == SCARD_E_SERVICE_STOPPED || code == SCARD_F_COMM_ERROR ||
           code == SCARD_E_INVALID_HANDLE;
}

} // namespace chinhchu::nfc
