#include "biometrics/liveness/frame_signs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace chinhchu::biometrics {

namespace {

/// Keyed by nothing: it only has to tell pictures apart, not to withstand somebody who looks for collisions.
std::uint64_t hashOf(const Image& image)
{
    return std::hash<std::string_view>()(
        std::string_view(reinterpret_cast<const char*>(image.pixels.data()), image.pixels.size()));
}

double brightnessOf(const Image& image)
{
    double sum = 0;
    std::size_t count = 0;
    constexpr std::size_t step = 997; // a prime, so that no column is preferred
    for (std::size_t i = 0; i < image.pixels.size(); i += step, ++count)
        sum += image.pixels[i];
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

} // namespace

bool FrameSigns::see(const Frame& frame)
{
    ++m_frames;
    const std::uint64_t hash = hashOf(frame.image);
    const bool fresh = !m_last || hash != m_lastHash;
    if (m_last) {
        const auto gap = std::chrono::duration_cast<std::chrono::milliseconds>(frame.at - *m_last);
        m_longestGap = std::max(m_longestGap, gap);
        if (frame.at <= *m_last)
            ++m_backwards;
        m_freeze = hash == m_lastHash ? m_freeze + 1 : 0;
        m_longestFreeze = std::max(m_longestFreeze, m_freeze);
        if (hash != m_lastHash && m_known.contains(hash))
            ++m_repeated;
    }
    m_last = frame.at;
    m_lastHash = hash;
    m_known.insert(hash);
    m_brightness.push_back(brightnessOf(frame.image));
    return fresh;
}

double FrameSigns::flicker() const
{
    double sum = 0, mean = 0;
    for (std::size_t i = 2; i < m_brightness.size(); ++i) {
        const double bend = m_brightness[i - 2] - 2 * m_brightness[i - 1] + m_brightness[i];
        sum += bend * bend;
        mean += m_brightness[i];
    }
    return mean > 0 ? std::sqrt(sum * static_cast<double>(m_brightness.size() - 2)) / mean / 2 : 0;
}

} // namespace chinhchu::biometrics
