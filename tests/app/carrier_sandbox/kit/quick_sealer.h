#pragma once

#include "kit/evidence_maker.h"

#include <memory>

namespace kit {

/// Makes and seals thousands of sessions inside this process, where the openssl command would take longer than everything
/// that is measured. May be used by one thread.
class QuickSealer
{
public:
    /// @p chipKeyFile: the key of the chip that answers; empty where answer() is not needed.
    explicit QuickSealer(const Device& device, const QString& chipKeyFile = {});
    ~QuickSealer();

    /// Another session of the same person with this nonce of a batch: new ids, a new answer of the chip.
    Session another(const Session& model, const QJsonObject& nonce, const QByteArray& sod) const;
    /// CMS SignedData in CMS AuthEnvelopedData, as kit::seal() makes it.
    QByteArray seal(const Session& session) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
    QString m_deviceId;
};

} // namespace kit
