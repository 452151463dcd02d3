#pragma once

#include <QNetworkProxyFactory>

namespace chinhchu::app {

/// The proxy of the machine's settings and environment; never for the machine itself, where the demonstration's carrier
/// is.
class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost" || host == "::1" || host.startsWith("127."))
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

} // namespace chinhchu::app
