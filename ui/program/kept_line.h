#pragma once

#include "ui/program/wiping_lines.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace chinhchu::ui {

/// The other end of the keeper's line (keeper.h).
class KeptLine : public QObject
{
    Q_OBJECT

public:
    /// @p descriptor: of the option --kept-by; negative: nobody keeps this process.
    explicit KeptLine(int descriptor, QObject* parent = nullptr);

    [[nodiscard]] bool kept() const { return m_descriptor >= 0; }
    /// A line; what was copied of it is wiped.
    void say(std::string_view line);

signals:
    /// The keeper said this line.
    void heard(const QByteArray& line);
    /// The keeper wants this process to end, or is gone.
    void leave();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_input;
    WipingLines m_lines;
};

} // namespace chinhchu::ui
