#include "ui/program/wiping_lines.h"

#include <cstring>
#include <unistd.h>

namespace chinhchu::ui {

WipingLines::~WipingLines()
{
    ::explicit_bzero(m_buffer.data(), m_buffer.size());
}

bool WipingLines::read(int descriptor, const std::function<void(std::string_view)>& hear)
{
    const ssize_t count = ::read(descriptor, m_buffer.data() + m_filled, m_buffer.size() - m_filled);
    if (count <= 0)
        return false;
    m_filled += static_cast<std::size_t>(count);
    std::string_view rest(m_buffer.data(), m_filled);
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        hear(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    const std::size_t left = rest.size() == m_buffer.size() ? 0 : rest.size();
    std::memmove(m_buffer.data(), rest.data(), left);
    ::explicit_bzero(m_buffer.data() + left, m_buffer.size() - left);
    m_filled = left;
    return true;
}

} // namespace chinhchu::ui
