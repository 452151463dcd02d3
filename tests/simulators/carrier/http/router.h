#pragma once

#include "http/faults.h"
#include "http/message.h"

#include <functional>
#include <map>

namespace chinhchu::sandbox {

/// Finds the operation for a request and turns everything that goes wrong in it into an error answer. Thread-safe once
/// filled.
class Router
{
public:
    using Operation = std::function<Answer(const Request&)>;

    enum class Caller
    {
        EnrolledDevice,
        Anybody
    };

    explicit Router(Faults faults)
        : m_faults(std::move(faults))
    {
    }

    void add(const QString& method, const QString& path, Operation operation, Caller caller = Caller::EnrolledDevice);

    Answer answer(const Request& request);

    [[nodiscard]] const Faults& faults() const { return m_faults; }

private:
    struct Route
    {
        Operation operation;
        Caller caller;
    };
    Answer dispatch(const Request& request);
    static Answer run(const Route& route, const Request& request);

    std::map<QString, std::map<QString, Route>> m_routes; ///< path, then method
    Faults m_faults;
};

} // namespace chinhchu::sandbox
