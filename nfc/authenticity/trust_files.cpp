#include "nfc/authenticity/trust_files.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chinhchu::nfc {
namespace {

constexpr off_t maxFileSize = 16 << 20;

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_number; }

private:
    int m_number;
};

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
        content.revocationLists.push_back({std::shared_ptr<X509_CRL>(list, X509_CRL_free), source, false});
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
    // Not blocking: a pipe that nobody writes to must not stop the program before it is recognised as one.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat about = {};
    if (file.get() < 0 || ::fstat(file.get(), &about) != 0)
        return fail(FailureCode::FileUnreadable, path.string());
    if (!S_ISREG(about.st_mode))
        return fail(FailureCode::FileUnreadable, path.string() + " is no regular file");
    if (about.st_size > maxFileSize)
        return fail(FailureCode::FileUnreadable, path.string() + " is larger than 16 MB");
    Bytes content(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t count = ::read(file.get(), content.data() + done, content.size() - done);
        if (count <= 0)
            return fail(FailureCode::FileUnreadable, path.string());
        done += static_cast<std::size_t>(count);
    }
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
