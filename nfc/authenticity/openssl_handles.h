#pragma once

#include <memory>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace chinhchu::nfc {

/// Frees an OpenSSL object with the function that belongs to it.
template <auto freeFunction>
struct OpenSslDeleter
{
    template <class T>
    void operator()(T* object) const noexcept
    {
        freeFunction(object);
    }
};

template <class T, auto freeFunction>
using OpenSslHandle = std::unique_ptr<T, OpenSslDeleter<freeFunction>>;

using BioHandle = OpenSslHandle<BIO, BIO_free_all>;
using BignumHandle = OpenSslHandle<BIGNUM, BN_free>;
using BignumContext = OpenSslHandle<BN_CTX, BN_CTX_free>;
using CmsHandle = OpenSslHandle<CMS_ContentInfo, CMS_ContentInfo_free>;
using EcdsaSignatureHandle = OpenSslHandle<ECDSA_SIG, ECDSA_SIG_free>;
using DigestContext = OpenSslHandle<EVP_MD_CTX, EVP_MD_CTX_free>;
using KeyContext = OpenSslHandle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using KeyHandle = OpenSslHandle<EVP_PKEY, EVP_PKEY_free>;
using PssParameters = OpenSslHandle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using AlgorithmHandle = OpenSslHandle<X509_ALGOR, X509_ALGOR_free>;
using RevocationListHandle = OpenSslHandle<X509_CRL, X509_CRL_free>;

/// Certificates are shared between the store, a SOD and a verdict: OpenSSL counts the references.
class CertificateHandle
{
public:
    CertificateHandle() = default;
    /// Takes over the caller's reference.
    explicit CertificateHandle(X509* owned)
        : m_certificate(owned)
    {
    }
    CertificateHandle(const CertificateHandle& other)
        : m_certificate(other.m_certificate.get())
    {
        if (m_certificate)
            X509_up_ref(m_certificate.get());
    }
    CertificateHandle(CertificateHandle&&) noexcept = default;
    CertificateHandle& operator=(CertificateHandle other) noexcept
    {
        m_certificate.swap(other.m_certificate);
        return *this;
    }
    ~CertificateHandle() = default;

    [[nodiscard]] X509* get() const { return m_certificate.get(); }
    explicit operator bool() const { return m_certificate != nullptr; }

private:
    OpenSslHandle<X509, X509_free> m_certificate;
};

} // namespace chinhchu::nfc
