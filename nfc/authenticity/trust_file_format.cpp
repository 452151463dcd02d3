#include "nfc/authenticity/trust_file_format.h"
#include "nfc/authenticity/trust_files.h"
#include "nfc/lds/ber_tlv.h"

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace chinhchu::nfc {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t tagFile = 0xE1, tagVersion = 0x80, tagEntry = 0xE2, tagKind = 0x81, tagScope = 0x82,
                        tagSource = 0x83, tagSubject = 0x84, tagKeyId = 0x85, tagDer = 0x86, tagCountry = 0x87,
                        tagBundleVersion = 0x88, tagFromBundle = 0x89;
constexpr std::uint8_t kindCertificate = 1, kindRevocationList = 2, kindConfirmedSigner = 3, kindDeviation = 4;
constexpr std::size_t historySize = 10;

void append(Bytes& all, const Bytes& part)
{
    all.insert(all.end(), part.begin(), part.end());
}

Bytes number(std::uint32_t value)
{
    return {std::uint8_t(value >> 24), std::uint8_t(value >> 16), std::uint8_t(value >> 8), std::uint8_t(value)};
}

std::uint32_t number(ByteView value)
{
    std::uint32_t result = 0;
    for (std::uint8_t byte : value)
        result = result << 8 | byte;
    return result;
}

ByteView bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string textOf(ByteView bytes)
{
    return std::string(bytes.begin(), bytes.end());
}

Bytes encodeEntry(std::uint8_t kind, DocumentScope scope, const std::string& source, const CertificateIndex& index,
                  ByteView der, bool fromBundle, const std::string& country = {})
{
    Bytes entry = encodeTlv(tagKind, Bytes{kind});
    append(entry, encodeTlv(tagScope, Bytes{static_cast<std::uint8_t>(scope)}));
    append(entry, encodeTlv(tagSource, bytesOf(source)));
    append(entry, encodeTlv(tagSubject, number(index.subject)));
    append(entry, encodeTlv(tagKeyId, index.keyId));
    append(entry, encodeTlv(tagDer, der));
    if (!country.empty())
        append(entry, encodeTlv(tagCountry, bytesOf(country)));
    if (fromBundle)
        append(entry, encodeTlv(tagFromBundle, Bytes{1}));
    return encodeTlv(tagEntry, entry);
}

Bytes derOfList(X509_CRL* list)
{
    unsigned char* encoded = nullptr;
    const int size = i2d_X509_CRL(list, &encoded);
    Bytes der(encoded, encoded + std::max(size, 0));
    OPENSSL_free(encoded);
    return der;
}

tl::unexpected<Failure> damaged(std::string detail)
{
    return fail(FailureCode::TrustImportBroken, "the trust store is damaged: " + std::move(detail));
}

Result<void> decodeEntry(ByteView entry, TrustStore::Content& content)
{
    const auto kind = findTlv(entry, tagKind), scope = findTlv(entry, tagScope), source = findTlv(entry, tagSource),
               subject = findTlv(entry, tagSubject), keyId = findTlv(entry, tagKeyId), der = findTlv(entry, tagDer);
    if (!kind || !scope || !source || !subject || !keyId || !der || kind->value.size() != 1 ||
        scope->value.size() != 1 || scope->value[0] > 2 || subject->value.size() != 4)
        return damaged("an entry");
    const std::string from = textOf(source->value);
    const auto trustedFor = static_cast<DocumentScope>(scope->value[0]);
    const bool fromBundle = findTlv(entry, tagFromBundle).has_value();
    const auto country = findTlv(entry, tagCountry);
    switch (kind->value[0]) {
    case kindCertificate:
        content.anchors.push_back({LazyCertificate(Bytes(der->value.begin(), der->value.end())),
                                   {number(subject->value), Bytes(keyId->value.begin(), keyId->value.end())},
                                   trustedFor,
                                   from,
                                   fromBundle});
        return {};
    case kindConfirmedSigner:
        content.confirmedSigners.push_back({textOf(der->value), trustedFor, from});
        return {};
    case kindDeviation:
        content.deviations.push_back(
            {Bytes(der->value.begin(), der->value.end()), country ? textOf(country->value) : std::string(), from});
        return {};
    default:
        break;
    }
    const unsigned char* at = der->value.data();
    X509_CRL* list = d2i_X509_CRL(nullptr, &at, static_cast<long>(der->value.size()));
    if (kind->value[0] != kindRevocationList || !list)
        return damaged("a revocation list");
    content.revocationLists.push_back({std::shared_ptr<X509_CRL>(list, X509_CRL_free), from, fromBundle});
    return {};
}

bool writeDurably(const fs::path& path, const Bytes& data)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        return false;
    std::size_t written = 0;
    while (written < data.size()) {
        const ssize_t count = ::write(file, data.data() + written, data.size() - written);
        if (count <= 0)
            break;
        written += static_cast<std::size_t>(count);
    }
    const bool good = written == data.size() && ::fsync(file) == 0;
    return ::close(file) == 0 && good;
}

