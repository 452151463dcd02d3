#include "app/session/signature_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chinhchu::app {

namespace {

using Signature = Evidence::Signature;

/// In widths of the field: less is a tap, not a signature.
constexpr double leastInk = 0.1;

bool isPng(const Bytes& bytes)
{
    // The signature of a PNG datastream (ISO/IEC 15948, 5.2).
    constexpr std::array<std::uint8_t, 8> magic = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    return bytes.size() > magic.size() && std::equal(magic.begin(), magic.end(), bytes.begin());
}

bool isWithin(const Signature::Point& point)
{
    return point.x >= 0 && point.x <= Signature::Scale && point.y >= 0 && point.y <= Signature::Scale;
}

double inkOf(const Signature::Stroke& stroke)
{
    double ink = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        ink += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    }
    return ink / Signature::Scale;
}

} // namespace

bool isUsableSignature(const Signature& drawing)
{
    std::size_t points = 0;
    double ink = 0;
    int last = 0;
    for (const Signature::Stroke& stroke : drawing.strokes) {
        points += stroke.size();
        ink += inkOf(stroke);
        for (const Signature::Point& point : stroke) {
            if (!isWithin(point) || point.ms < last || point.ms > Signature::LongestMs) {
                return false;
            }
            last = point.ms;
        }
    }
    return drawing.strokes.size() <= Signature::MostStrokes && points <= Signature::MostPoints && ink >= leastInk &&
           drawing.picture.size() <= Signature::LargestPicture && isPng(drawing.picture);
}

} // namespace chinhchu::app
