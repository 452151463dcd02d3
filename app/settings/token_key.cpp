// Debian 12 has no provider for PKCS #11, only the engine; OpenSSL 3.0 calls the whole interface of engines deprecated.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "app/settings/token_key.h"

#include <openssl/engine.h>
#include <openssl/ui.h>

#include <mutex>
#include <vector>

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> unavailable(const char* what)
{
    return fail(FailureCode::DeviceKeyUnavailable, std::string(what) + ": " + opensslReason());
}

bool set(ENGINE* engine, const char* command, const char* value)
{
    return ENGINE_ctrl_cmd_string(engine, command, value, 0) == 1;
}

/// OpenSSL's engine, set up for one library. It stays for as long as the program: keys that are in use belong to it.
class Engine
{
public:
    static Engine& instance()
    {
        static Engine one;
        return one;
    }

    Result<KeyHandle> load(const TokenUri& where)
    {
        const std::lock_guard lock(m_mutex);
        if (auto ready = prepare(where); !ready)
            return tl::unexpected(ready.error());
        const auto pin = where.pin();
        if (!pin)
            return tl::unexpected(pin.error());
        std::vector<char, WipingAllocator<char>> text(pin->view().begin(), pin->view().end());
        text.push_back('\0');
        if (!set(m_engine, "PIN", text.data()))
            return unavailable("its PIN");
        KeyHandle key = find(where);
        if (!key) {
            // The engine remembers which tokens there were; this one may have been plugged in since.
            ERR_clear_error();
            (void)set(m_engine, "RE_ENUMERATE", nullptr);
            ERR_clear_error();
            key = find(where);
        }
        if (!key)
            return unavailable(("token " + where.token + ", key " + where.label).constData());
        return key;
    }

private:
    Result<void> prepare(const TokenUri& where)
    {
        if (m_engine && m_module == where.module)
            return {};
        if (m_engine)
            return fail(FailureCode::DeviceKeyUnavailable, "one program speaks to one kind of token");
        ENGINE* engine = ENGINE_by_id("pkcs11");
        if (!engine)
            return unavailable("OpenSSL's engine pkcs11 is not installed");
        if (!set(engine, "MODULE_PATH", where.module.constData()) || ENGINE_init(engine) != 1) {
            ENGINE_free(engine);
            return unavailable(where.module.constData());
        }
        m_engine = engine;
        m_module = where.module;
        return {};
    }

    /// Nobody is asked for a PIN on a terminal.
    KeyHandle find(const TokenUri& where)
    {
        return KeyHandle(
            ENGINE_load_private_key(m_engine, where.object.constData(), const_cast<UI_METHOD*>(UI_null()), nullptr));
    }

    std::mutex m_mutex;
    ENGINE* m_engine = nullptr;
    QByteArray m_module;
};

} // namespace

Result<KeyHandle> tokenKey(const TokenUri& where)
{
    return Engine::instance().load(where);
}

} // namespace chinhchu::app
