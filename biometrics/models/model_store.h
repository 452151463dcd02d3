#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <filesystem>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// One line of the manifest (resources/models.json, built into the program so that nobody can exchange file and hash
/// together).
struct ModelEntry
{
    std::string file;
    std::string version;
    std::string sha256; ///< lower-case hexadecimal
    std::string licence;
    std::size_t bytes = 0;
    bool required = false;
    std::string purpose;
    std::string without; ///< what the kiosk cannot do when the file is missing; one English sentence
};

/// What the health page shows about one model.
struct ModelState
{
    ModelEntry entry;
    enum class Presence
    {
        Present,
        Missing,
        Damaged
    } presence = Presence::Missing;
};

/// All models the program knows, in the order of the manifest.
const std::vector<ModelEntry>& modelManifest();

/// The manifest's line for @p file; nullptr where there is none.
const ModelEntry* findModel(const std::string& file);

/// $CHINHCHU_MODELS, else ${XDG_CACHE_HOME:-~/.cache}/chinhchu/models if it exists, else /usr/share/chinhchu/models.
std::filesystem::path defaultModelFolder();

/// The bytes of a model, checked by length and SHA-256. What was checked is what is returned: the file is read once.
/// MODEL_MISSING, MODEL_HASH_MISMATCH; the detail names the file.
Result<std::string> readModel(const std::filesystem::path& folder, const std::string& file);

/// Presence and hash of every model of the manifest in @p folder (reads about 40 MB: once per start, not per session).
std::vector<ModelState> checkModels(const std::filesystem::path& folder);

} // namespace chinhchu::biometrics
