#include "nfc/reading/file_reader.h"

#include "nfc/lds/ber_tlv.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

constexpr std::size_t largestFile = 262'144;
constexpr std::size_t longestHeader = 6;
constexpr std::size_t farOffset = 0x8000; ///< READ BINARY B0 has 15 bits for the offset
/// For cards that refuse to read beyond the end of a file: its header first, then exactly the rest. Every file of an
/// eMRTD is longer.
constexpr std::size_t headerChunk = 8;

/// Says that the length is wrong, whatever the file.
bool refusesLength(std::uint16_t sw)
{
    return sw == status::WrongLength;
}

/// May mean that the read reaches beyond the end, or is too long.
bool isSizeComplaint(std::uint16_t sw)
{
    return refusesLength(sw) || sw == status::OffsetOutside || sw == status::EndOfFile ||
           sw == status::ConditionsNotSatisfied || sw == 0x6F00;
}

bool meansFileAbsent(std::uint16_t sw)
{
    return sw == status::FileNotFound || sw == status::SecurityNotSatisfied;
}

std::uint8_t high(std::size_t value)
{
    return static_cast<std::uint8_t>(value >> 8);
}

std::uint8_t low(std::size_t value)
{
    return static_cast<std::uint8_t>(value);
}

tl::unexpected<Failure> channelClosed(std::string why)
{
    return fail(FailureCode::SecureChannelClosed, std::move(why));
}

} // namespace

FileReader::FileReader(CardLink& link, Progress progress)
    : m_link(link)
    , m_progress(std::move(progress))
    , m_sizing(link.info().extendedLength, link.info().largestData)
{
}

void FileReader::use(const CardExperience& experience)
{
    if (experience.extended == CardExperience::Extended::Fails)
        m_sizing.extendedFails();
    if (experience.largestAnswer != 0)
        m_sizing.limit(experience.largestAnswer);
    if (experience.needsSelect)
        m_shortIds[Directory::Application] = ShortIds::Fail;
}

CardExperience FileReader::learned() const
{
    CardExperience experience;
    experience.extended = static_cast<CardExperience::Extended>(m_sizing.extended());
    experience.largestAnswer = m_sizing.learnedAnswer();
    const auto shortIds = m_shortIds.find(Directory::Application);
    experience.needsSelect = shortIds != m_shortIds.end() && shortIds->second == ShortIds::Fail;
    return experience;
}

void FileReader::directoryChanged(Directory directory)
{
    m_selected.clear();
    m_directory = directory;
    for (auto& [name, partial] : m_partial)
        partial.interrupted =
            partial.interrupted || (partial.announced != 0 && partial.content.size() < partial.announced);
}

bool FileReader::wasInterrupted(const ElementaryFile& file) const
{
    const auto known = m_partial.find(file.name);
    return known != m_partial.end() && known->second.interrupted;
}

std::size_t FileReader::chunkSize() const
{
    const auto* channel = m_link.secureChannel();
    const std::size_t answer = m_sizing.answerBytes(channel != nullptr);
    return channel != nullptr ? channel->payloadOf(answer) : answer;
}

std::size_t FileReader::wantedNow(const Partial& partial) const
{
    if (partial.announced != 0)
        return std::min(partial.announced - partial.content.size(), chunkSize());
    return m_headerFirst && partial.content.empty() ? headerChunk : chunkSize();
}

bool FileReader::askForLess(std::uint16_t sw, std::size_t wanted, bool atStart)
{
    if (!isSizeComplaint(sw) || m_sizing.hasWorked(wanted))
        return false;
    if (atStart && !refusesLength(sw) && !m_headerFirst) {
        m_headerFirst = true;
        return true;
    }
    return wanted > headerChunk && m_sizing.stepDown();
}

Result<Response> FileReader::exchange(const Command& command)
{
    const bool isProbe = m_sizing.extended() == ReadSizing::Extended::Unknown && command.le.has_value();
    auto response = m_link.exchange(command, isProbe);
    if (isProbe && !(response && response->ok() && !response->data.empty()))
        return afterFailedProbe(command, std::move(response));
    if (isProbe)
        m_sizing.extendedWorks();
    if (!response)
        return afterLostAnswer(command, std::move(response));
    if (endsSecureMessaging(response->sw) && m_link.secureChannel() != nullptr) {
        // Often the answer to a read that was too long for the card: ask for less after re-opening.
        if (command.le && !m_sizing.hasWorked(*command.le))
            m_sizing.stepDown();
        return channelClosed(toHex(response->sw));
    }
    return response;
}

