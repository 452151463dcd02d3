#include "tests/simulators/chip/personalisation/issuer.h"

#include "tests/simulators/chip/personalisation/key_maker.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <openssl/pem.h>

namespace chinhchu::chip {

namespace {

namespace fs = std::filesystem;

/// Two simulators that start together must not make two CSCAs of one name.
class FolderLock
{
public:
    explicit FolderLock(const fs::path& folder)
        : m_file(::open((folder / ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600))
    {
        if (m_file < 0 || ::flock(m_file, LOCK_EX) != 0)
            throw LabError("cannot lock " + folder.string());
    }
    ~FolderLock() { ::close(m_file); }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_file;
};

void writeFile(const fs::path& file, ByteView content)
{
    const fs::path unfinished = file.string() + ".part";
    std::ofstream stream(unfinished, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    stream.close();
    if (!stream)
        throw LabError("cannot write " + file.string());
    fs::rename(unfinished, file);
}

Bytes pemOf(const Identified& identified)
{
    std::unique_ptr<BIO, Freeing<BIO_free>> out(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_PKCS8PrivateKey(out.get(), identified.key.get(), nullptr, nullptr, 0, nullptr, nullptr), "key");
    check(PEM_write_bio_X509(out.get(), identified.certificate.get()), "certificate");
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return {text, text + size};
}

Identified readPem(const fs::path& file)
{
    std::unique_ptr<BIO, Freeing<BIO_free>> in(BIO_new_file(file.c_str(), "r"));
    check(in != nullptr, file.c_str());
    Identified read;
    read.key = Key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    read.certificate = Certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free);
    check(read.key && read.certificate, file.c_str());
    return read;
}

/// Keeps what it makes under a name.
class KeyStore
{
public:
    KeyStore(const Profile& profile, const fs::path& folder)
        : m_profile(profile)
        , m_folder(folder)
    {
    }

    Identified take(const std::string& name, const std::string& keyKind, CertificateWish wish,
                    const Identified* issuer) const
    {
        const fs::path file = m_folder / "keys" / (name + ".pem");
        if (fs::exists(file))
            return readPem(file);
        Identified made;
        made.key = makeKey(keyKind, m_profile.pki.explicitParameters);
        wish.country = m_profile.pki.country;
        wish.commonName = "ChinhChu test " + name;
        made.certificate = makeCertificate(wish, made.key, issuer);
        writeFile(file, pemOf(made));
        return made;
    }

private:
    const Profile& m_profile;
    fs::path m_folder;
};

std::string cscaName(const Profile& profile)
{
    const Profile::Pki& pki = profile.pki;
    std::string name = pki.country + " CSCA " + pki.csca + (pki.explicitParameters ? " explicit" : "") +
                       (pki.link ? " renewed" : "") + (pki.known ? "" : " unknown");
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string signerName(const Profile& profile)
{
    std::string name = cscaName(profile) + " signer " + profile.sod.signer + " " + profile.pki.signer;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

long signerSerial(const Profile& profile)
{
    return profile.pki.signer == "revoked" ? 666 : profile.pki.signer == "expired" ? 2016 : 2021;
}

// A CSCA that changed its key: readers know the old one and the link certificate (ICAO 9303-12, 7.1.2).
void publishLink(const KeyStore& store, const Identified& csca, const std::string& name, const fs::path& published,
                 const Profile& profile)
{
    CertificateWish wish;
    wish.role = CertificateWish::Role::Csca;
    const Identified old = store.take(name + "-old", profile.pki.csca, wish, nullptr);
    writeFile(published / (name + "-old.cer"), encoded(old.certificate));
    CertificateWish link;
    link.role = CertificateWish::Role::Link;
    link.country = profile.pki.country;
    link.commonName = "ChinhChu test " + name;
    link.serial = 2;
    writeFile(published / (name + "-link.cer"), encoded(makeCertificate(link, csca.key, &old)));
}

void publish(const Profile& profile, const KeyStore& store, const Identified& csca, const fs::path& published)
{
    const std::string name = cscaName(profile);
    if (!profile.pki.known)
        return;
    if (profile.pki.link)
        return publishLink(store, csca, name, published, profile);
    if (const fs::path file = published / (name + ".cer"); !fs::exists(file))
        writeFile(file, encoded(csca.certificate));
    if (profile.pki.signer == "revoked")
        writeFile(published / (name + ".crl"), makeRevocationList(csca, {signerSerial(profile)}));
}

} // namespace

Issuer takeIssuer(const Profile& profile, const std::string& folder)
{
    const fs::path published = fs::path(folder) / "csca";
    fs::create_directories(published);
    fs::create_directories(fs::path(folder) / "keys");
    fs::permissions(fs::path(folder) / "keys", fs::perms::owner_all);
    const FolderLock lock(folder);
    const KeyStore store(profile, folder);

    CertificateWish authority;
    authority.role = CertificateWish::Role::Csca;
    Issuer issuer;
    issuer.csca = store.take(cscaName(profile), profile.pki.csca, authority, nullptr);

    CertificateWish signer;
    signer.notAfter = profile.pki.signer == "expired" ? "20210630000000Z" : "20361231235959Z";
    signer.serial = signerSerial(profile);
    issuer.documentSigner = store.take(signerName(profile), profile.sod.signer, signer, &issuer.csca);
    if (profile.attack.signerStrange) {
        signer.serial = 77;
        issuer.otherSigner = store.take(signerName(profile) + "-strange", profile.sod.signer, signer, &issuer.csca);
    }
    publish(profile, store, issuer.csca, published);
    return issuer;
}

} // namespace chinhchu::chip
