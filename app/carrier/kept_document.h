#pragma once

#include "resources/base/failure.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace chinhchu::app {

/// A document that the carrier signed, kept as it came in one file of this device: what is not signed by the carrier is
/// never believed, also not from our own disk. What the content means, and which of two is newer, others know.
class KeptDocument
{
public:
    /// @p authorityPem: the carrier's authority, from the enrolment. Above @p largest bytes it is none.
    KeptDocument(QString file, QByteArray authorityPem, qint64 largest);

    /// The content of what is on disk; nothing where there is no file. FILE_UNREADABLE, CARRIER_UNTRUSTED.
    [[nodiscard]] Result<std::optional<QByteArray>> load() const;
    /// The content of @p document, where the carrier signed it. CARRIER_UNTRUSTED.
    [[nodiscard]] Result<QByteArray> open(const QByteArray& document) const;
    /// In the place of the one before, atomically. STORAGE_FAILED.
    [[nodiscard]] Result<void> keep(const QByteArray& document) const;

private:
    QString m_file;
    QByteArray m_authorityPem;
    qint64 m_largest;
};

} // namespace chinhchu::app
