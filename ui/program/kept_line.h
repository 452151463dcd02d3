#pragma once

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
    void say(const char* word);

signals:
    /// The keeper wants this process to end, or is gone.
    void leave();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace chinhchu::ui
