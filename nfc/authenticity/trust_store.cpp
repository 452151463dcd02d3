#include "nfc/authenticity/trust_store.h"
#include "nfc/authenticity/master_list.h"
#include "nfc/authenticity/trust_file_format.h"
#include "nfc/authenticity/trust_files.h"
#include "nfc/authenticity/trust_store_content.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

namespace fs = std::filesystem;

bool isIgnored(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name == TrustFile::fileName || name.starts_with('.') || name.starts_with("README") ||
           name.ends_with(".txt") || name.ends_with(".md");
}

/// The regular files directly in @p folder, in the order of their names so that a verdict does not depend on the disk.
Result<std::vector<fs::path>> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error) && !isIgnored(it->path()))
            files.push_back(it->path());
    }
    if (error)
        return fail(FailureCode::FileUnreadable, folder.string() + ": " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

/// Master lists (*.ml) in the folder: the certificates beside them are the roots that must vouch for them.
Result<void> loadMasterLists(const std::vector<fs::path>& files, TrustStore::Content& content)
{
    std::vector<CertificateHandle> roots;
    for (const fs::path& file : files) {
        if (file.extension() != ".ml")
            continue;
        if (roots.empty()) {
            for (const Anchor& anchor : content.anchors)
                roots.push_back(readCertificate(anchor.certificate.der()));
        }
        const auto data = readWholeFile(file);
        if (!data)
            return tl::unexpected(data.error());
        const auto list = readMasterList(*data, roots, std::chrono::system_clock::now());
        if (!list)
            return fail(list.error().code, file.filename().string() + ": " + list.error().detail);
        for (const Bytes& der : list->certificates)
            content.anchors.push_back(
                Anchor::of(readCertificate(der), DocumentScope::Passport, file.filename().string()));
    }
    return {};
}

Result<void> loadFolder(const fs::path& folder, DocumentScope scope, TrustStore::Content& content)
{
    const auto files = filesIn(folder);
    if (!files)
        return tl::unexpected(files.error());
    for (const fs::path& file : *files) {
        if (file.extension() == ".ml")
            continue;
        if (auto read = readTrustFile(file, scope, content); !read)
            return read;
    }
    return loadMasterLists(*files, content);
}

} // namespace

TrustStore::TrustStore()
    : m_content(std::make_shared<Content>())
{
}
TrustStore::~TrustStore() = default;
TrustStore::TrustStore(TrustStore&&) noexcept = default;
TrustStore& TrustStore::operator=(TrustStore&&) noexcept = default;

Result<TrustStore> TrustStore::load(const fs::path& folder)
{
    // What was imported first, then what lies in the folder by itself.
    auto imported = readTrustFileIn(folder);
    if (!imported)
        return tl::unexpected(imported.error());
    auto content = std::make_shared<Content>(std::move(imported->content));
    if (const auto read = loadFolder(folder, DocumentScope::Any, *content); !read)
        return tl::unexpected(read.error());
    const std::pair<const char*, DocumentScope> scoped[] = {{"citizen-card", DocumentScope::CitizenCard},
                                                            {"passport", DocumentScope::Passport}};
    for (const auto& [name, scope] : scoped) {
        std::error_code error;
        if (!fs::is_directory(folder / name, error))
            continue;
        if (const auto read = loadFolder(folder / name, scope, *content); !read)
            return tl::unexpected(read.error());
    }
    TrustStore store;
    store.m_content = std::move(content);
    return store;
}

} // namespace chinhchu::nfc
