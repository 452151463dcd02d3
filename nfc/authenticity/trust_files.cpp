#include "nfc/authenticity/trust_files.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <fstream>

namespace chinhchu::nfc {
namespace {

constexpr std::size_t maxFileSize = 16u << 20;

using PemText = OpenSslHandle<char, [](char* text) { OPENSSL_free(text); }>;

bool takeDer(ByteView der, DocumentScope scope, const std::string& source, TrustStore::Content& content)
{
    const unsigned char* at = der.data();
    const auto size = static_cast<long>(der.size());
    if (X509* certificate = d2i_X509(nullptr, &at, size)) {
        content.anchors.push_back(Anchor::of(CertificateHandle(certificate), scope, source));
        return true;
    }
    at = der.data();
    if (X509_CRL* list = d2i_X509_CRL(nullptr, &at, size)) {
        content.revocationLists.push_back({std::shared_ptr<X509_CRL>(list, X509_CRL_free), source});
        return true;
    }
    return false;
}

/// Every block of a PEM file; false where one is neither certificate nor revocation list.
Result<int> takePem(const Bytes& file, DocumentScope scope, const std::string& source, TrustStore::Content& content)
{
    const BioHandle bio(BIO_new_mem_buf(file.data(), static_cast<int>(file.size())));
    int blocks = 0;
    for (;;) {
        char* name = nullptr;
        char* header = nullptr;
        unsigned char* data = nullptr;
        long size = 0;
        if (PEM_read_bio(bio.get(), &name, &header, &data, &size) != 1)
            return blocks;
        const PemText freeName(name), freeHeader(header), freeData(reinterpret_cast<char*>(data));
        ++blocks;
        if (!takeDer({data, static_cast<std::size_t>(size)}, scope, source, content))
            return fail(FailureCode::TrustImportBroken, source + ": entry " + std::to_string(blocks));
    }
}

} // namespace

Result<Bytes> readWholeFile(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return fail(FailureCode::FileUnreadable, path.string());
    if (size > maxFileSize)
        return fail(FailureCode::FileUnreadable, path.string() + " is larger than 16 MB");
    Bytes content(size);
    if (!file.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(size)))
        return fail(FailureCode::FileUnreadable, path.string());
    return content;
}

Result<void> readTrustFile(const std::filesystem::path& path, DocumentScope scope, TrustStore::Content& content)
{
    const auto file = readWholeFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const std::string source = path.filename().string();
    if (takeDer(*file, scope, source, content))
        return {};
    const auto blocks = takePem(*file, scope, source, content);
    ERR_clear_error();
    if (!blocks)
        return tl::unexpected(blocks.error());
    if (*blocks == 0)
        return fail(FailureCode::TrustImportBroken, source + ": neither certificate nor revocation list");
    return {};
}

} // namespace chinhchu::nfc
