#pragma once

#include "tests/simulators/camera/head/turning_head.h"
#include "tests/simulators/camera/people/actor.h"
#include "tests/simulators/camera/scene/lens.h"

#include <memory>
#include <string>

namespace chinhchu::stage {

/// Something that happens in front of a camera, frame by frame.
class Performance
{
public:
    virtual ~Performance() = default;
    /// What the person is asked to do; those who only play a recording do not listen.
    virtual void hear(const std::string& prompt) = 0;
    /// The picture after another @p seconds.
    virtual cv::Mat next(double seconds) = 0;
};

/// Who takes part and what is in use.
struct Cast
{
    Portrait holder; ///< as placed() gives it
    Portrait other;  ///< the same for a second person, where the species needs one
    Lens lens;
    Actor::Habits habits;
    unsigned seed = 1;
};

/// A living person who does what is asked. With @p glasses rims are drawn around the eyes.
std::unique_ptr<Performance> livingPerson(const Cast& cast);

/// The species of presentation attacks (ISO/IEC 30107-3) this stage knows: "print-flat", "print-bent", "cut-out",
/// "frozen", "injected", "replay", "second-person". The one who presents listens and does what the thing in hand
/// allows. Null for another name. "injected" and "replay" play a recording made for other prompts, @p recorded.
std::unique_ptr<Performance> attack(const std::string& species, const Cast& cast, const Script& recorded);

/// All names attack() knows.
const std::vector<std::string>& attackSpecies();

} // namespace chinhchu::stage
