#include "ui/program/kept_line.h"

#include "resources/base/wiping_memory.h"

#include <unistd.h>

namespace chinhchu::ui {

KeptLine::KeptLine(int descriptor, QObject* parent)
    : QObject(parent)
    , m_descriptor(descriptor)
{
    if (!kept())
        return;
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, [this] {
        const bool open = m_lines.read(STDIN_FILENO, [this](std::string_view line) {
            emit heard(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
        });
        if (open)
            return;
        m_input->setEnabled(false);
        emit leave();
    });
}

void KeptLine::say(std::string_view text)
{
    if (!kept())
        return;
    Bytes line(text.begin(), text.end());
    line.push_back('\n');
    // A keeper that is gone has closed standard input too: nothing to do about a failure here.
    [[maybe_unused]] const ssize_t written = ::write(m_descriptor, line.data(), line.size());
}

} // namespace chinhchu::ui
