#include "biometrics/models/model_store.h"

#include "biometrics/models/manifest_text.h"

#include <openssl/evp.h>
#include <rapidjson/document.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

std::vector<ModelEntry> parseManifest()
{
    rapidjson::Document document;
    document.Parse(manifestText);
    std::vector<ModelEntry> entries;
    for (const auto& model : document["models"].GetArray()) {
        entries.push_back({model["file"].GetString(), model["version"].GetString(), model["sha256"].GetString(),
                           model["licence"].GetString(), model["bytes"].GetUint64(), model["required"].GetBool(),
                           model["purpose"].GetString(), model["without"].GetString()});
    }
    return entries;
}

std::string sha256Hex(const std::string& data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(data.data(), data.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

fs::path userCache()
{
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache)
        return cache;
    const char* home = std::getenv("HOME");
    return home ? fs::path(home) / ".cache" : fs::path();
}

} // namespace

const std::vector<ModelEntry>& modelManifest()
{
    static const std::vector<ModelEntry> manifest = parseManifest();
    return manifest;
}

const ModelEntry* findModel(const std::string& file)
{
    for (const ModelEntry& entry : modelManifest()) {
        if (entry.file == file)
            return &entry;
    }
    return nullptr;
}

fs::path defaultModelFolder()
{
    if (const char* folder = std::getenv("CHINHCHU_MODELS"); folder && *folder)
        return folder;
    const fs::path cached = userCache() / "chinhchu" / "models";
    std::error_code ignored;
    if (fs::is_directory(cached, ignored))
        return cached;
    return "/usr/share/chinhchu/models";
}

Result<std::string> readModel(const fs::path& folder, const std::string& file)
{
    const ModelEntry* entry = findModel(file);
    if (!entry)
        return fail(FailureCode::ModelMissing, file + " is not in the manifest");
    std::ifstream stream(folder / file, std::ios::binary);
    if (!stream)
        return fail(FailureCode::ModelMissing, (folder / file).string());
    // One byte more than expected shows that the file is too long without reading all of it.
    std::string data(entry->bytes + 1, '\0');
    stream.read(data.data(), static_cast<std::streamsize>(data.size()));
    data.resize(static_cast<std::size_t>(stream.gcount()));
    if (data.size() != entry->bytes || sha256Hex(data) != entry->sha256)
        return fail(FailureCode::ModelHashMismatch, (folder / file).string());
    return data;
}

std::vector<ModelState> checkModels(const fs::path& folder)
{
    std::vector<ModelState> states;
    for (const ModelEntry& entry : modelManifest()) {
        const auto data = readModel(folder, entry.file);
        ModelState state{entry, ModelState::Presence::Present};
        if (!data)
            state.presence = data.error().code == FailureCode::ModelMissing ? ModelState::Presence::Missing
                                                                            : ModelState::Presence::Damaged;
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace chinhchu::biometrics
