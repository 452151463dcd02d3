#include "tests/app/delivery/https_server.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>

#include <memory>

namespace chinhchu::testing {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QSslConfiguration serverTls(const EnrolledHome& home, const QString& certificate)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contentOf(home.file("carrier/" + certificate + ".crt"))));
    tls.setPrivateKey(QSslKey(contentOf(home.file("carrier/" + certificate + ".key")), QSsl::Ec));
    tls.setCaCertificates({QSslCertificate(contentOf(home.file("enrolment/carrier-ca.crt")))});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

} // namespace

HttpsServer::HttpsServer(const EnrolledHome& home, Handler handler, const QString& certificate)
    : m_handler(std::move(handler))
{
    m_server.setSslConfiguration(serverTls(home, certificate));
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &HttpsServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(m_server.errorString()));
}

QUrl HttpsServer::url() const
{
    return QUrl(QStringLiteral("https://localhost:%1").arg(m_server.serverPort()));
}

void HttpsServer::accept()
{
    while (auto* socket = qobject_cast<QSslSocket*>(m_server.nextPendingConnection())) {
        ++m_connections;
        const auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QSslSocket::readyRead, this, [this, socket, buffer] { serve(socket, *buffer); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        serve(socket, *buffer);
    }
}

void HttpsServer::serve(QSslSocket* socket, QByteArray& buffer)
{
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    Request request;
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    request.line = lines.first().trimmed();
    for (const QByteArray& line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).toLower()] = line.sliced(colon + 1).trimmed();
    }
    const qsizetype length = request.headers["content-length"].toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return;
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    request.clientName = socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);

    requests.push_back(request);
    const Reply reply = m_handler(request);
    if (reply.fault == Reply::Fault::Silence)
        return;
    if (reply.fault == Reply::Fault::Hangup)
        return socket->disconnectFromHost();
    const qsizetype promised = reply.body.size() + (reply.fault == Reply::Fault::HalfBody ? 100 : 0);
    socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Type: application/json\r\n" +
                  reply.extraHeaders + "Content-Length: " + QByteArray::number(promised) + "\r\n\r\n" + reply.body);
    if (reply.fault == Reply::Fault::HalfBody)
        socket->disconnectFromHost();
}

} // namespace chinhchu::testing
