#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace chinhchu::app {

/// What a kiosk without network can say about the time: when the carrier was last heard, by the carrier's own clock, and
/// how long ago that was by a clock that nobody can set.
struct CarrierTime
{
    QDateTime last;
    std::optional<std::chrono::milliseconds> since; ///< none when the machine was started again meanwhile
};

/// Keeps it in a file, for the program is started anew far more often than the machine. For one thread.
class CarrierTimeKeeper
{
public:
    explicit CarrierTimeKeeper(QString file)
        : m_file(std::move(file))
    {
    }

    /// The carrier says it is @p time now.
    void heard(const QDateTime& time);
    /// Nothing when the carrier was never heard.
    [[nodiscard]] std::optional<CarrierTime> now() const;

private:
    struct Mark
    {
        QDateTime carrier;
        QString boot;             ///< which start of the machine, proc(5)
        std::chrono::milliseconds uptime{0};
    };
    void save(const Mark& mark) const;
    [[nodiscard]] std::optional<Mark> saved() const;

    QString m_file;
    std::optional<Mark> m_mark;
    std::optional<std::chrono::milliseconds> m_savedAt;
};

} // namespace chinhchu::app
