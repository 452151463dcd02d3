#include "tests/simulators/camera/papers/painted_card.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <cstring>
#include <numbers>

namespace chinhchu::stage {

namespace {

/// 20 pixels a millimetre of ID-1.
constexpr int flatWidth = 1712;
constexpr int flatHeight = 1080;
const cv::Size pictureSize{1280, 720};

void write(cv::Mat& card, const char* text, int x, int y, double size, int thickness = 3)
{
    cv::putText(card, text, {x, y}, cv::FONT_HERSHEY_SIMPLEX, size, cv::Scalar(50, 45, 40), thickness, cv::LINE_AA);
}

// The words are those of nobody in the demonstrations: they lie in the memory of every program that has this card, where
// the privacy tests look for what belongs to a person.
cv::Mat flatFront()
{
    cv::Mat card(flatHeight, flatWidth, CV_8UC3, cv::Scalar(190, 205, 180));
    cv::rectangle(card, cv::Rect(90, 360, 420, 560), cv::Scalar(140, 130, 120), cv::FILLED);
    cv::circle(card, {300, 560}, 130, cv::Scalar(90, 100, 120), cv::FILLED, cv::LINE_AA);
    cv::ellipse(card, {300, 900}, {190, 200}, 0, 180, 360, cv::Scalar(90, 70, 60), cv::FILLED, cv::LINE_AA);
    write(card, "INVENTED CARD - NOT ISSUED BY ANYBODY", 420, 180, 1.7, 4);
    write(card, "Number  099 000 000000", 580, 400, 2.0, 5);
    write(card, "Name    MAU THU NGHIEM", 580, 520, 1.5);
    write(card, "Born    31/12/1970     Sex  F", 580, 630, 1.5);
    write(card, "Place of origin   Xa Thu Nghiem", 580, 740, 1.2);
    write(card, "Place of residence   Duong Khong Co That 1", 580, 850, 1.2);
    write(card, "Good until 31/12/2030", 580, 960, 1.2);
    return card;
}

cv::Mat flatBack()
{
    cv::Mat card(flatHeight, flatWidth, CV_8UC3, cv::Scalar(200, 195, 205));
    cv::rectangle(card, cv::Rect(110, 120, 260, 220), cv::Scalar(90, 170, 200), cv::FILLED);
    write(card, "Features: a mole above the left eyebrow", 470, 190, 1.3);
    write(card, "10/05/2021", 470, 300, 1.5);
    // A code of random squares, in place of a fingerprint.
    cv::RNG random(17);
    for (int y = 0; y < 14; ++y)
        for (int x = 0; x < 14; ++x)
            if (random.uniform(0, 2) == 0)
                cv::rectangle(card, cv::Rect(1220 + 24 * x, 240 + 24 * y, 24, 24), cv::Scalar(40, 40, 40), cv::FILLED);
    write(card, "IDVNM0000000009099000000000<<0", 90, 740, 2.2, 5);
    write(card, "7012312F3012313VNM<<<<<<<<<<<2", 90, 860, 2.2, 5);
    write(card, "MAU<<THU<NGHIEM<<<<<<<<<<<<<<<", 90, 980, 2.2, 5);
    return card;
}

/// A wooden table without edges of its own.
cv::Mat table()
{
    cv::Mat picture(pictureSize, CV_8UC3);
    for (int y = 0; y < picture.rows; ++y)
        picture.row(y).setTo(cv::Scalar(52 + 8 * y / picture.rows, 62 + 10 * y / picture.rows, 72));
    return picture;
}

/// Where the card's corners fall: turned about its upright axis before a camera two card widths away, then in the plane.
std::vector<cv::Point2f> cornersOf(const CardPose& pose)
{
    const double slant = pose.slant * std::numbers::pi / 180;
    const double turn = pose.turn * std::numbers::pi / 180;
    constexpr double away = 2;
    std::vector<cv::Point2f> corners;
    for (const auto& [x, y] : {std::pair{-0.5, -1.0}, {0.5, -1.0}, {0.5, 1.0}, {-0.5, 1.0}}) {
        const double half = y * flatHeight / flatWidth / 2;
        const double nearer = away / (away + x * std::sin(slant));
        const double u = pose.width * x * std::cos(slant) * nearer;
        const double v = pose.width * half * nearer;
        corners.emplace_back(
            static_cast<float>(pictureSize.width / 2. + pose.shift.x + u * std::cos(turn) - v * std::sin(turn)),
            static_cast<float>(pictureSize.height / 2. + pose.shift.y + u * std::sin(turn) + v * std::cos(turn)));
    }
    return corners;
}

cv::Mat layOnTable(const cv::Mat& flat, const CardPose& pose)
{
    const std::vector<cv::Point2f> from{{0, 0}, {flatWidth, 0}, {flatWidth, flatHeight}, {0, flatHeight}};
    const cv::Mat way = cv::getPerspectiveTransform(from, cornersOf(pose));
    // Fewer pixels than it was painted with: softened before, as a lens does, or the writing would be all steps.
    cv::Mat soft;
    const double step = flatWidth / pose.width;
    cv::GaussianBlur(flat, soft, {}, std::max(0.3, 0.4 * step));
    cv::Mat picture = table();
    cv::warpPerspective(soft, picture, way, pictureSize, cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
    return picture;
}

void mirrorLamp(cv::Mat& picture, const CardPose& pose)
{
    cv::Mat shine(picture.size(), CV_8UC3, cv::Scalar::all(0));
    const cv::Point middle(cvRound(pictureSize.width / 2. + pose.shift.x + 0.15 * pose.width),
                           cvRound(pictureSize.height / 2. + pose.shift.y));
    cv::circle(shine, middle, cvRound(pose.lamp * pose.width), cv::Scalar::all(255), cv::FILLED, cv::LINE_AA);
    cv::GaussianBlur(shine, shine, {}, 6);
    cv::add(picture, shine, picture);
}

class CardCamera final : public biometrics::CameraSource
{
public:
    explicit CardCamera(const CardPose& pose)
        : m_front(paintedCard(CardSide::Front, pose))
        , m_back(paintedCard(CardSide::Back, pose))
    {
        m_info.name = "simulated: a painted card";
        m_info.kind = biometrics::CameraInfo::Kind::VirtualDevice;
        m_info.width = pictureSize.width;
        m_info.height = pictureSize.height;
    }

    Result<biometrics::Frame> next(std::chrono::milliseconds) override
    {
        cv::Mat grain(pictureSize, CV_16SC3);
        cv::randn(grain, 0, 2);
        cv::Mat picture;
        cv::add(m_turned ? m_back : m_front, grain, picture, {}, CV_8U);
        biometrics::Image image{picture.cols, picture.rows, Bytes(picture.total() * 3)};
        std::memcpy(image.pixels.data(), picture.data, image.pixels.size());
        return biometrics::Frame{std::move(image), std::chrono::steady_clock::now(), m_number++};
    }

    void told(const std::string& hint) override { m_turned = m_turned || hint == "DOCUMENT_TURN_OVER"; }
    [[nodiscard]] const biometrics::CameraInfo& info() const override { return m_info; }

private:
    cv::Mat m_front;
    cv::Mat m_back;
    bool m_turned = false;
    biometrics::CameraInfo m_info;
    int m_number = 0;
};

} // namespace

cv::Mat paintedCard(CardSide side, const CardPose& pose)
{
    cv::Mat picture = layOnTable(side == CardSide::Front ? flatFront() : flatBack(), pose);
    picture.convertTo(picture, -1, pose.light);
    if (pose.lamp > 0)
        mirrorLamp(picture, pose);
    if (pose.blur > 0)
        cv::GaussianBlur(picture, picture, {}, pose.blur);
    if (pose.movement > 1)
        cv::blur(picture, picture, cv::Size(pose.movement, 1));
    return picture;
}

std::unique_ptr<biometrics::CameraSource> cardBeforeCamera(const CardPose& pose)
{
    return std::make_unique<CardCamera>(pose);
}

} // namespace chinhchu::stage
