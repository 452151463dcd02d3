#pragma once

#include "tests/app/delivery/enrolled_home.h"

#include <QMap>
#include <QSslServer>
#include <QSslSocket>

#include <functional>

namespace chinhchu::testing {

/// A real HTTPS server on loopback that asks for the client's certificate, and can misbehave as networks do.
class HttpsServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray line;                      ///< "POST /path HTTP/1.1"
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        QString clientName; ///< common name of the client's certificate
    };
    struct Reply
    {
        enum class Fault
        {
            None,
            Silence,  ///< never answers
            Hangup,   ///< closes without an answer
            HalfBody, ///< promises more than it sends, then closes
        };
        int status = 200;
        QByteArray body;
        QByteArray extraHeaders = {}; ///< each with its line end
        Fault fault = Fault::None;
    };
    using Handler = std::function<Reply(const Request&)>;

    /// @p certificate a name below carrier/ of @p home, without its ending.
    HttpsServer(const EnrolledHome& home, Handler handler, const QString& certificate = "server");

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int connections() const { return m_connections; }
    std::vector<Request> requests;

private:
    void accept();
    void serve(QSslSocket* socket, QByteArray& buffer);

    QSslServer m_server;
    Handler m_handler;
    int m_connections = 0;
};

} // namespace chinhchu::testing
