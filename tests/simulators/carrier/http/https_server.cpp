#include "http/https_server.h"

#include <QDateTime>
#include <QHttpServerRequest>
#include <QLocale>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>

namespace chinhchu::sandbox {

namespace {

constexpr qsizetype largestBody = 16 * 1024 * 1024;

/// They spend most of their time waiting for the database's disk: what several commit at the same time is written by it
/// at once.
constexpr int workers = 16;

constexpr auto deviceProperty = "chinhchuDevice";

QString methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return QStringLiteral("GET");
    case QHttpServerRequest::Method::Post:
        return QStringLiteral("POST");
    default:
        return QStringLiteral("OTHER");
    }
}

Request copyOf(const QHttpServerRequest& request)
{
    Request copy;
    copy.method = methodName(request.method());
    copy.path = request.url().path();
    for (const auto& [name, value] : request.headers())
        copy.headers.insert(name.toLower(), value.trimmed());
    copy.body = request.body();
    return copy;
}

QByteArray reasonPhrase(int status)
{
    return status < 400 ? "OK" : "Error"; // nobody reads it (RFC 9112, 4)
}

/// IMF-fixdate (RFC 9110, 5.6.7); whoever has a clock sends it (RFC 9110, 6.6.1).
QByteArray dateNow()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

QByteArray serialised(const Answer& answer)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonPhrase(answer.status) + "\r\n";
    text += "Content-Type: " + answer.contentType + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
            "\r\nDate: " + dateNow() + "\r\n";
    for (const auto& [name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    return text + "Cache-Control: no-store\r\n\r\n" + answer.body;
}

} // namespace

HttpsServer::HttpsServer(std::shared_ptr<const Authority> authority, Handler handler, QObject* parent)
    : QAbstractHttpServer(parent)
    , m_authority(std::move(authority))
    , m_handler(std::move(handler))
{
    m_workers.setExpiryTimeout(-1); // a thread keeps its database connection
    m_workers.setMaxThreadCount(workers);
}

HttpsServer::~HttpsServer()
{
    m_workers.clear();
    m_workers.waitForDone();
}

bool HttpsServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    const QPointer<QTcpSocket> peer(socket);
    Request copy = copyOf(request);
    copy.deviceId = deviceOf(socket);
    if (copy.body.size() > largestBody) {
        send(peer, errorAnswer(413, QStringLiteral("PAYLOAD_TOO_LARGE"), QStringLiteral("At most 16 MiB.")));
        return true;
    }
    m_workers.start([this, peer, job = std::move(copy)] {
        const Answer answer = m_handler(job);
        QMetaObject::invokeMethod(this, [this, peer, answer] {
            if (answer.delayMs > 0)
                QTimer::singleShot(answer.delayMs, this, [this, peer, answer] { send(peer, answer); });
            else
                send(peer, answer);
        });
    });
    return true;
}

void HttpsServer::missingHandler(const QHttpServerRequest&, QTcpSocket* socket)
{
    socket->disconnectFromHost();
}

QString HttpsServer::deviceOf(QTcpSocket* socket) const
{
    // Once for each connection: the certificate does not change on it.
    const QVariant known = socket->property(deviceProperty);
    if (known.isValid())
        return known.toString();
    QString device;
    if (const auto* secure = qobject_cast<QSslSocket*>(socket);
        secure != nullptr && !secure->peerCertificate().isNull()) {
        const QByteArray der = secure->peerCertificate().toDer();
        const auto* data = reinterpret_cast<const unsigned char*>(der.constData());
        const CertificatePtr certificate(d2i_X509(nullptr, &data, long(der.size())));
        if (certificate)
            device = m_authority->deviceOf(certificate.get());
    }
    socket->setProperty(deviceProperty, device);
    return device;
}

void HttpsServer::send(const QPointer<QTcpSocket>& socket, const Answer& answer)
{
    if (!socket)
        return; // the client went away; the work is done and its answer can be asked for
    if (answer.hangUp)
        socket->abort();
    else
        socket->write(serialised(answer));
}

} // namespace chinhchu::sandbox
