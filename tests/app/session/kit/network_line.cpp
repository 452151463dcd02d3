#include "tests/app/session/kit/network_line.h"

#include <QTcpSocket>

namespace counter {

namespace {

void handOn(QTcpSocket& from, QTcpSocket& to)
{
    const QByteArray bytes = from.readAll();
    if (to.isOpen())
        to.write(bytes);
}

} // namespace

NetworkLine::NetworkLine(const QUrl& carrier)
    : m_carrier(carrier)
{
    connect(&m_server, &QTcpServer::newConnection, this, &NetworkLine::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port for the line");
}

QUrl NetworkLine::url() const
{
    QUrl url = m_carrier;
    url.setPort(m_server.serverPort());
    return url;
}

void NetworkLine::cut()
{
    m_whole = false;
    emit broken();
}

void NetworkLine::accept()
{
    while (QTcpSocket* near = m_server.nextPendingConnection()) {
        if (!m_whole) {
            near->abort();
            near->deleteLater();
            continue;
        }
        auto* far = new QTcpSocket(near);
        far->connectToHost(m_carrier.host(), static_cast<quint16>(m_carrier.port()));
        // What is written before the other end is there waits in its buffer.
        connect(near, &QTcpSocket::readyRead, far, [near, far] { handOn(*near, *far); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { handOn(*far, *near); });
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(this, &NetworkLine::broken, near, [near] {
            near->abort();
            near->deleteLater();
        });
    }
}

} // namespace counter
