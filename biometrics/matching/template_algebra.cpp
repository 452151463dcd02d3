#include "biometrics/matching/template_algebra.h"

#include <cmath>
#include <numeric>

namespace chinhchu::biometrics {

namespace {

constexpr double notComparable = 2;

double lengthOf(const FaceTemplate& face)
{
    return std::sqrt(std::inner_product(face.values.begin(), face.values.end(), face.values.begin(), 0.0));
}

} // namespace

FaceTemplate meanOf(const std::vector<FaceTemplate>& templates)
{
    FaceTemplate sum;
    for (const FaceTemplate& face : templates) {
        if (sum.values.empty())
            sum.values.resize(face.values.size());
        const double length = lengthOf(face);
        if (face.values.size() != sum.values.size() || length <= 0)
            return {};
        for (std::size_t i = 0; i < sum.values.size(); ++i)
            sum.values[i] += static_cast<float>(face.values[i] / length);
    }
    const double length = lengthOf(sum);
    if (length <= 0)
        return {};
    for (float& value : sum.values)
        value = static_cast<float>(value / length);
    return sum;
}

FaceTemplate fused(const FaceTemplate& first, const FaceTemplate& second, double secondWeight)
{
    if (first.values.empty() || second.values.empty())
        return {};
    FaceTemplate both = meanOf({first});
    for (float& value : both.values)
        value *= static_cast<float>(std::sqrt(1 - secondWeight));
    for (const float value : meanOf({second}).values)
        both.values.push_back(value * static_cast<float>(std::sqrt(secondWeight)));
    return both;
}

double cosineDistance(const FaceTemplate& a, const FaceTemplate& b)
{
    if (a.values.empty() || a.values.size() != b.values.size())
        return notComparable;
    const double lengths = lengthOf(a) * lengthOf(b);
    if (!(lengths > 0))
        return notComparable;
    return 1 - std::inner_product(a.values.begin(), a.values.end(), b.values.begin(), 0.0) / lengths;
}

} // namespace chinhchu::biometrics