/// One extended read decides for the reader: it may have been refused by the card (6700), or lost on its way.
Result<Response> FileReader::afterFailedProbe(const Command& command, Result<Response> response)
{
    const bool isProtected = m_link.secureChannel() != nullptr;
    if (response) {
        const bool refusesForm = refusesLength(response->sw) || endsSecureMessaging(response->sw);
        if (!refusesForm)
            return response; // the file is the problem; the next read is the probe
        m_sizing.extendedFails();
        if (isProtected && endsSecureMessaging(response->sw))
            return channelClosed(toHex(response->sw));
        return isProtected ? response : m_link.exchange(command);
    }
    const auto code = response.error().code;
    if (code == FailureCode::Cancelled || code == FailureCode::CardTooSlow)
        return response;
    // A card that is lifted at this very moment says nothing of the reader; one that leaves twice here does.
    if (code == FailureCode::CardRemoved && ++m_lostProbes < 2)
        return response;
    m_sizing.extendedFails();
    if (code == FailureCode::CardRemoved)
        return response;
    if (isProtected)
        return channelClosed("extended read: " + response.error().detail);
    if (const auto restarted = m_link.reset(); !restarted)
        return response;
    return m_link.exchange(command);
}

/// An answer that is longer than the reader can take is lost on its way: the size that never worked is given up.
Result<Response> FileReader::afterLostAnswer(const Command& command, Result<Response> response)
{
    const auto code = response.error().code;
    const bool lost = code == FailureCode::CardNotAnswering || code == FailureCode::CardAnswerMalformed;
    const bool tooMuch = lost && command.le.value_or(0) > 256 && !m_sizing.hasWorked(*command.le);
    if (!tooMuch || m_link.secureChannel() == nullptr || !m_sizing.stepDown())
        return response;
    return channelClosed("long read: " + response.error().detail);
}

Result<FileOutcome> FileReader::read(const ElementaryFile& file)
{
    auto& partial = m_partial[file.name];
    if (partial.announced != 0 && partial.content.size() == partial.announced)
        return FileOutcome{partial.content, {}, false};
    return readOn(file, partial);
}

Result<FileOutcome> FileReader::readAtOnce(const ElementaryFile& file)
{
    return readChunk(file, {}, chunkSize()).map([this](const Response& response) {
        m_bytesRead += static_cast<std::int64_t>(response.data.size());
        const bool given = !response.data.empty();
        return FileOutcome{response.data, given ? std::string() : toHex(response.sw), false};
    });
}

Result<FileOutcome> FileReader::readOn(const ElementaryFile& file, Partial& partial)
{
    while (partial.announced == 0 || partial.content.size() < partial.announced) {
        const std::size_t wanted = wantedNow(partial);
        const auto response = readChunk(file, partial, wanted);
        if (!response)
            return tl::make_unexpected(response.error());
        if (response->data.empty()) {
            if (!meansFileAbsent(response->sw) && askForLess(response->sw, wanted, partial.content.empty()))
                continue;
            const bool unproven = m_link.secureChannel() != nullptr && !response->isProtected;
            return FileOutcome{{}, response->ok() ? "ends early" : toHex(response->sw), unproven};
        }
        if (response->data.size() > wanted)
            return fail(FailureCode::CardAnswerMalformed, file.name + ": more bytes than asked for");
        // What works without protection says nothing of the longer commands and answers behind it.
        if (response->isProtected)
            m_sizing.worked(response->data.size());
        if (auto problem = take(partial, *response, wanted); !problem.empty())
            return FileOutcome{{}, std::move(problem), false};
        if (m_progress)
            m_progress(file.name, partial.content.size(), partial.announced);
    }
    return FileOutcome{partial.content, {}, false};
}

