#include "tests/simulators/chip/card/file_system.h"

#include "tests/simulators/chip/wire/tlv.h"

#include <algorithm>

namespace chinhchu::chip {

namespace {

constexpr std::uint16_t cardAccessFile = 0x011C;
constexpr std::uint16_t cardSecurityFile = 0x011D;
constexpr std::uint16_t masterFile = 0x3F00;

// The short file identifier is the low five bits of the file identifier, here and there (ICAO 9303-10, Tables 3 and 4).
std::uint16_t fileOfShortId(unsigned shortId, bool inApplication)
{
    if (!inApplication && (shortId == 0x01 || shortId == 0x1E)) // EF.ATR/INFO, EF.DIR
        return shortId == 0x01 ? 0x2F01 : 0x2F00;
    return static_cast<std::uint16_t>(0x0100 | shortId);
}

// READ BINARY with odd instruction: the offset is in DO 54.
std::optional<std::size_t> offsetObject(ByteView data)
{
    const auto value = find(data, 0x54);
    if (!value || value->empty() || value->size() > 4)
        return {};
    std::size_t offset = 0;
    for (std::uint8_t byte : *value)
        offset = offset << 8 | byte;
    return offset;
}

} // namespace

void FileSystem::reset()
{
    m_inApplication = false;
    m_current = 0;
}

Response FileSystem::select(const Command& command, bool open)
{
    if (command.le && !m_card.profile.limits.selectWithLe)
        return 0x6700;
    if (command.p1 == 0x04)
        return selectApplication(command.data, open);
    const bool byIdentifier = command.p1 == 0x00 || command.p1 == 0x02;
    if (!byIdentifier)
        return 0x6A86;
    if (command.data.empty() && command.p1 == 0x00)
        return selectMasterFile();
    if (command.data.size() != 2)
        return 0x6A80;
    const auto identifier = static_cast<std::uint16_t>(command.data[0] << 8 | command.data[1]);
    return identifier == masterFile ? selectMasterFile() : selectFile(identifier, open);
}

Response FileSystem::selectMasterFile()
{
    const auto status = static_cast<std::uint16_t>(m_card.profile.limits.selectMasterFile);
    if (status == 0x9000)
        reset();
    return status;
}

Response FileSystem::selectApplication(ByteView name, bool open)
{
    static const Bytes application = fromHex("A0000002471001");
    if (!sameBytes(name, application))
        return 0x6A82;
    if (!open && !m_card.profile.access.bac)
        return 0x6982; // a card with PACE alone shows nothing before (ICAO 9303-11, 4.2)
    m_inApplication = true;
    m_current = 0;
    return 0x9000;
}

std::uint16_t FileSystem::permit(std::uint16_t identifier, bool open, const Bytes*& content) const
{
    if (!m_inApplication && identifier == cardSecurityFile && !m_card.cardSecurity.empty()) {
        content = &m_card.cardSecurity;
        return open ? 0x9000 : 0x6982; // readable after PACE (ICAO 9303-10, 3.11.4)
    }
    const auto forAll = m_card.masterFiles.find(identifier);
    if (!m_inApplication && forAll != m_card.masterFiles.end()) {
        content = &forAll->second;
        return 0x9000;
    }
    if (!m_inApplication) {
        if (identifier != cardAccessFile)
            return 0x6A82;
        if (!open && !m_card.profile.limits.cardAccessFirst)
            return 0x6982;
        content = &m_card.cardAccess;
        return m_card.cardAccess.empty() ? 0x6A82 : 0x9000;
    }
    if (!open)
        return 0x6982;
    // Fingerprints are refused whether there are any or not; other files that are not there are not found.
    const auto file = m_card.files.find(identifier);
    if (file == m_card.files.end())
        return 0x6A82;
    if (m_card.forbidden.contains(identifier))
        return 0x6982;
    content = &file->second;
    return 0x9000;
}

Response FileSystem::selectFile(std::uint16_t identifier, bool open)
{
    const Bytes* content = nullptr;
    const std::uint16_t status = permit(identifier, open, content);
    if (status == 0x9000)
        m_current = identifier;
    return status;
}

Response FileSystem::read(const Command& command, bool open)
{
    m_lastRead = {};
    if (!command.le)
        return 0x6700;
    const bool odd = command.ins & 1;
    std::uint16_t identifier = m_current;
    std::size_t offset = command.p1p2();
    if (odd && command.p1p2() != 0) {
        identifier = fileOfShortId(command.p2 & 0x1F, m_inApplication);
    } else if (!odd && command.p1 & 0x80) {
        if (!m_card.profile.limits.shortFileIds)
            return 0x6A86;
        identifier = fileOfShortId(command.p1 & 0x1F, m_inApplication);
        offset = command.p2;
    }
    if (identifier == 0)
        return 0x6986;
    const Bytes* content = nullptr;
    if (const std::uint16_t status = permit(identifier, open, content); status != 0x9000)
        return status;
    m_current = identifier;
    if (odd) {
        const auto given = offsetObject(command.data);
        if (!given)
            return 0x6A80;
        offset = *given;
    }

    const auto endless = m_card.endless.find(identifier);
    const std::size_t size = endless == m_card.endless.end() ? content->size() : endless->second;
    if (offset >= size)
        return 0x6B00;
    // Around the data of the odd instruction there is an object of up to five bytes that counts too.
    const std::size_t around = odd ? (*command.le > 255 ? 4 : *command.le > 129 ? 3 : 2) : 0;
    std::size_t wanted =
        std::min(*command.le - std::min(*command.le, around), static_cast<std::size_t>(m_card.profile.limits.maxRead));
    const bool beyond = offset + wanted > size;
    wanted = std::min(wanted, size - offset);
    Bytes data(wanted);
    for (std::size_t i = 0; i < wanted && offset + i < content->size(); ++i)
        data[i] = (*content)[offset + i];
    m_lastRead = {identifier | (m_inApplication ? 0x10000U : 0U), offset, wanted};
    const auto status = beyond ? static_cast<std::uint16_t>(m_card.profile.limits.endOfFile) : std::uint16_t{0x9000};
    return {odd ? tlv(0x53, data) : data, status};
}

} // namespace chinhchu::chip
