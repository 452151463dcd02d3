// The text() that stays in ZXing 2.
#define ZX_USE_UTF8
#include "app/session/code_finder.h"

#include <ZXing/ReadBarcode.h>

#include <cstring>

namespace chinhchu::app {

namespace {

/// The parser's own bound (nfc/cccd/qr_code.cpp) is the same; a code of this size is denser than any on a card.
constexpr std::size_t longestText = 2048;
constexpr int largestSide = 4096;

bool isSound(const biometrics::Image& picture)
{
    return picture.width > 0 && picture.height > 0 && picture.width <= largestSide && picture.height <= largestSide &&
           picture.pixels.size() ==
               static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3;
}

} // namespace

std::optional<SecretText> findCode(const biometrics::Image& picture)
{
    if (!isSound(picture)) {
        return std::nullopt;
    }
    try {
        // One format only: the other readers of the library are code that nobody needs to be able to reach.
        const ZXing::ImageView view(picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::BGR);
        const ZXing::Result found = ZXing::ReadBarcode(view, ZXing::DecodeHints()
                                                                 .setFormats(ZXing::BarcodeFormat::QRCode)
                                                                 .setMaxNumberOfSymbols(1));
        if (!found.isValid() || found.bytes().size() > longestText) {
            return std::nullopt;
        }
        std::string text = found.text();
        SecretText secret(text);
        ::explicit_bzero(text.data(), text.size());
        return secret;
    } catch (const std::exception&) {
        return std::nullopt; // the library's own limits
    }
}

} // namespace chinhchu::app
