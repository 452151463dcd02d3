#include "biometrics/evaluation/error_rates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace chinhchu::biometrics {

namespace {

constexpr double width = 640, height = 520, left = 80, bottom = 60, top = 20, right = 20;
constexpr double leastMatch = 1e-6, mostMatch = 1e-1, leastNonMatch = 1e-3, mostNonMatch = 1;

double across(double falseMatchRate)
{
    const double part = std::log10(falseMatchRate / leastMatch) / std::log10(mostMatch / leastMatch);
    return left + std::clamp(part, 0.0, 1.0) * (width - left - right);
}

double down(double falseNonMatchRate)
{
    const double rate = std::max(falseNonMatchRate, leastNonMatch);
    const double part = std::log10(rate / leastNonMatch) / std::log10(mostNonMatch / leastNonMatch);
    return height - bottom - std::clamp(part, 0.0, 1.0) * (height - top - bottom);
}

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        if (c == '<' || c == '>' || c == '&')
            result += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
        else
            result += c;
    }
    return result;
}

void drawGrid(std::ostream& svg)
{
    for (int power = -6; power <= -1; ++power) {
        const double x = across(std::pow(10, power));
        svg << "<line x1='" << x << "' y1='" << top << "' x2='" << x << "' y2='" << height - bottom
            << "' stroke='#ccc'/><text x='" << x << "' y='" << height - bottom + 18 << "' text-anchor='middle'>1e"
            << power << "</text>\n";
    }
    for (int power = -3; power <= 0; ++power) {
        const double y = down(std::pow(10, power));
        svg << "<line x1='" << left << "' y1='" << y << "' x2='" << width - right << "' y2='" << y
            << "' stroke='#ccc'/><text x='" << left - 8 << "' y='" << y + 4 << "' text-anchor='end'>1e" << power
            << "</text>\n";
    }
    svg << "<text x='" << width / 2 << "' y='" << height - 14 << "' text-anchor='middle'>False match rate</text>\n"
        << "<text transform='translate(20 " << height / 2
        << ") rotate(-90)' text-anchor='middle'>False non-match rate</text>\n";
}

} // namespace

std::string detCurveSvg(const std::vector<ErrorRates>& rates)
{
    static constexpr std::array<const char*, 5> colours{"#0b5", "#05b", "#b50", "#808", "#444"};
    std::ostringstream svg;
    svg << "<svg xmlns='http://www.w3.org/2000/svg' width='" << width << "' height='" << height
        << "' font-family='sans-serif' font-size='12'>\n<rect width='100%' height='100%' fill='white'/>\n";
    drawGrid(svg);
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const char* colour = colours[i % colours.size()];
        svg << "<polyline fill='none' stroke-width='2' stroke='" << colour << "' points='";
        for (const DetPoint& point : rates[i].det)
            svg << across(point.falseMatchRate) << ',' << down(point.falseNonMatchRate) << ' ';
        svg << "'/>\n<text x='" << width - right - 8 << "' y='" << top + 18 + 18.0 * double(i)
            << "' text-anchor='end' fill='" << colour << "'>" << escaped(rates[i].recipe) << ", "
            << rates[i].probePictures << (rates[i].probePictures == 1 ? " picture" : " pictures") << "</text>\n";
    }
    svg << "</svg>\n";
    return svg.str();
}

} // namespace chinhchu::biometrics
