#include "app/settings/token_key.h"

#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include <array>
#include <memory>
#include <vector>

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> unavailable(const char* what, CK_RV why)
{
    return fail(FailureCode::DeviceKeyUnavailable, std::string(what) + ": " + p11_kit_strerror(why));
}

template <class T>
CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, T& value)
{
    return {type, &value, sizeof value};
}

CK_ATTRIBUTE attribute(CK_ATTRIBUTE_TYPE type, QByteArray& value)
{
    return {type, value.data(), static_cast<CK_ULONG>(value.size())};
}

/// A session with one token, logged in. The library is not finalised at its end: OpenSSL's engine may be using it.
class TokenSession
{
public:
    explicit TokenSession(CK_FUNCTION_LIST* module)
        : m_module(module)
    {
    }
    ~TokenSession()
    {
        if (m_session != 0)
            m_module->C_CloseSession(m_session);
    }
    TokenSession(const TokenSession&) = delete;
    TokenSession& operator=(const TokenSession&) = delete;

    Result<void> open(const TokenUri& where)
    {
        const auto pin = where.pin();
        const auto slot = slotOf(where);
        if (!pin || !slot)
            return tl::unexpected(pin ? slot.error() : pin.error());
        if (const CK_RV status =
                m_module->C_OpenSession(*slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &m_session);
            status != CKR_OK)
            return unavailable("the token", status);
        auto* letters = reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin->view().data()));
        const CK_RV status = m_module->C_Login(m_session, CKU_USER, letters, pin->view().size());
        if (status != CKR_OK && status != CKR_USER_ALREADY_LOGGED_IN)
            return unavailable("its PIN", status);
        return {};
    }

    /// 0 when there is no private key of that name.
    CK_OBJECT_HANDLE privateKey(QByteArray label)
    {
        CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
        std::array wanted{attribute(CKA_CLASS, kind), attribute(CKA_LABEL, label)};
        CK_OBJECT_HANDLE found = 0;
        CK_ULONG count = 0;
        if (m_module->C_FindObjectsInit(m_session, wanted.data(), wanted.size()) != CKR_OK)
            return 0;
        m_module->C_FindObjects(m_session, &found, 1, &count);
        m_module->C_FindObjectsFinal(m_session);
        return count == 1 ? found : 0;
    }

    bool staysInside(CK_OBJECT_HANDLE key)
    {
        CK_BBOOL extractable = CK_TRUE;
        CK_BBOOL sensitive = CK_FALSE;
        std::array asked{attribute(CKA_EXTRACTABLE, extractable), attribute(CKA_SENSITIVE, sensitive)};
        return m_module->C_GetAttributeValue(m_session, key, asked.data(), asked.size()) == CKR_OK &&
               extractable == CK_FALSE && sensitive == CK_TRUE;
    }

    CK_RV make(QByteArray label)
    {
        QByteArray curve = QByteArray::fromHex("06082A8648CE3D030107"); // prime256v1 (RFC 5480, 2.1.1.1)
        QByteArray id = label;                                          // what the two halves have in common
        CK_BBOOL yes = CK_TRUE;
        CK_BBOOL no = CK_FALSE;
        std::array open{attribute(CKA_TOKEN, yes), attribute(CKA_VERIFY, yes), attribute(CKA_EC_PARAMS, curve),
                        attribute(CKA_LABEL, label), attribute(CKA_ID, id)};
        std::array secret{attribute(CKA_TOKEN, yes),       attribute(CKA_PRIVATE, yes), attribute(CKA_SIGN, yes),
                          attribute(CKA_SENSITIVE, yes),   attribute(CKA_LABEL, label), attribute(CKA_ID, id),
                          attribute(CKA_EXTRACTABLE, no)};
        CK_MECHANISM mechanism{CKM_EC_KEY_PAIR_GEN, nullptr, 0};
        CK_OBJECT_HANDLE publicKey = 0;
        CK_OBJECT_HANDLE privateKey = 0;
        return m_module->C_GenerateKeyPair(m_session, &mechanism, open.data(), open.size(), secret.data(), secret.size(),
                                           &publicKey, &privateKey);
    }

private:
    Result<CK_SLOT_ID> slotOf(const TokenUri& where)
    {
        CK_ULONG count = 0;
        m_module->C_GetSlotList(CK_TRUE, nullptr, &count);
        std::vector<CK_SLOT_ID> present(count);
        if (const CK_RV status = m_module->C_GetSlotList(CK_TRUE, present.data(), &count); status != CKR_OK)
            return unavailable("the token", status);
        present.resize(count);
        for (const CK_SLOT_ID slot : present) {
            CK_TOKEN_INFO token{};
            if (m_module->C_GetTokenInfo(slot, &token) == CKR_OK &&
                QByteArray(reinterpret_cast<const char*>(token.label), sizeof token.label).trimmed() == where.token)
                return slot;
        }
        return fail(FailureCode::DeviceKeyUnavailable, "no token " + where.token.toStdString());
    }

    CK_FUNCTION_LIST* m_module;
    CK_SESSION_HANDLE m_session = 0;
};

} // namespace

Result<void> makeTokenKey(const TokenUri& where)
{
    CK_FUNCTION_LIST* module = p11_kit_module_load(where.module.constData(), 0);
    if (!module)
        return fail(FailureCode::DeviceKeyUnavailable, where.module.toStdString() + ": " + p11_kit_message());
    if (const CK_RV status = p11_kit_module_initialize(module); status != CKR_OK)
        return unavailable(where.module.constData(), status);
    TokenSession session(module);
    if (auto opened = session.open(where); !opened)
        return opened;
    if (const CK_OBJECT_HANDLE key = session.privateKey(where.label); key != 0)
        return session.staysInside(key)
                   ? Result<void>()
                   : fail(FailureCode::DeviceKeyUnavailable, "the token would give the key of this name away");
    if (const CK_RV status = session.make(where.label); status != CKR_OK)
        return unavailable("the key cannot be made", status);
    return {};
}

} // namespace chinhchu::app
