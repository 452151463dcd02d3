#include "emrtd/signer_period.h"

#include <openssl/x509v3.h>

namespace chinhchu::sandbox {

namespace {

QDate dayOf(const ASN1_TIME* time)
{
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

bool isBetween(const QDate& day, const QDate& from, const QDate& until)
{
    return (!from.isValid() || day.addDays(1) >= from) && (!until.isValid() || day.addDays(-1) <= until);
}

} // namespace

bool couldSign(const X509* signer, const QDate& day)
{
    const QDate from = dayOf(X509_get0_notBefore(signer));
    const QDate until = dayOf(X509_get0_notAfter(signer));
    if (!from.isValid() || !until.isValid() || !isBetween(day, from, until))
        return false;
    using Period = std::unique_ptr<PKEY_USAGE_PERIOD, FreeWith<PKEY_USAGE_PERIOD_free>>;
    const Period period(
        static_cast<PKEY_USAGE_PERIOD*>(X509_get_ext_d2i(signer, NID_private_key_usage_period, nullptr, nullptr)));
    return !period || isBetween(day, dayOf(period->notBefore), dayOf(period->notAfter));
}

} // namespace chinhchu::sandbox