void flushFolder(const fs::path& folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

/// Keeps the store that is about to be replaced, and the nine before it.
void keepHistory(const fs::path& folder, std::uint32_t oldVersion)
{
    std::error_code error;
    const fs::path history = folder / "history";
    fs::create_directories(history, error);
    char name[32];
    std::snprintf(name, sizeof name, "%08u.store", static_cast<unsigned>(oldVersion));
    fs::copy_file(folder / TrustFile::fileName, history / name, fs::copy_options::overwrite_existing, error);
    std::vector<fs::path> kept;
    for (fs::directory_iterator it(history, error), end; !error && it != end; it.increment(error))
        kept.push_back(it->path());
    std::sort(kept.begin(), kept.end());
    for (std::size_t i = 0; i + historySize < kept.size(); ++i)
        fs::remove(kept[i], error);
}

} // namespace

Result<TrustFile> decodeTrustFile(ByteView data)
{
    const auto file = readTlv(data, tagFile);
    if (!file)
        return damaged(file.error().detail);
    TrustFile result;
    TlvReader reader(file->value);
    const auto version = reader.next(tagVersion);
    if (!version || version->value.size() != 4)
        return damaged("its version");
    result.version = number(version->value);
    while (!reader.atEnd()) {
        const auto entry = reader.next();
        if (entry && entry->tag == tagBundleVersion && entry->value.size() == 4) {
            result.bundleVersion = number(entry->value);
            continue;
        }
        if (!entry || entry->tag != tagEntry)
            return damaged("its entries");
        if (const auto decoded = decodeEntry(entry->value, result.content); !decoded)
            return tl::unexpected(decoded.error());
    }
    return result;
}

Bytes encodeTrustFile(const TrustFile& file)
{
    Bytes all = encodeTlv(tagVersion, number(file.version));
    if (file.bundleVersion != 0)
        append(all, encodeTlv(tagBundleVersion, number(file.bundleVersion)));
    for (const Anchor& anchor : file.content.anchors)
        append(all, encodeEntry(kindCertificate, anchor.scope, anchor.source, anchor.index, anchor.certificate.der(),
                                anchor.fromBundle));
    for (const RevocationList& entry : file.content.revocationLists)
        append(all, encodeEntry(kindRevocationList, DocumentScope::Any, entry.source, {}, derOfList(entry.list.get()),
                                entry.fromBundle));
    for (const ConfirmedSigner& signer : file.content.confirmedSigners)
        append(all, encodeEntry(kindConfirmedSigner, signer.scope, signer.source, {}, bytesOf(signer.sha256), true));
    for (const KnownDeviation& deviation : file.content.deviations)
        append(all, encodeEntry(kindDeviation, DocumentScope::Any, deviation.source, {}, deviation.der, false,
                                deviation.country));
    return encodeTlv(tagFile, all);
}

Result<TrustFile> readTrustFileIn(const fs::path& folder)
{
    std::error_code error;
    const fs::path path = folder / TrustFile::fileName;
    if (!fs::exists(path, error) && !error)
        return TrustFile{};
    const auto data = readWholeFile(path);
    if (!data)
        return tl::unexpected(data.error());
    return decodeTrustFile(*data);
}

Result<void> replaceTrustFile(const fs::path& folder, const TrustFile& file)
{
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path target = folder / TrustFile::fileName;
    const fs::path beside = folder / ".trust.store.new";
    if (!writeDurably(beside, encodeTrustFile(file)))
        return fail(FailureCode::StorageFailed, beside.string());
    if (fs::exists(target, error))
        keepHistory(folder, file.version - 1);
    fs::rename(beside, target, error);
    if (error)
        return fail(FailureCode::StorageFailed, target.string() + ": " + error.message());
    flushFolder(folder);
    return {};
}

} // namespace chinhchu::nfc
