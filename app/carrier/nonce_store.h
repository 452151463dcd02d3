#pragma once

#include "app/carrier/carrier_client.h"

#include <QString>

#include <optional>

namespace chinhchu::app {

/// Nonces of the carrier that were fetched beforehand, for work without network (operation createNonceBatch). Each is
/// given out once and is gone from the disk before it is used, so that a power cut wastes one and never gives one twice.
/// May be used from any thread and by several processes.
class NonceStore
{
public:
    explicit NonceStore(QString file)
        : m_file(std::move(file))
    {
    }

    /// Takes in a batch as the carrier signed it. CARRIER_UNTRUSTED when the signature is not right,
    /// CARRIER_ANSWER_MALFORMED when it is for another device or says nothing sensible.
    [[nodiscard]] Result<int> add(const QByteArray& signedBatch, const Enrolment& enrolment) const;
    /// The one that expires first; nothing when there is none left that is valid at @p now.
    [[nodiscard]] Result<std::optional<VerificationSession>> take(const QDateTime& now) const;
    [[nodiscard]] Result<int> left(const QDateTime& now) const;

private:
    QString m_file;
};

} // namespace chinhchu::app
