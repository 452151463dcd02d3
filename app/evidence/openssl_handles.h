#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

namespace chinhchu::app {

template <auto release>
struct OpenSslDeleter
{
    template <class T>
    void operator()(T* object) const
    {
        release(object);
    }
};

using BioHandle = std::unique_ptr<BIO, OpenSslDeleter<BIO_free_all>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, OpenSslDeleter<CMS_ContentInfo_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpenSslDeleter<EVP_PKEY_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, OpenSslDeleter<X509_STORE_free>>;
using CertificateHandle = std::unique_ptr<X509, OpenSslDeleter<X509_free>>;

/// A view on memory that outlives the BIO; nothing is copied.
inline BioHandle readOnlyBio(const void* data, qsizetype size)
{
    return BioHandle(BIO_new_mem_buf(data, static_cast<int>(size)));
}

inline KeyHandle parseKey(const QByteArray& pem)
{
    // An encrypted key must fail here, not ask for a pass phrase on a terminal.
    const auto noPassPhrase = [](char*, int, int, void*) { return -1; };
    return KeyHandle(
        PEM_read_bio_PrivateKey(readOnlyBio(pem.constData(), pem.size()).get(), nullptr, noPassPhrase, nullptr));
}

inline CertificateHandle parseCertificate(const QByteArray& pem)
{
    return CertificateHandle(
        PEM_read_bio_X509(readOnlyBio(pem.constData(), pem.size()).get(), nullptr, nullptr, nullptr));
}

/// The first entry of that kind in the subject.
inline QString subjectEntry(const X509* certificate, int nid)
{
    char name[256] = {};
    const int length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), nid, name, sizeof name);
    return length > 0 ? QString::fromUtf8(name, length) : QString();
}

inline QString commonName(const X509* certificate)
{
    return subjectEntry(certificate, NID_commonName);
}

/// Whether any organisational unit in the subject is this one.
inline bool hasUnit(const X509* certificate, std::string_view wanted)
{
    const X509_NAME* subject = X509_get_subject_name(certificate);
    for (int at = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, -1); at >= 0;
         at = X509_NAME_get_index_by_NID(subject, NID_organizationalUnitName, at)) {
        const ASN1_STRING* unit = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
        const std::string_view text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(unit)),
                                    static_cast<std::size_t>(ASN1_STRING_length(unit)));
        if (text == wanted)
            return true;
    }
    return false;
}

/// The oldest reason on this thread's error queue, which is then empty.
inline std::string opensslReason()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    if (code == 0)
        return "no reason given";
    const char* reason = ERR_reason_error_string(code);
    return reason ? reason : "code " + std::to_string(code);
}

} // namespace chinhchu::app
