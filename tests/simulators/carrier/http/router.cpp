#include "http/router.h"

#include "http/json_reader.h"

#include <QDebug>

namespace chinhchu::sandbox {

void Router::add(const QString& method, const QString& path, Operation operation, Caller caller)
{
    m_routes[path].emplace(method, Route{std::move(operation), caller});
}

Answer Router::answer(const Request& request)
{
    Answer answer;
    if (auto fault = m_faults.before(request)) {
        answer = std::move(*fault);
    } else {
        answer = dispatch(request);
        m_faults.after(request, answer);
    }
    const QByteArray correlator = request.header("x-correlator");
    if (!correlator.isEmpty() && correlator.size() <= 256)
        answer.headers.append({"x-correlator", correlator});
    // No body and no query: neither may hold personal data in a log.
    qInfo().noquote() << request.method << request.path << answer.status << request.deviceId << correlator.left(64);
    return answer;
}

Answer Router::dispatch(const Request& request)
{
    const auto path = m_routes.find(request.path);
    if (path == m_routes.end())
        return errorAnswer(404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such operation."));
    const auto route = path->second.find(request.method);
    if (route == path->second.end())
        return errorAnswer(405, QStringLiteral("METHOD_NOT_ALLOWED"),
                           QStringLiteral("The operation wants another method."));
    if (route->second.caller == Caller::EnrolledDevice && request.deviceId.isEmpty())
        return errorAnswer(401, QStringLiteral("UNAUTHENTICATED"),
                           QStringLiteral("A client certificate of an enrolled device is needed."));
    return run(route->second, request);
}

Answer Router::run(const Route& route, const Request& request)
{
    try {
        return route.operation(request);
    } catch (const ApiError& error) {
        return errorAnswer(error.status, error.code, error.message);
    } catch (const JsonError& error) {
        return errorAnswer(400, QStringLiteral("INVALID_ARGUMENT"), error.message);
    } catch (const std::exception& error) {
        // Database or keys out of order: the kiosk may try again.
        qWarning() << "operation failed:" << request.path << error.what();
        return errorAnswer(503, QStringLiteral("UNAVAILABLE"),
                           QStringLiteral("The carrier cannot do this now. Try again."));
    }
}

} // namespace chinhchu::sandbox
