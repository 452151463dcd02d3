#pragma once

#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/wire/apdu.h"

namespace chinhchu::chip {

/// SELECT and READ BINARY (ICAO 9303-10, 3.6; ISO/IEC 7816-4), with the conditions for access and the limits of the
/// profile.
class FileSystem
{
public:
    explicit FileSystem(const CardImage& card)
        : m_card(card)
    {
    }

    void reset();
    /// @p open: BAC or PACE has succeeded and its session lives.
    Response select(const Command& command, bool open);
    Response read(const Command& command, bool open);
    /// What the last READ BINARY gave.
    struct Extent
    {
        std::uint32_t file = 0; ///< identifier, above it a bit that is set in the application
        std::size_t offset = 0, bytes = 0;
    };
    [[nodiscard]] const Extent& lastRead() const { return m_lastRead; }
    [[nodiscard]] bool inApplication() const { return m_inApplication; }

private:
    Response selectMasterFile();
    Response selectApplication(ByteView name, bool open);
    Response selectFile(std::uint16_t identifier, bool open);
    /// 9000 if that file may be read now; the file's address in @p content.
    std::uint16_t permit(std::uint16_t identifier, bool open, const Bytes*& content) const;

    const CardImage& m_card;
    bool m_inApplication = false;
    std::uint16_t m_current = 0; ///< 0: no file selected
    Extent m_lastRead;
};

} // namespace chinhchu::chip
