#include "app/evidence/wiping_json.h"

#include <openssl/evp.h>

namespace chinhchu::app {

namespace {

/// EVP_EncodeBlock counts in int; a file of a chip has at most 65,535 bytes and a frame is far smaller than this.
constexpr std::size_t LargestBlock = 48 * 1024 * 1024;

} // namespace

void WipingJson::time(const QDateTime& value)
{
    // Qt writes the offset only for times that have one of their own.
    text(value.isValid() ? value.toOffsetFromUtc(value.offsetFromUtc()).toString(Qt::ISODateWithMs) : QString());
}

void WipingJson::binary(ByteView value)
{
    value = value.first(std::min(value.size(), LargestBlock));
    const std::size_t length = (value.size() + 2) / 3 * 4;
    Bytes encoded(length + 3); // quotes, and the zero that EVP_EncodeBlock writes
    encoded[0] = '"';
    EVP_EncodeBlock(encoded.data() + 1, value.data(), static_cast<int>(value.size()));
    encoded[length + 1] = '"';
    m_writer.RawValue(reinterpret_cast<const char*>(encoded.data()), length + 2, rapidjson::kStringType);
}

} // namespace chinhchu::app
