#pragma once

#include <QTcpServer>
#include <QUrl>

namespace counter {

/// The way to a carrier, which somebody cuts and mends: a port of the loopback that hands everything on.
class NetworkLine : public QObject
{
    Q_OBJECT

public:
    explicit NetworkLine(const QUrl& carrier);

    /// The carrier's address through this line.
    [[nodiscard]] QUrl url() const;

    /// Every connection breaks, and new ones are closed at once.
    void cut();
    void mend() { m_whole = true; }
    [[nodiscard]] bool isWhole() const { return m_whole; }

signals:
    void broken();

private:
    void accept();

    QUrl m_carrier;
    QTcpServer m_server;
    bool m_whole = true;
};

} // namespace counter
