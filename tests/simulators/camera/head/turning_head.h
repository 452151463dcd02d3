#pragma once

#include "tests/simulators/camera/head/portrait.h"
#include "tests/simulators/camera/head/surface_renderer.h"

namespace chinhchu::stage {

/// A head made from one photograph: solid, turning before its background, with eyes that close.
class TurningHead
{
public:
    /// @p portrait as `placed()` gives it; views have the size of its picture.
    explicit TurningHead(Portrait portrait);

    /// @p closed from 0 (eyes as on the photograph) to 1 (shut).
    [[nodiscard]] cv::Mat view(const Pose& pose, double closed) const;

    [[nodiscard]] const Portrait& portrait() const { return m_portrait; }

private:
    Portrait m_portrait;
    cv::Point2d m_origin;
    double m_unit;
    double m_stretch;
    cv::Mat m_background; ///< the photograph with the head taken away
    cv::Mat m_cover;      ///< 32-bit: where the photograph shows the head
};

/// The photograph with the eyes shut by @p closed, 0 to 1: the upper lid comes down over the eye.
cv::Mat withEyesClosed(const Portrait& portrait, double closed);

} // namespace chinhchu::stage
