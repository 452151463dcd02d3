#include "tests/simulators/camera/people/casting.h"

#include "tests/simulators/camera/scene/room.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace chinhchu::stage {

namespace fs = std::filesystem;

namespace {

const cv::Size pictureSize(640, 480);
const cv::Point2d eyesAt(320, 200);
constexpr double eyeDistance = 80;

bool isPicture(const fs::path& file)
{
    static const std::set<std::string> endings{".jpg", ".png", ".pgm"};
    return endings.contains(file.extension().string());
}

/// One photograph of each person of the half, so that no person takes part more often than another.
std::vector<std::string> photographsOf(const fs::path& folder, Half half)
{
    std::map<std::string, std::string> ofPerson;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!isPicture(entry.path()))
            continue;
        auto& file = ofPerson[entry.path().parent_path().string()];
        if (file.empty() || entry.path().string() < file)
            file = entry.path().string();
    }
    std::vector<std::string> files;
    bool odd = false;
    for (const auto& [person, file] : ofPerson) {
        odd = !odd;
        if (half == Half::Both || odd == (half == Half::Development))
            files.push_back(file);
    }
    return files;
}

/// People come to a kiosk facing it, with their eyes open: photographs that show them so.
bool suitable(const Portrait& portrait)
{
    const cv::Point2d across = portrait.rightEye - portrait.leftEye;
    const double unit = cv::norm(across);
    const cv::Point2d nose = portrait.noseTip - (portrait.leftEye + portrait.rightEye) / 2;
    if (unit < 36 || std::abs(nose.dot(across)) / (unit * unit) > 0.12)
        return false;
    // Eyes that look no different when the lids come down are shut or behind dark glass.
    const Portrait place = placed(portrait, pictureSize, eyesAt, eyeDistance);
    cv::Mat difference;
    cv::absdiff(place.picture, withEyesClosed(place, 1), difference);
    const auto moves = [&](const cv::Point2d& eye) {
        return cv::mean(difference(cv::Rect(cv::Point(eye - cv::Point2d(20, 8)), cv::Size(40, 16))))[1] > 9;
    };
    return moves(place.leftEye) && moves(place.rightEye);
}

/// As the product draws them, written down a second time: four, none after itself, a turn and closed eyes among them.
std::vector<std::string> drawOrder(std::mt19937& random)
{
    static const std::vector<std::string> names{"TURN_LEFT", "TURN_RIGHT", "LOOK_UP", "BLINK"};
    while (true) {
        std::vector<std::string> order;
        for (int i = 0; i < 4; ++i)
            order.push_back(names[random() % 4]);
        const auto has = [&](const char* name) { return std::count(order.begin(), order.end(), name) > 0; };
        if (std::adjacent_find(order.begin(), order.end()) == order.end() && has("BLINK") &&
            (has("TURN_LEFT") || has("TURN_RIGHT")))
            return order;
    }
}

std::string planText(const std::vector<std::string>& order)
{
    std::string text;
    for (const std::string& name : order) {
        text += text.empty() ? "" : " ";
        text += name + (name == "BLINK" ? "" : name == "LOOK_UP" ? ":9" : ":16");
    }
    return text;
}

void setCondition(Cast& cast, const std::string& condition)
{
    if (condition == "dark") {
        cast.lens.exposure = 0.6;
        cast.lens.noise = 4;
    } else if (condition == "bright") {
        cast.lens.exposure = 1.2;
    } else if (condition == "side-light") {
        cast.lens.sideLight = 0.3;
    } else if (condition == "glasses") {
        cast.lens.glasses = true;
    } else if (condition == "small-movements") {
        cast.habits.largestTurn = 24;
        cast.habits.speed = 40;
    }
}

} // namespace

const std::vector<std::string>& castingConditions()
{
    static const std::vector<std::string> names{"plain", "dark", "bright", "side-light", "glasses", "small-movements"};
    return names;
}

Casting::Casting(const std::string& photographs, const std::string& yunet, Half half, unsigned seed)
    : m_maker(yunet)
    , m_files(photographsOf(photographs, half))
    , m_random(seed)
{
    std::shuffle(m_files.begin(), m_files.end(), m_random);
}

std::optional<Portrait> Casting::nextPortrait()
{
    while (m_at < m_files.size()) {
        m_file = m_files[m_at++];
        const auto portrait = m_maker.make(cv::imread(m_file));
        if (portrait && suitable(*portrait))
            return inRoom(placed(*portrait, pictureSize, eyesAt, eyeDistance), m_random);
    }
    return std::nullopt;
}

std::optional<Scene> Casting::next(const std::string& species)
{
    const auto portrait = nextPortrait();
    if (!portrait)
        return std::nullopt;
    if (!m_before)
        m_before = nextPortrait();
    if (!m_before)
        return std::nullopt;
    Cast cast{*portrait, *m_before, {}, {}, static_cast<unsigned>(m_random())};
    m_before = portrait;
    cast.habits.reaction = 0.2;
    const std::string condition = castingConditions()[static_cast<std::size_t>(m_number) % castingConditions().size()];
    setCondition(cast, condition);
    Scene scene{species, {}, drawOrder(m_random), {}, portrait->picture, nullptr};
    scene.plan = planText(scene.prompts);
    scene.name = fs::path(m_file).stem().string() + '/' + condition + '/' + std::to_string(m_number++);
    const std::vector<std::string> recorded = drawOrder(m_random);
    scene.performance = species == "bona-fide" ? livingPerson(cast) : attack(species, cast, Script(recorded, 1.7));
    return scene.performance ? std::optional(std::move(scene)) : std::nullopt;
}

} // namespace chinhchu::stage
