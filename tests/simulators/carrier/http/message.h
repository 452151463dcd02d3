#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace chinhchu::sandbox {

/// A request, copied out of the server so that a worker thread may have it.
struct Request
{
    QString method;
    QString path;                          ///< without the query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    /// Common name of a client certificate that this carrier issued; empty if there was none.
    QString deviceId;

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// An answer, and what the fault injector wants done with it.
struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers;

    int delayMs = 0;
    bool hangUp = false; ///< close the connection instead of answering
};

Answer jsonAnswer(int status, const QJsonObject& object);

/// The errors of CAMARA: {status, code, message}.
Answer errorAnswer(int status, const QString& code, const QString& message);

/// Thrown by an operation that cannot do what was asked, caught by the router.
struct ApiError
{
    int status;
    QString code;
    QString message;
};

} // namespace chinhchu::sandbox
