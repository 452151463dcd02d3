#pragma once

#include <array>
#include <functional>
#include <string_view>

namespace chinhchu::ui {

/// Lines from a pipe, each wiped from the buffer once it was heard. A line that is longer than the buffer is none of ours
/// and is lost.
class WipingLines
{
public:
    WipingLines() = default;
    ~WipingLines();
    WipingLines(const WipingLines&) = delete;
    WipingLines& operator=(const WipingLines&) = delete;

    /// Reads once, what is there, and gives each whole line without its end; false when the pipe has ended.
    bool read(int descriptor, const std::function<void(std::string_view)>& hear);

private:
    std::array<char, 256> m_buffer{};
    std::size_t m_filled = 0;
};

} // namespace chinhchu::ui
