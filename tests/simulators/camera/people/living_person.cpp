#include "tests/simulators/camera/people/performance.h"

#include <opencv2/imgproc.hpp>

namespace chinhchu::stage {

namespace {

/// Rims on the photograph itself, so that they turn with the head.
Portrait withGlasses(Portrait portrait)
{
    const double unit = portrait.eyeDistance();
    const int thick = std::max(1, static_cast<int>(unit / 22));
    const cv::Scalar rim(25, 25, 30);
    for (const cv::Point2d& eye : {portrait.leftEye, portrait.rightEye})
        cv::ellipse(portrait.picture, eye + cv::Point2d(0, 0.04 * unit), cv::Size2d(0.38 * unit, 0.29 * unit), 0, 0,
                    360, rim, thick, cv::LINE_AA);
    cv::line(portrait.picture, portrait.leftEye + cv::Point2d(0.38 * unit, 0),
             portrait.rightEye - cv::Point2d(0.38 * unit, 0), rim, thick, cv::LINE_AA);
    return portrait;
}

class LivingPerson final : public Performance
{
public:
    explicit LivingPerson(const Cast& cast)
        : m_head(cast.lens.glasses ? withGlasses(cast.holder) : cast.holder)
        , m_actor(cast.habits, cast.seed)
        , m_lens(cast.lens)
        , m_random(cast.seed)
    {
    }

    void hear(const std::string& prompt) override { m_actor.hear(prompt); }

    cv::Mat next(double seconds) override
    {
        m_actor.live(seconds);
        return m_lens.through(m_head.view(m_actor.pose(), m_actor.eyesClosed()), m_random);
    }

private:
    TurningHead m_head;
    Actor m_actor;
    Lens m_lens;
    std::mt19937 m_random;
};

} // namespace

std::unique_ptr<Performance> livingPerson(const Cast& cast)
{
    return std::make_unique<LivingPerson>(cast);
}

} // namespace chinhchu::stage
