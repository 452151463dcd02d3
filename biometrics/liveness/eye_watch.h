#pragma once

#include "biometrics/detection/face_mesh.h"

#include <opencv2/core.hpp>

#include <vector>

namespace chinhchu::biometrics {

/// Tells closed eyes from open ones by what this person's eyes look like when open: the mesh alone sees the lids of
/// some faces hardly move.
class EyeWatch
{
public:
    struct Sight
    {
        double openness = 0; ///< of the mesh, over that of the open eyes
        double likeness = 1; ///< correlation with the picture of the open eyes, -1 to 1
        double contrast = 1; ///< between iris, white and skin, over that of the open eyes: a lid is all of one colour
        bool known = false;  ///< the open eyes have been seen
        [[nodiscard]] bool closed() const;
    };

    /// The eyes are open and the head rests: remembers them. The last few count.
    void learn(const Image& image, const FaceMesh& mesh);
    [[nodiscard]] Sight look(const Image& image, const FaceMesh& mesh) const;

private:
    std::vector<cv::Mat> m_open;
    std::vector<double> m_openness, m_contrast;
};

} // namespace chinhchu::biometrics
