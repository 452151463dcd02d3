#include "app/cli/secret_input.h"

#include "nfc/cccd/candidate_keys.h"

#include <algorithm>
#include <cstdio>

namespace chinhchu::app::cli {

namespace {

constexpr std::size_t longestLine = 4096;

/// Through a buffer of our own only: stdio's would keep a copy.
SecretText readLine()
{
    static const bool unbuffered = std::setvbuf(stdin, nullptr, _IONBF, 0) == 0;
    static_cast<void>(unbuffered);
    std::vector<char, WipingAllocator<char>> line;
    line.reserve(longestLine);
    for (int next = std::getchar(); next != EOF && next != '\n' && line.size() < longestLine; next = std::getchar()) {
        if (next != '\r') {
            line.push_back(static_cast<char>(next));
        }
    }
    return SecretText(std::string_view(line.data(), line.size()));
}

SecretText fromArgument(const QString& given)
{
    const QByteArray utf8 = given.toUtf8();
    return SecretText(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

} // namespace

SecretText secretValue(const QString& given)
{
    return given == QLatin1String("-") ? readLine() : fromArgument(given);
}

SecretText secretMrz(const QString& given)
{
    if (given != QLatin1String("-")) {
        return fromArgument(given);
    }
    constexpr std::size_t sizeOfTd1 = 90;
    std::vector<char, WipingAllocator<char>> whole;
    whole.reserve(longestLine);
    for (int lines = 0; lines < 3 && whole.size() < sizeOfTd1; ++lines) {
        const SecretText line = readLine();
        whole.insert(whole.end(), line.view().begin(), line.view().end());
    }
    return SecretText(std::string_view(whole.data(), whole.size()));
}

void addKeyOptions(QCommandLineParser& parser)
{
    parser.addOption({"can", Text::tr("The last 6 digits of the number on the card; - reads standard input."), "N"});
    parser.addOption({"mrz", Text::tr("The three lines on the back of the card; - reads standard input."), "TEXT"});
    parser.addOption(
        {"number", Text::tr("The 12-digit number, with --birth and --expiry; - reads standard input."), "N12"});
    parser.addOption({"birth", Text::tr("Birth date."), "YYMMDD"});
    parser.addOption({"expiry", Text::tr("Expiry date; 991231 for a card without one."), "YYMMDD"});
    parser.addOption({"qr", Text::tr("The text of the QR code; - reads standard input."), "TEXT"});
}

namespace {

const QStringList& ways()
{
    static const QStringList all = {"can", "mrz", "number", "qr"};
    return all;
}

Result<GivenKeys> keysFromTheOnlyWay(const QCommandLineParser& options)
{
    const auto withoutCode = [](nfc::AccessKeys keys) { return GivenKeys{std::move(keys), {}}; };
    if (options.isSet("can")) {
        return nfc::cccd::keysFromCan(secretValue(options.value("can")).view()).map(withoutCode);
    }
    if (options.isSet("mrz")) {
        return nfc::cccd::keysFromMrz(secretMrz(options.value("mrz")).view()).map(withoutCode);
    }
    if (options.isSet("qr")) {
        const SecretText text = secretValue(options.value("qr"));
        auto keys = nfc::cccd::keysFromQr(text.view());
        auto code = keys ? nfc::cccd::parseQrCode(text.view()) : tl::make_unexpected(keys.error());
        if (!code) {
            return tl::unexpected(code.error());
        }
        return GivenKeys{std::move(*keys), std::move(*code)};
    }
    if (!options.isSet("birth") || !options.isSet("expiry")) {
        return fail(FailureCode::UsageInvalid, "--number needs --birth and --expiry");
    }
    const SecretText number = secretValue(options.value("number"));
    const SecretText birth = secretValue(options.value("birth"));
    const SecretText expiry = secretValue(options.value("expiry"));
    return nfc::cccd::keysFromNumber(number.view(), birth.view(), expiry.view()).map(withoutCode);
}

} // namespace

Result<nfc::AccessKeys> keysFromOptions(const QCommandLineParser& options)
{
    return givenKeys(options).map([](GivenKeys given) { return std::move(given.keys); });
}

Result<GivenKeys> givenKeys(const QCommandLineParser& options)
{
    QStringList chosen = ways();
    chosen.removeIf([&](const QString& way) { return !options.isSet(way); });
    if (chosen.size() != 1) {
        return fail(FailureCode::UsageInvalid, "exactly one of --can, --mrz, --number, --qr");
    }
    Result<GivenKeys> keys = keysFromTheOnlyWay(options);
    // No card has seen it: the command was wrong (2), not the key (4).
    if (!keys && keys.error().code == FailureCode::AccessKeyInvalid) {
        return fail(FailureCode::UsageInvalid, "--" + chosen.first().toStdString() + ": " + keys.error().detail);
    }
    return keys;
}

} // namespace chinhchu::app::cli
