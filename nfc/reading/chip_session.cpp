#include "nfc/reading/chip_session.h"

#include "nfc/access/chip_authentication.h"

#include <chrono>

namespace chinhchu::nfc {

namespace {

constexpr int slice = 200; ///< milliseconds: how often a waiting read can be cancelled
/// More than this is not a shaking hand but a broken card, or an attempt to keep the kiosk busy.
constexpr int mostInterruptions = 20;
constexpr int mostClosedChannels = 6;

OpeningWish wishOf(const ReadRequest& request)
{
    OpeningWish wish;
    wish.keys = request.keys;
    wish.access = request.access;
    wish.readDirectory = request.content == ReadContent::Everything;
    return wish;
}

std::string atrOf(const ChannelInfo& info)
{
    return {info.atr.begin(), info.atr.end()};
}

} // namespace

Command activeAuthenticationCommand(ByteView challenge, ByteView dg15, bool extendedLength)
{
    // A key file of more than 256 bytes holds an RSA key whose signature does not fit a short protected answer.
    const bool isLong = extendedLength && dg15.size() > 256;
    return {0x00, 0x88, 0x00, 0x00, Bytes(challenge.begin(), challenge.end()), isLong ? 1024U : 256U};
}

ChipSession::ChipSession(ApduChannel& channel, const ReadRequest& request)
    : m_request(request)
    , m_random(request.random ? request.random : systemRandom())
    , m_link(channel, request.stop, Deadline(request.limits, request.clock))
    , m_files(m_link, [this](const std::string& file, std::size_t have,
                             std::size_t announced) { fileProgress(file, have, announced); })
    , m_opener(m_link, m_files, wishOf(request), m_random)
{
    const auto* book = experienceBook();
    const auto experience = book != nullptr ? book->find(m_link.info().name, atrOf(m_link.info())) : std::nullopt;
    if (!experience)
        return;
    m_files.use(*experience);
    m_opener.limitsAreKnown();
}

ChipSession::~ChipSession()
{
    auto* book = experienceBook();
    if (book != nullptr && m_opener.protocol() != AccessProtocol::None)
        book->keep(m_link.info().name, atrOf(m_link.info()), m_files.learned());
}

/// Experience with what is no real reader would only make tests depend on each other.
ExperienceBook* ChipSession::experienceBook() const
{
    if (m_request.experience != nullptr)
        return m_request.experience;
    return m_link.info().source == "pcsc" ? &ExperienceBook::ofThisProcess() : nullptr;
}

void ChipSession::report(ReadProgress::Phase phase)
{
    m_progress.phase = phase;
    if (m_request.progress)
        m_request.progress(m_progress);
}

void ChipSession::fileProgress(const std::string& file, std::size_t, std::size_t announced)
{
    m_announced[file] = static_cast<std::int64_t>(announced);
    m_progress.file = file;
    m_progress.bytesRead = m_files.bytesRead();
    m_progress.bytesTotal = 0;
    for (const auto& [name, size] : m_announced)
        m_progress.bytesTotal += size;
    report(m_progress.phase);
}

Result<void> ChipSession::open()
{
    report(ReadProgress::Phase::OpeningChannel);
    auto opened = m_opener.open();
    while (!opened) {
        if (auto recovered = recover(opened.error()); !recovered)
            return recovered;
        opened = {};
    }
    report(ReadProgress::Phase::ReadingFiles);
    return {};
}

Result<FileOutcome> ChipSession::read(const ElementaryFile& file)
{
    while (true) {
        auto outcome = m_files.read(file);
        if (outcome && outcome->readable() && file.name == efSod().name)
            m_sod = outcome->raw;
        if (outcome)
            return outcome;
        if (const auto recovered = recover(outcome.error()); !recovered)
            return tl::make_unexpected(recovered.error());
    }
}

Result<FileOutcome> ChipSession::retry(const ElementaryFile& file, const FileOutcome& failed)
{
    if (failed.unproven) {
        if (auto reopened = recover({FailureCode::SecureChannelClosed, file.name + ": " + failed.problem}); !reopened)
            return tl::make_unexpected(reopened.error());
    }
    return read(file);
}

Result<FileOutcome> ChipSession::readAgain(const ElementaryFile& file)
{
    m_files.forget(file);
    return read(file);
}

Result<Response> ChipSession::exchange(const Command& command)
{
    while (true) {
        auto response = m_link.exchange(command);
        const bool closed = response && endsSecureMessaging(response->sw);
        if (response && !closed)
            return response;
        const Failure failure =
            closed ? Failure{FailureCode::SecureChannelClosed, toHex(response->sw)} : response.error();
        if (const auto recovered = recover(failure); !recovered)
            return tl::make_unexpected(recovered.error());
    }
}

void ChipSession::identifyBy(Bytes dg15, Bytes dg14)
{
    m_dg15 = std::move(dg15);
    m_dg14 = std::move(dg14);
}

Result<void> ChipSession::runChipAuthentication(const SecurityInfos& dg14, const ElementaryFile& next)
{
    return nfc::authenticateChip(m_link, dg14, m_random).and_then([&] { return proveNewChannel(next); });
}

/// Everything that comes back through the new channel with a right checksum proves the chip.
Result<void> ChipSession::proveNewChannel(const ElementaryFile& next)
{
    const auto doesNotFollow = [] {
        return fail(FailureCode::ChipAuthenticationFailed, "the chip does not follow into the new channel");
    };
    m_files.directoryChanged(Directory::Application);
    const auto read = m_files.read(next);
    const bool broken = !read && (read.error().code == FailureCode::SecureMessagingBroken ||
                                  read.error().code == FailureCode::SecureChannelClosed);
    if (broken)
        return doesNotFollow();
    if (!read)
        return tl::make_unexpected(read.error());
    if (read->readable())
        return {};
    // DG14 was read before, so selecting it succeeds for every chip that has the private key.
    const auto file = dataGroupFile(14).identifier;
    const auto proof = m_link.exchange(
        {0x00, 0xA4, 0x02, 0x0C, Bytes{static_cast<std::uint8_t>(file >> 8), static_cast<std::uint8_t>(file)}, {}});
    if (!proof && proof.error().code == FailureCode::SecureMessagingBroken)
        return doesNotFollow();
    if (!proof)
        return tl::make_unexpected(proof.error());
    if (!proof->ok())
        return fail(FailureCode::ChipAuthenticationFailed, "the chip refuses in the new channel: " + toHex(proof->sw));
    return {};
}

Result<void> ChipSession::authenticateChip(const SecurityInfos& dg14, const ElementaryFile& next)
{
    // A copy fails every time; a card that was moved fails once.
    for (int attemptsLeft = 2;;) {
        const auto proven = runChipAuthentication(dg14, next);
        if (proven || proven.error().code == FailureCode::CardNotSupported)
            return proven;
        if (proven.error().code != FailureCode::ChipAuthenticationFailed) {
            if (const auto recovered = recover(proven.error()); !recovered)
                return recovered;
            continue;
        }
        const auto restarted = m_link.reset().and_then([this] { return openAgain(); });
        if (!restarted || --attemptsLeft == 0)
            return restarted ? proven : restarted;
    }
}

/// Brings the session back, or returns why that cannot be done.
Result<void> ChipSession::recover(const Failure& failure)
{
    const bool lifted = failure.code == FailureCode::CardRemoved;
    const bool closed = failure.code == FailureCode::SecureChannelClosed;
    const bool mayRecover =
        (lifted && ++m_interruptions <= mostInterruptions) || (closed && ++m_closedChannels <= mostClosedChannels);
    if (!mayRecover)
        return tl::make_unexpected(failure);
    if (lifted)
        return waitForCard();
    if (const auto restarted = m_link.reset(); !restarted)
        return recover(restarted.error());
    const auto opened = openAgain();
    return opened ? opened : recover(opened.error());
}

Result<void> ChipSession::waitForCard()
{
    const auto before = m_progress.phase;
    report(ReadProgress::Phase::WaitingForCard);
    const auto& deadline = m_link.deadline();
    auto end = deadline.now() + deadline.limits().cardAway;
    while (true) {
        if (auto allowed = m_link.mayGoOn(); !allowed)
            return allowed;
        auto back = m_link.reconnect(slice);
        if (back) {
            back = openAgain();
            // Lifted once more while it was being opened: its time begins anew, the count of lifts goes on.
            if (!back && back.error().code == FailureCode::CardRemoved && ++m_interruptions <= mostInterruptions)
                end = deadline.now() + deadline.limits().cardAway;
        }
        if (back) {
            report(before);
            return back;
        }
        // Somebody else's card, a wrong answer or a refusal do not get better by waiting; a shaking hand does.
        const auto code = back.error().code;
        const bool mayImprove = code == FailureCode::CardRemoved || code == FailureCode::CardNotPresent ||
                                code == FailureCode::CardNotAnswering || code == FailureCode::ReaderNotFound ||
                                code == FailureCode::ReaderServiceUnavailable;
        if (!mayImprove || deadline.now() >= end)
            return back;
    }
}

Result<void> ChipSession::openAgain()
{
    m_files.directoryChanged(Directory::MasterFile);
    const bool wasOpen = m_opener.protocol() != AccessProtocol::None;
    const auto opened = m_opener.open();
    if (!opened && wasOpen && opened.error().code == FailureCode::AccessKeyWrong)
        return fail(FailureCode::DifferentCard, "the key that opened the chip does not open it any more");
    return opened ? sameChip() : opened;
}

/// The same key opens many cards' channels in an attacker's hand: the chip itself must be recognised.
Result<void> ChipSession::sameChip()
{
    if (!m_mappingKey.empty())
        return sameChipByMapping();
    return m_dg15.empty() ? sameChipBySod() : sameChipByProof();
}

Result<void> ChipSession::sameChipByMapping() const
{
    if (!m_opener.mappedWith(m_mappingKey))
        return fail(FailureCode::DifferentCard, "the chip that came back maps with another key");
    return {};
}

Result<void> ChipSession::sameChipByProof()
{
    const auto challenge = m_random(8);
    if (!challenge)
        return tl::make_unexpected(challenge.error());
    const auto response = m_link.exchange(activeAuthenticationCommand(*challenge, m_dg15, extendedLength()));
    if (!response)
        return tl::make_unexpected(response.error());
    if (!response->ok() || !verifyActiveAuthentication(m_dg15, m_dg14, {*challenge, response->data}))
        return fail(FailureCode::DifferentCard, "the chip that came back has another key");
    return {};
}

Result<void> ChipSession::sameChipBySod()
{
    m_files.forget(efSod());
    if (m_sod.empty())
        return {}; // nothing signed was read yet: what comes now is the chip
    const auto again = m_files.read(efSod());
    if (!again)
        return tl::make_unexpected(again.error());
    if (again->raw != m_sod)
        return fail(FailureCode::DifferentCard, "the chip that came back has another EF.SOD");
    return {};
}

} // namespace chinhchu::nfc
