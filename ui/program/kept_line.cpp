#include "ui/program/kept_line.h"

#include <array>
#include <cstring>
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
        std::array<char, 64> some{};
        if (::read(STDIN_FILENO, some.data(), some.size()) > 0)
            return;
        m_input->setEnabled(false);
        emit leave();
    });
}

void KeptLine::say(const char* word)
{
    if (!kept())
        return;
    const QByteArray line = QByteArray(word) + '\n';
    // A keeper that is gone has closed standard input too: nothing to do about a failure here.
    [[maybe_unused]] const ssize_t written = ::write(m_descriptor, line.constData(), static_cast<std::size_t>(line.size()));
}

} // namespace chinhchu::ui
