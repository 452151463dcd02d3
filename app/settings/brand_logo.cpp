#include "app/settings/brand_logo.h"

#include "biometrics/codec/confined_decoder.h"
#include "biometrics/codec/picture_header.h"

namespace chinhchu::app {

namespace {

constexpr std::uint32_t widest = 1024;
constexpr std::uint32_t highest = 512;

} // namespace

Result<biometrics::Image> decodeLogo(const Brand& brand)
{
    if (brand.logoPng.isEmpty())
        return biometrics::Image{};
    const ByteView encoded(reinterpret_cast<const std::uint8_t*>(brand.logoPng.constData()),
                           static_cast<std::size_t>(brand.logoPng.size()));
    const auto header = biometrics::readPictureHeader(encoded);
    if (!header || header->format != biometrics::PictureHeader::Format::Png)
        return fail(FailureCode::PolicyInvalid, "brand/logoPng: not a PNG");
    if (header->width > widest || header->height > highest)
        return fail(FailureCode::PolicyInvalid, "brand/logoPng: larger than 1024x512");
    Result<biometrics::Image> picture = biometrics::decodeConfined(encoded);
    if (!picture)
        return fail(FailureCode::PolicyInvalid, "brand/logoPng: " + picture.error().detail);
    return picture;
}

} // namespace chinhchu::app
