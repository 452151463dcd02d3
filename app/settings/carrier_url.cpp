#include "app/settings/carrier_url.h"

namespace chinhchu::app {

Result<QUrl> carrierUrl(const QString& text)
{
    if (text.isEmpty())
        return QUrl();
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QStringLiteral("https") || url.host().isEmpty())
        return fail(FailureCode::UsageInvalid, "the carrier's address must begin with https://");
    return url;
}

} // namespace chinhchu::app
