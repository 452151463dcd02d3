#include "tests/simulators/camera/people/paper_attacks.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace chinhchu::stage {

namespace {

// The sheet, in eye distances around the middle of the eyes: an A4 portrait of life size is about 3.3 by 4.6.
constexpr double left = -1.9, top = -1.9, width = 3.8, height = 5.0;

/// Ink has less contrast than skin, and printers work in dots.
cv::Mat printed(const cv::Mat& picture, std::mt19937& random)
{
    cv::Mat ink;
    picture.convertTo(ink, CV_8U, 0.80, 30);
    cv::Mat grain(ink.size(), CV_8UC3);
    cv::RNG generator(random());
    generator.fill(grain, cv::RNG::UNIFORM, 0, 10);
    cv::add(ink, grain, ink);
    return ink;
}

class Paper final : public Performance
{
public:
    Paper(const Cast& cast, PaperKind kind)
        : m_portrait(cast.holder)
        , m_actor(cast.habits, cast.seed)
        , m_lens(cast.lens)
        , m_random(cast.seed)
        , m_kind(kind)
        , m_bend(kind == PaperKind::Flat ? 0 : std::uniform_real_distribution<>(0.10, 0.25)(m_random))
        , m_room(m_portrait.picture.size(), CV_8UC3, cv::Scalar(105, 112, 118))
    {
        m_print = m_portrait;
        m_print.picture = printed(m_portrait.picture, m_random);
        cv::randn(m_room, cv::Scalar(105, 112, 118), cv::Scalar::all(6));
        cv::GaussianBlur(m_room, m_room, {}, 9);
    }

    void hear(const std::string& prompt) override { m_actor.hear(prompt); }

    cv::Mat next(double seconds) override
    {
        m_actor.live(seconds);
        const Pose pose = m_actor.pose();
        // Only somebody behind holes in the paper can close the eyes.
        const cv::Mat shown =
            m_kind == PaperKind::CutOut ? withEyesClosed(m_print, m_actor.eyesClosed()) : m_print.picture;
        Surface sheet;
        sheet.extent = {left, top, width, height};
        sheet.depth = [this](double x, double) { return -m_bend * x * x; };
        // A sheet is turned in the hands, about its own middle.
        sheet.pivot = {0, 0.6, 0};
        sheet.columns = m_bend > 0 ? 24 : 2;
        sheet.rows = 2;
        const cv::Point2d origin = (m_portrait.leftEye + m_portrait.rightEye) / 2;
        // Bent paper stands for the shape it was taken with: the print itself was flat.
        const View view = renderSurface(sheet, pose, shown.size(), origin, m_portrait.eyeDistance());
        cv::Mat paper, result = m_room.clone();
        cv::remap(shown, paper, view.fromX, view.fromY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        paper.copyTo(result, view.seen);
        return m_lens.through(result, m_random);
    }

private:
    Portrait m_portrait, m_print;
    Actor m_actor;
    Lens m_lens;
    std::mt19937 m_random;
    PaperKind m_kind;
    double m_bend;
    cv::Mat m_room;
};

} // namespace

std::unique_ptr<Performance> paperAttack(const Cast& cast, PaperKind kind)
{
    return std::make_unique<Paper>(cast, kind);
}

} // namespace chinhchu::stage
