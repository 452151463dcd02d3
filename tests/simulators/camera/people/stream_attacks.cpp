#include "tests/simulators/camera/people/paper_attacks.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace chinhchu::stage {

namespace {

/// A living person up to a moment, then the last picture for ever.
class Frozen final : public Performance
{
public:
    explicit Frozen(const Cast& cast)
        : m_live(livingPerson(cast))
        , m_until(0.4 + 0.5 * (cast.seed % 9))
    {
    }

    void hear(const std::string& prompt) override { m_live->hear(prompt); }

    cv::Mat next(double seconds) override
    {
        m_now += seconds;
        if (m_now < m_until || m_last.empty())
            m_last = m_live->next(seconds);
        return m_last.clone();
    }

private:
    std::unique_ptr<Performance> m_live;
    double m_until, m_now = 0;
    cv::Mat m_last;
};

/// A recording of the living holder who followed other prompts, put in place of the camera's stream.
class Injected final : public Performance
{
public:
    Injected(const Cast& cast, Script recorded)
        : m_live(livingPerson(cast))
        , m_script(std::move(recorded))
    {
    }

    void hear(const std::string&) override {}

    cv::Mat next(double seconds) override
    {
        m_now += seconds;
        m_live->hear(m_script.promptAt(m_now));
        return m_live->next(seconds);
    }

private:
    std::unique_ptr<Performance> m_live;
    Script m_script;
    double m_now = 0;
};

/// The same recording on a tablet in front of the real camera: pixels of the panel, its frame, its light.
class Replay final : public Performance
{
public:
    Replay(const Cast& cast, Script recorded)
        : m_recording(cast, std::move(recorded))
        , m_actor({.largestTurn = 0, .largestUp = 0, .tremble = 1.0}, cast.seed + 7)
        , m_lens(cast.lens)
        , m_random(cast.seed + 3)
        , m_origin((cast.holder.leftEye + cast.holder.rightEye) / 2)
        , m_unit(cast.holder.eyeDistance())
        , m_pitch(std::uniform_real_distribution<>(1.35, 2.6)(m_random))
        , m_room(cast.holder.picture.size(), CV_8UC3, cv::Scalar(70, 76, 80))
    {
        m_lens.noise = std::max(1.5, m_lens.noise * 0.8);
    }

    void hear(const std::string&) override {}

    cv::Mat next(double seconds) override
    {
        m_actor.live(seconds);
        cv::Mat shown = m_recording.next(seconds), exact;
        shown.convertTo(exact, CV_32F);
        Surface panel;
        panel.extent = {-2.5, -2.0, 5.0, 4.6};
        panel.depth = [](double, double) { return 0.0; };
        panel.pivot = {0, 0.3, 0};
        panel.columns = panel.rows = 2;
        const View view = renderSurface(panel, m_actor.pose(), shown.size(), m_origin, m_unit);
        cv::Mat seen;
        cv::remap(exact, seen, view.fromX, view.fromY, cv::INTER_LINEAR);
        cv::Mat result;
        m_room.convertTo(result, CV_32F);
        drawPanel(result, seen, view);
        result.convertTo(result, CV_8U);
        return m_lens.through(result, m_random);
    }

private:
    /// Each sub-pixel of the panel lights its own colour; the camera samples that grid.
    void drawPanel(cv::Mat& result, const cv::Mat& seen, const View& view) const
    {
        const double bezel = 0.14 * m_unit;
        const cv::Rect2d inside(m_origin.x - 2.5 * m_unit + bezel, m_origin.y - 2.0 * m_unit + bezel,
                                5.0 * m_unit - 2 * bezel, 4.6 * m_unit - 2 * bezel);
        for (int y = 0; y < result.rows; ++y) {
            for (int x = 0; x < result.cols; ++x) {
                if (!view.seen.at<uchar>(y, x))
                    continue;
                const double u = view.fromX.at<float>(y, x), v = view.fromY.at<float>(y, x);
                auto& pixel = result.at<cv::Vec3f>(y, x);
                if (!inside.contains(cv::Point2d(u, v))) {
                    pixel = {14, 14, 15};
                    continue;
                }
                const auto& colour = seen.at<cv::Vec3f>(y, x);
                const double down = std::cos(2 * CV_PI * v / m_pitch);
                for (int c = 0; c < 3; ++c) {
                    const double across = std::cos(2 * CV_PI * (u / m_pitch + c / 3.0));
                    pixel[c] = static_cast<float>(colour[c] * (0.92 + 0.16 * across + 0.12 * down) + 4);
                }
            }
        }
    }

    Injected m_recording;
    Actor m_actor;
    Lens m_lens;
    std::mt19937 m_random;
    cv::Point2d m_origin;
    double m_unit, m_pitch;
    cv::Mat m_room;
};

/// The holder looks into the camera, somebody else steps in and follows the prompts; or the other way round.
class SecondPerson final : public Performance
{
public:
    explicit SecondPerson(const Cast& cast)
        : m_first(livingPerson(cast))
        , m_movements(static_cast<int>(cast.seed % 4))
    {
        Cast swapped = cast;
        std::swap(swapped.holder, swapped.other);
        swapped.seed += 11;
        m_second = livingPerson(swapped);
    }

    void hear(const std::string& prompt) override
    {
        const bool movement = prompt == "BLINK" || prompt == "LOOK_UP" || prompt.starts_with("TURN_");
        m_asked += movement && prompt != m_prompt;
        m_prompt = prompt;
        // After so many movements, when the last of them is done: somebody else goes on.
        m_swapped = m_swapped || (m_now >= m_earliest && m_asked >= m_movements && !movement);
        m_first->hear(prompt);
        m_second->hear(prompt);
    }

    cv::Mat next(double seconds) override
    {
        m_now += seconds;
        const cv::Mat first = m_first->next(seconds), second = m_second->next(seconds);
        return m_swapped ? second : first;
    }

private:
    static constexpr double m_earliest = 0.8;
    std::unique_ptr<Performance> m_first, m_second;
    std::string m_prompt;
    double m_now = 0;
    int m_movements, m_asked = 0;
    bool m_swapped = false;
};

} // namespace

const std::vector<std::string>& attackSpecies()
{
    static const std::vector<std::string> names{"print-flat", "print-bent", "cut-out",      "frozen",
                                                "injected",   "replay",     "second-person"};
    return names;
}

std::unique_ptr<Performance> attack(const std::string& species, const Cast& cast, const Script& recorded)
{
    if (species == "print-flat")
        return paperAttack(cast, PaperKind::Flat);
    if (species == "print-bent")
        return paperAttack(cast, PaperKind::Bent);
    if (species == "cut-out")
        return paperAttack(cast, PaperKind::CutOut);
    if (species == "frozen")
        return std::make_unique<Frozen>(cast);
    if (species == "injected")
        return std::make_unique<Injected>(cast, recorded);
    if (species == "replay")
        return std::make_unique<Replay>(cast, recorded);
    if (species == "second-person")
        return std::make_unique<SecondPerson>(cast);
    return nullptr;
}

} // namespace chinhchu::stage
