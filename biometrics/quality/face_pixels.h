#pragma once

#include "biometrics/face_engine.h"

namespace chinhchu::biometrics {

/// What the pixels of a face say about light and focus. The face is first brought to one size, eyes level and 96 pixels
/// apart, so that the numbers of a chip photograph and of a camera frame can be compared.
class FacePixels
{
public:
    FacePixels(const Image& image, const Face& face);

    [[nodiscard]] double luminanceMean() const { return m_mean; }
    [[nodiscard]] double luminanceDeviation() const { return m_deviation; }
    [[nodiscard]] double overExposed() const { return m_overExposed; }
    [[nodiscard]] double uniformity() const { return m_uniformity; }
    [[nodiscard]] double sharpness() const { return m_sharpness; }

private:
    double m_mean = 0, m_deviation = 0, m_overExposed = 0, m_uniformity = 0, m_sharpness = 0;
};

} // namespace chinhchu::biometrics
