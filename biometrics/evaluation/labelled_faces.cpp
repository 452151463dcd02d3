#include "biometrics/evaluation/labelled_faces.h"

#include "biometrics/camera/picture_source.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> sortedEntries(const fs::path& folder, bool folders)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.is_directory(error) == folders)
            entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// Collections centre the person they name: a larger face at the edge is somebody else.
const Face& mostCentral(const std::vector<Face>& faces, const Image& picture)
{
    const auto worth = [&](const Face& face) {
        const double dx = face.x + face.width / 2 - picture.width / 2.0;
        const double dy = face.y + face.height / 2 - picture.height / 2.0;
        return face.width / (1 + std::hypot(dx, dy) / std::max(face.width, 1.0F));
    };
    return *std::max_element(faces.begin(), faces.end(),
                             [&](const Face& a, const Face& b) { return worth(a) < worth(b); });
}

} // namespace

LabelledFaces embedFolder(FaceEngine& engine, const fs::path& folder, const std::function<Image(Image)>& change,
                          const std::function<void(int, int)>& progress)
{
    LabelledFaces set;
    std::vector<std::pair<int, fs::path>> files;
    for (const fs::path& person : sortedEntries(folder, true)) {
        set.identities.push_back(person.filename().string());
        for (const fs::path& file : sortedEntries(person, false))
            files.emplace_back(static_cast<int>(set.identities.size()) - 1, file);
    }
    int done = 0;
    for (const auto& [identity, file] : files) {
        const std::string name = fs::relative(file, folder).string();
        auto picture = loadPicture(file.string(), false);
        if (picture && change)
            *picture = change(std::move(*picture));
        const std::vector<Face> faces = picture ? engine.detect(*picture) : std::vector<Face>{};
        const Face* labelled = faces.empty() ? nullptr : &mostCentral(faces, *picture);
        if (!labelled)
            set.notDetected.push_back(name);
        else
            set.pictures.push_back({identity, name, engine.embed(*picture, *labelled)});
        if (progress)
            progress(++done, static_cast<int>(files.size()));
    }
    set.recipe = engine.match({}, {}).recipe;
    return set;
}

} // namespace chinhchu::biometrics
