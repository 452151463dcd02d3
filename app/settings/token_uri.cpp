#include "app/settings/token_uri.h"

#include <QFile>

#include <p11-kit/pkcs11.h>
#include <p11-kit/uri.h>

#include <algorithm>
#include <memory>

namespace chinhchu::app {

namespace {

struct FreeUri
{
    void operator()(P11KitUri* uri) const { p11_kit_uri_free(uri); }
};

tl::unexpected<Failure> invalid(const char* why)
{
    return fail(FailureCode::SettingsInvalid, std::string("pkcs11: ") + why);
}

tl::unexpected<Failure> noPin(const char* why)
{
    return fail(FailureCode::DeviceKeyUnavailable, std::string("its PIN: ") + why);
}

QByteArray labelOf(P11KitUri* uri)
{
    const CK_ATTRIBUTE* label = p11_kit_uri_get_attribute(uri, CKA_LABEL);
    return label ? QByteArray(static_cast<const char*>(label->pValue), static_cast<qsizetype>(label->ulValueLen))
                 : QByteArray();
}

/// Filled up with blanks to its full width (PKCS #11 v2.40, 3.2, CK_TOKEN_INFO).
QByteArray tokenOf(P11KitUri* uri)
{
    const CK_TOKEN_INFO* token = p11_kit_uri_get_token_info(uri);
    return QByteArray(reinterpret_cast<const char*>(token->label), sizeof token->label).trimmed();
}

} // namespace

Result<TokenUri> TokenUri::parse(const QString& text)
{
    const std::unique_ptr<P11KitUri, FreeUri> uri(p11_kit_uri_new());
    const QByteArray given = text.toUtf8();
    if (!uri || p11_kit_uri_parse(given.constData(), P11_KIT_URI_FOR_ANY, uri.get()) != P11_KIT_URI_OK ||
        p11_kit_uri_any_unrecognized(uri.get()))
        return invalid("not an address of RFC 7512");
    if (p11_kit_uri_get_pin_value(uri.get()))
        return invalid("the PIN belongs into a file (pin-source)");
    TokenUri found{given.left(given.indexOf('?')), tokenOf(uri.get()), labelOf(uri.get()),
                   p11_kit_uri_get_module_path(uri.get()), QString::fromUtf8(p11_kit_uri_get_pin_source(uri.get()))};
    if (found.token.isEmpty() || found.label.isEmpty() || found.module.isEmpty() || found.pinFile.isEmpty())
        return invalid("token, object, module-path and pin-source are needed");
    if (found.pinFile.startsWith("file:"))
        found.pinFile.remove(0, 5);
    return found;
}

Result<SecretText> TokenUri::pin() const
{
    constexpr qint64 longest = 256;
    QFile file(pinFile);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return noPin(file.errorString().toUtf8().constData());
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((file.permissions() & others) != QFile::Permissions())
        return noPin("the file may be read by others than its owner");
    Bytes content(longest);
    const qint64 length = file.read(reinterpret_cast<char*>(content.data()), longest);
    const auto end = std::find_if(content.begin(), content.begin() + std::max<qint64>(length, 0),
                                  [](std::uint8_t letter) { return letter == '\n' || letter == '\r'; });
    if (end == content.begin())
        return noPin("the file is empty");
    return SecretText(
        std::string_view(reinterpret_cast<const char*>(content.data()), static_cast<std::size_t>(end - content.begin())));
}

} // namespace chinhchu::app
