#include "tests/simulators/demo/simulated_person.h"

#include "biometrics/models/model_store.h"
#include "tests/simulators/camera/demo_people.h"
#include "tests/simulators/camera/papers/painted_card.h"
#include "tests/simulators/camera/simulated_camera.h"

#include <cstdlib>
#include <random>

namespace chinhchu::demo {

Result<std::unique_ptr<biometrics::CameraSource>> openSimulatedPerson(const std::string& name)
{
    const char* chosen = std::getenv("CHINHCHU_PHOTOS");
    const std::string folder =
        chosen ? chosen : (biometrics::defaultModelFolder().parent_path() / "photographs").string();
    auto performance = stage::demoPerformance(name, folder, std::random_device()());
    if (!performance)
        return fail(FailureCode::FileUnreadable,
                    "no simulated person '" + name + "' with the photographs of " + folder);
    return stage::cameraOn(std::move(performance), "simulated: " + name);
}

Result<std::unique_ptr<biometrics::CameraSource>> openSimulatedDocument()
{
    return stage::cardBeforeCamera();
}

} // namespace chinhchu::demo
