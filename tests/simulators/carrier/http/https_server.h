#pragma once

#include "http/message.h"
#include "pki/authority.h"

#include <QAbstractHttpServer>
#include <QPointer>
#include <QTcpSocket>
#include <QThreadPool>

#include <functional>

namespace chinhchu::sandbox {

/// HTTPS whose requests know the client's certificate, answered by worker threads.
///
/// QHttpServer's handlers do not show the certificate before Qt 6.7, so this looks at the socket itself.
class HttpsServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<Answer(const Request&)>;

    /// @p handler is called on worker threads, several at a time.
    HttpsServer(std::shared_ptr<const Authority> authority, Handler handler, QObject* parent = nullptr);
    ~HttpsServer() override;

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    QString deviceOf(QTcpSocket* socket) const;
    void send(const QPointer<QTcpSocket>& socket, const Answer& answer);

    std::shared_ptr<const Authority> m_authority;
    Handler m_handler;
    QThreadPool m_workers;
};

} // namespace chinhchu::sandbox
