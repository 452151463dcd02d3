#pragma once

#include "nfc/lds/ber_tlv.h"

namespace chinhchu::nfc {

/// The text fields of DG11, DG12 and DG16. The tag list (5C) in front only repeats which there are and is not needed.
///
/// DATA_GROUP_MALFORMED names the field, never its content.
class DetailFields
{
public:
    explicit DetailFields(ByteView content)
        : m_content(content)
    {
    }

    /// UTF-8, or empty where the field is missing. Components are separated by '<', parts of a component too: runs of
    /// it become @p separator.
    Result<SecretText> text(std::uint32_t tag, const char* separator) const;

    /// CCYYMMDD in eight digits, or in four bytes of two digits each as the first edition had it, as ISO 8601. Days or
    /// months that are not known ("00") leave the whole date empty.
    Result<SecretText> date(std::uint32_t tag) const;

private:
    ByteView m_content;
};

} // namespace chinhchu::nfc
