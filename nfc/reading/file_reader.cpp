#include "nfc/reading/file_reader.h"

#include "nfc/lds/ber_tlv.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

/// Answer sizes: what fits a frame of nearly every card when nothing is known, and the steps down for cards that choke.
constexpr std::size_t usualExtendedAnswer = 4096;
constexpr std::size_t largestExtendedAnswer = 16384; ///< more gains little, and costs more when the card is lifted
constexpr std::size_t shortAnswers[] = {256, 192, 128, 64};

constexpr std::size_t largestFile = 262'144;
constexpr std::size_t longestHeader = 6;
constexpr std::size_t farOffset = 0x8000; ///< READ BINARY B0 has 15 bits for the offset

bool isSizeComplaint(std::uint16_t sw)
{
    return sw == status::WrongLength || sw == status::OffsetOutside || sw == status::EndOfFile ||
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

} // namespace

FileReader::FileReader(CardLink& link, Progress progress)
    : m_link(link)
    , m_progress(std::move(progress))
    , m_extendedAnswer(usualExtendedAnswer)
{
    using Says = ChannelInfo::ExtendedLength;
    const auto says = link.info().extendedLength;
    m_extended = says == Says::Supported ? Extended::Works : says == Says::Unsupported ? Extended::Fails : m_extended;
}

void FileReader::directoryChanged()
{
    m_selected.clear();
    m_shortIds = ShortIds::Unknown;
    for (auto& [name, partial] : m_partial)
        partial.interrupted =
            partial.interrupted || (partial.announced != 0 && partial.content.size() < partial.announced);
}

bool FileReader::wasInterrupted(const ElementaryFile& file) const
{
    const auto known = m_partial.find(file.name);
    return known != m_partial.end() && known->second.interrupted;
}

void FileReader::limitAnswer(std::size_t bytes)
{
    m_extendedAnswer = std::min(bytes, largestExtendedAnswer);
    if (m_extendedAnswer <= 256)
        m_extended = Extended::Fails;
}

std::size_t FileReader::chunkSize() const
{
    const auto* channel = m_link.secureChannel();
    // Where nothing is known yet the first protected read is the probe; an unprotected one probes by its form alone.
    const bool asksMuch = m_extended == Extended::Works || (m_extended == Extended::Unknown && channel != nullptr);
    const std::size_t answer = asksMuch ? m_extendedAnswer : m_shortAnswer;
    return channel != nullptr ? channel->payloadOf(answer) : answer;
}

bool FileReader::stepDown()
{
    if (m_extended != Extended::Fails) {
        m_extended = Extended::Fails;
        return true;
    }
    const auto* smaller = std::ranges::find_if(shortAnswers, [this](std::size_t size) { return size < m_shortAnswer; });
    if (smaller == std::end(shortAnswers))
        return false;
    m_shortAnswer = *smaller;
    return true;
}

Result<Response> FileReader::exchange(const Command& command)
{
    const bool isProbe = m_extended == Extended::Unknown && command.le.has_value();
    auto response = m_link.exchange(command, isProbe);
    if (isProbe && !(response && response->ok() && !response->data.empty()))
        return afterFailedProbe(command, std::move(response));
    if (isProbe)
        m_extended = Extended::Works;
    if (response && endsSecureMessaging(response->sw) && m_link.secureChannel() != nullptr) {
        // Often the answer to a read that was too long for the card: ask for less after re-opening.
        stepDown();
        return fail(FailureCode::SecureChannelClosed, toHex(response->sw));
    }
    return response;
}

/// One extended read decides for the reader: it may have been refused by the card (6700), or lost on its way.
Result<Response> FileReader::afterFailedProbe(const Command& command, Result<Response> response)
{
    const bool isProtected = m_link.secureChannel() != nullptr;
    if (response) {
        const bool refusesForm = response->sw == status::WrongLength || endsSecureMessaging(response->sw);
        if (!refusesForm)
            return response; // the file is the problem; the next read is the probe
        m_extended = Extended::Fails;
        if (isProtected && endsSecureMessaging(response->sw))
            return fail(FailureCode::SecureChannelClosed, toHex(response->sw));
        return isProtected ? response : m_link.exchange(command);
    }
    if (response.error().code == FailureCode::Cancelled)
        return response;
    m_extended = Extended::Fails;
    if (isProtected)
        return fail(FailureCode::SecureChannelClosed, "extended read: " + response.error().detail);
    if (const auto restarted = m_link.reset(); !restarted)
        return response;
    return m_link.exchange(command);
}

Result<FileOutcome> FileReader::read(const ElementaryFile& file)
{
    auto& partial = m_partial[file.name];
    if (partial.announced != 0 && partial.content.size() == partial.announced)
        return FileOutcome{partial.content, {}};
    return readOn(file, partial);
}

Result<FileOutcome> FileReader::readOn(const ElementaryFile& file, Partial& partial)
{
    while (partial.announced == 0 || partial.content.size() < partial.announced) {
        const std::size_t rest = partial.announced == 0 ? chunkSize() : partial.announced - partial.content.size();
        const std::size_t wanted = std::min(rest, chunkSize());
        const auto response = readChunk(file, partial, wanted);
        if (!response)
            return tl::make_unexpected(response.error());
        if (response->data.empty()) {
            if (!meansFileAbsent(response->sw) && isSizeComplaint(response->sw) && stepDown())
                continue;
            return FileOutcome{{}, response->ok() ? "ends early" : toHex(response->sw)};
        }
        if (response->data.size() > wanted)
            return fail(FailureCode::CardAnswerMalformed, file.name + ": more bytes than asked for");
        if (auto problem = take(partial, *response, wanted); !problem.empty())
            return FileOutcome{{}, std::move(problem)};
        if (m_progress)
            m_progress(file.name, partial.content.size(), partial.announced);
    }
    return FileOutcome{partial.content, {}};
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
        const auto selected = select(file);
        if (!selected)
            return tl::make_unexpected(selected.error());
        if (*selected != status::Success)
            return Response{{}, *selected};
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
    if (m_shortIds == ShortIds::Fail)
        return mustSelect;
    const auto p1 = static_cast<std::uint8_t>(0x80 | file.shortIdentifier);
    auto response = exchange({0x00, 0xB0, p1, 0x00, {}, wanted});
    if (!response)
        return response;
    if (!response->data.empty()) {
        m_shortIds = ShortIds::Work;
        m_selected = file.name;
        return response;
    }
    const bool isFinal =
        response->sw == status::WrongLength || (m_shortIds == ShortIds::Work && meansFileAbsent(response->sw));
    return isFinal ? response : mustSelect;
}

/// SELECT by file identifier, without Le: cards exist that refuse one (ICAO 9303-10, 3.6.2).
Result<std::uint16_t> FileReader::select(const ElementaryFile& file)
{
    const auto response = exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{high(file.identifier), low(file.identifier)}, {}});
    if (!response)
        return tl::make_unexpected(response.error());
    if (response->ok()) {
        m_selected = file.name;
        if (m_shortIds == ShortIds::Unknown)
            m_shortIds = ShortIds::Fail;
    }
    return response->sw;
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
    return Response{Bytes(object->value.begin(), object->value.end()), response->sw};
}

} // namespace chinhchu::nfc
