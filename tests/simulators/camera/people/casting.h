#pragma once

#include "tests/simulators/camera/people/performance.h"

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace chinhchu::stage {

/// One scene to be played: who plays it and what is asked.
struct Scene
{
    std::string species; ///< "bona-fide" or one of attackSpecies()
    std::string name;    ///< of the photograph, with the number of the scene
    std::vector<std::string> prompts;
    std::string plan; ///< the prompts with their amounts, as `chinhchu face attacks` reads them
    cv::Mat portrait; ///< who plays it, before the conditions of the scene
    std::unique_ptr<Performance> performance;
};

/// Which people take part: thresholds are chosen with one half and reported with the other. A person is a folder.
enum class Half
{
    Development,
    Reporting,
    Both,
};

/// Makes scenes out of a folder of photographs, one folder a person, in an order that depends on nothing but the seed.
class Casting
{
public:
    /// @p yunet is yunet_s_640_640.onnx; throws cv::Exception when it cannot be read.
    Casting(const std::string& photographs, const std::string& yunet, Half half, unsigned seed);

    /// The next scene; nothing when no suitable photograph is left. Honest scenes go through the conditions in turn:
    /// plain, dark, bright, light from one side, rims of glasses, small movements.
    std::optional<Scene> next(const std::string& species);

private:
    std::optional<Portrait> nextPortrait();

    PortraitMaker m_maker;
    std::vector<std::string> m_files;
    std::size_t m_at = 0;
    std::mt19937 m_random;
    std::optional<Portrait> m_before;
    std::string m_file;
    int m_number = 0;
};

/// The conditions of honest scenes, by number of the scene.
const std::vector<std::string>& castingConditions();

} // namespace chinhchu::stage