/// Adds a chunk; the first one tells how long the file is. Returns what is wrong, or nothing.
std::string FileReader::take(Partial& partial, const Response& response, std::size_t wanted)
{
    partial.content.insert(partial.content.end(), response.data.begin(), response.data.end());
    m_bytesRead += static_cast<std::int64_t>(response.data.size());
    if (partial.announced == 0) {
        const auto size = announcedSize(partial.content);
        const bool mayBeIncomplete = partial.content.size() < longestHeader && response.data.size() == wanted;
        if (!size && mayBeIncomplete)
            return {};
        if (!size || *size > largestFile) {
            partial.content.clear();
            return size ? "announces " + std::to_string(*size) + " bytes" : "no readable header";
        }
        partial.announced = *size;
    }
    // What stands behind the data object is not part of it.
    if (partial.content.size() > partial.announced)
        partial.content.resize(partial.announced);
    return {};
}

Result<Response> FileReader::readChunk(const ElementaryFile& file, const Partial& partial, std::size_t wanted)
{
    auto response = partial.content.empty() && m_selected != file.name
                        ? readFirst(file, wanted)
                        : Result<Response>(Response{{}, status::Success});
    if (!response || !response->data.empty() || !response->ok())
        return response;
    if (m_selected != file.name) {
        auto selected = select(file);
        if (!selected || !selected->ok())
            return selected;
    }
    response = readSelected(partial.content.size(), wanted);
    // 6CXX: this many and no more.
    if (response && (response->sw & 0xFF00) == 0x6C00 && response->data.empty()) {
        const std::size_t available = (response->sw & 0xFF) == 0 ? 256 : response->sw & 0xFF;
        if (available < wanted)
            response = readSelected(partial.content.size(), available);
    }
    return response;
}

/// The start of a file by its short identifier, which saves the SELECT. An empty success: it must be selected.
Result<Response> FileReader::readFirst(const ElementaryFile& file, std::size_t wanted)
{
    const Response mustSelect{{}, status::Success};
    auto& shortIds = m_shortIds[m_directory];
    if (shortIds == ShortIds::Fail)
        return mustSelect;
    const auto p1 = static_cast<std::uint8_t>(0x80 | file.shortIdentifier);
    auto response = exchange({0x00, 0xB0, p1, 0x00, {}, wanted});
    if (!response)
        return response;
    if (!response->data.empty()) {
        shortIds = ShortIds::Work;
        m_selected = file.name;
        return response;
    }
    const bool isFinal = refusesLength(response->sw) || (shortIds == ShortIds::Work && meansFileAbsent(response->sw));
    return isFinal ? response : mustSelect;
}

/// SELECT by file identifier, without Le: cards exist that refuse one (ICAO 9303-10, 3.6.2). No data: only the status
/// word counts.
Result<Response> FileReader::select(const ElementaryFile& file)
{
    auto response = exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{high(file.identifier), low(file.identifier)}, {}});
    if (!response)
        return response;
    response->data.clear();
    if (response->ok()) {
        m_selected = file.name;
        if (m_shortIds[m_directory] == ShortIds::Unknown)
            m_shortIds[m_directory] = ShortIds::Fail;
    }
    return response;
}

Result<Response> FileReader::readSelected(std::size_t offset, std::size_t wanted)
{
    if (offset >= farOffset)
        return readFar(offset, wanted);
    return exchange({0x00, 0xB0, high(offset), low(offset), {}, wanted});
}

/// READ BINARY with the odd instruction: the offset in DO 54, the answer in DO 53 (ISO/IEC 7816-4, 7.2.3).
Result<Response> FileReader::readFar(std::size_t offset, std::size_t wanted)
{
    Bytes digits;
    for (int shift = offset > 0xFFFF ? 16 : 8; shift >= 0; shift -= 8)
        digits.push_back(static_cast<std::uint8_t>(offset >> shift));
    constexpr std::size_t largestHeader = 4;
    const bool fits = wanted + largestHeader <= chunkSize();
    const std::size_t expected = fits ? wanted + largestHeader : chunkSize();
    auto response = exchange({0x00, 0xB1, 0x00, 0x00, encodeTlv(0x54, digits), expected});
    if (!response || response->data.empty())
        return response;
    const auto object = readTlv(response->data, 0x53);
    if (!object)
        return fail(FailureCode::CardAnswerMalformed, "READ BINARY B1: " + object.error().detail);
    return Response{Bytes(object->value.begin(), object->value.end()), response->sw, response->isProtected};
}

} // namespace chinhchu::nfc
