#pragma once

#include <memory>
#include <string>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace chinhchu::sandbox {

/// OpenSSL objects that free themselves.
template <auto Free>
struct FreeWith
{
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

inline void freeBio(BIO* bio)
{
    BIO_free_all(bio);
}
inline void freeCertificates(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
inline void freeRevocations(STACK_OF(X509_CRL) * stack)
{
    sk_X509_CRL_pop_free(stack, X509_CRL_free);
}

using BioPtr = std::unique_ptr<BIO, FreeWith<freeBio>>;
using NumberPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, FreeWith<CMS_ContentInfo_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using CertificatePtr = std::unique_ptr<X509, FreeWith<X509_free>>;
using RequestPtr = std::unique_ptr<X509_REQ, FreeWith<X509_REQ_free>>;
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), FreeWith<freeCertificates>>;
using RevocationsPtr = std::unique_ptr<STACK_OF(X509_CRL), FreeWith<freeRevocations>>;
using StorePtr = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, FreeWith<X509_STORE_CTX_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;
using EcdsaSignaturePtr = std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>>;

/// The last words of OpenSSL's error queue, for the log; empties the queue.
inline std::string opensslComplaint()
{
    const unsigned long error = ERR_peek_last_error();
    ERR_clear_error();
    char text[256] = "no OpenSSL error";
    if (error != 0)
        ERR_error_string_n(error, text, sizeof text);
    return text;
}

} // namespace chinhchu::sandbox
