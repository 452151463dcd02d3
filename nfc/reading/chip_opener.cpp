#include "nfc/reading/chip_opener.h"

#include "nfc/access/bac.h"
#include "nfc/lds/ef_atr_info.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

constexpr int mostWrongKeys = 3;

/// Errors after which the same card may still be opened in another way. Everything else ends the attempt.
bool isRefusal(FailureCode code)
{
    return code == FailureCode::CardRefused || code == FailureCode::CardNotSupported ||
           code == FailureCode::CardAnswerMalformed || code == FailureCode::AccessKeyInvalid;
}

/// A protocol that broke off in the middle is run once more before anything weaker is tried: a card that is moved gives
/// strange answers, too.
bool mayBeDisturbance(FailureCode code)
{
    return code == FailureCode::CardRefused || code == FailureCode::CardAnswerMalformed;
}

/// What this program runs, the strongest first: a chip that proves itself while PACE runs saves a protocol afterwards.
int strength(const PaceInfo& info)
{
    const int cipher = info.cipher == Cipher::TripleDes ? 0 : 1 + static_cast<int>(info.cipher);
    const int agreement = info.agreement == Agreement::Ecdh ? 10 : 0;
    const int mapping = info.mapping == Mapping::ChipAuthentication ? 40 : info.mapping == Mapping::Generic ? 20 : 0;
    return mapping + agreement + cipher;
}

} // namespace

ChipOpener::ChipOpener(CardLink& link, FileReader& files, OpeningWish wish, RandomSource random)
    : m_link(link)
    , m_files(files)
    , m_wish(std::move(wish))
    , m_random(std::move(random))
{
}

Result<void> ChipOpener::open()
{
    if (m_rightKey)
        return openAgain();
    if (m_wish.keys.empty())
        return fail(FailureCode::AccessKeyInvalid, "no key was given");
    if (auto read = readCardAccess(); !read)
        return read;
    if (m_wish.access != AccessPreference::BacOnly) {
        auto opened = tryPace();
        if (!opened && mayBeDisturbance(opened.error().code) && bestPace() != nullptr)
            opened = startOver().and_then([this] { return tryPace(); });
        if (opened || !isRefusal(opened.error().code) || m_wish.access == AccessPreference::PaceOnly)
            return opened;
        const bool hasMrzKey = std::ranges::any_of(m_wish.keys, [](const AccessKey& key) { return key.index() == 1; });
        if (!hasMrzKey && bestPace() != nullptr)
            return opened; // PACE was the way, and it is what failed
        noteFallback(opened.error().detail);
    }
    return tryBac();
}

Result<void> ChipOpener::openAgain()
{
    m_link.closeSecureChannel();
    m_files.directoryChanged(Directory::MasterFile);
    if (m_protocol == AccessProtocol::Pace)
        return tryPaceWith(*m_rightKey);
    return selectApplication().and_then(
        [this] { return openWithBac(m_link, std::get<MrzKey>(*m_rightKey), m_random); });
}

/// EF.CardAccess lies in the master file. A card that was just powered is there already; on others SELECT MF answers
/// 6D00, 6985 or 6A86, and the file can be selected all the same.
Result<void> ChipOpener::readCardAccess()
{
    if (m_cardAccessDone)
        return startOver();
    auto file = m_files.read(efCardAccess());
    if (file && !file->readable()) {
        const auto selected = m_link.exchange({0x00, 0xA4, 0x00, 0x0C, Bytes{0x3F, 0x00}, {}});
        if (!selected)
            return tl::make_unexpected(selected.error());
        m_files.directoryChanged(Directory::MasterFile);
        if (selected->ok())
            file = m_files.read(efCardAccess());
    }
    if (!file)
        return tl::make_unexpected(file.error());
    if (auto more =
            file->readable() ? readCardLimits().and_then([this] { return readDirectoryFile(); }) : Result<void>();
        !more)
        return more;
    m_masterFiles[efCardAccess().name] = *file;
    m_cardAccessDone = true;
    return file->readable() ? understandCardAccess(*file) : Result<void>();
}

/// Nothing protects this file on its way: one that makes no sense is read once more.
Result<void> ChipOpener::understandCardAccess(const FileOutcome& file)
{
    auto infos = parseSecurityInfos(file.raw);
    if (!infos) {
        m_files.forget(efCardAccess());
        const auto again = m_files.read(efCardAccess());
        if (!again)
            return tl::make_unexpected(again.error());
        m_masterFiles[efCardAccess().name] = *again;
        infos = parseSecurityInfos(again->raw);
    }
    if (infos)
        m_cardAccess = std::move(*infos);
    else
        m_masterFiles[efCardAccess().name].problem = "not understood";
    return {};
}

/// A hint, no more: a card without the file is read all the same.
Result<void> ChipOpener::readCardLimits()
{
    if (!m_wish.askForLimits || m_files.sizing().extended() == ReadSizing::Extended::Fails)
        return {};
    auto file = m_files.readAtOnce(efAtrInfo());
    if (!file)
        return tl::make_unexpected(file.error());
    constexpr std::size_t statusWord = 2;
    if (const auto limits = parseEfAtrInfo(file->raw); limits && limits->largestAnswer > statusWord)
        m_files.sizing().limit(limits->largestAnswer - statusWord);
    m_masterFiles[efAtrInfo().name] = std::move(*file);
    return {};
}

Result<void> ChipOpener::readDirectoryFile()
{
    if (!m_wish.readDirectory)
        return {};
    return m_files.readAtOnce(efDir()).map([this](FileOutcome file) { m_masterFiles[efDir().name] = std::move(file); });
}

/// The key of Chip Authentication Mapping: in the master file, once PACE has opened it (ICAO 9303-10, 3.11.4).
Result<void> ChipOpener::readCardSecurity()
{
    if (!mapped() || m_masterFiles.contains(efCardSecurity().name))
        return {};
    return m_files.read(efCardSecurity()).map([this](FileOutcome file) {
        m_masterFiles[efCardSecurity().name] = std::move(file);
    });
}

bool ChipOpener::mappedWith(ByteView chipPublicKey) const
{
    const auto* info = bestPace();
    const auto group = info != nullptr ? paceGroup(*info, *m_cardAccess) : fail(FailureCode::CardNotSupported);
    return group && provesChip(m_paceOutcome, **group, chipPublicKey);
}

const PaceInfo* ChipOpener::bestPace() const
{
    const PaceInfo* best = nullptr;
    if (!m_cardAccess)
        return best;
    for (const auto& info : m_cardAccess->pace) {
        const bool better = best == nullptr || strength(info) > strength(*best);
        if (better && info.version == 2 && paceGroup(info, *m_cardAccess))
            best = &info;
    }
    return best;
}

bool ChipOpener::mayStillTry() const
{
    return m_wrongKeys < mostWrongKeys;
}

Result<void> ChipOpener::tryPace()
{
    if (!m_cardAccess)
        return fail(FailureCode::CardRefused, "EF.CardAccess: " + m_masterFiles[efCardAccess().name].problem);
    if (m_cardAccess->pace.empty())
        return fail(FailureCode::CardNotSupported, "EF.CardAccess offers no PACE");
    if (bestPace() == nullptr)
        return fail(FailureCode::CardNotSupported, "no PACE that is known here");

    Result<void> last = fail(FailureCode::AccessKeyInvalid, "no key was given");
    for (const auto& key : m_wish.keys) {
        if (!mayStillTry())
            break;
        last = tryPaceWith(key);
        if (last) {
            m_rightKey = key;
            return last;
        }
        if (last.error().code != FailureCode::AccessKeyWrong)
            return last;
        ++m_wrongKeys;
        if (const auto ready = startOver(); !ready)
            return ready;
    }
    return fail(FailureCode::AccessKeyWrong, std::to_string(m_wrongKeys) + " keys tried, last: " + last.error().detail);
}

Result<void> ChipOpener::tryPaceWith(const AccessKey& key)
{
    auto outcome = openWithPace(m_link, *bestPace(), *m_cardAccess, key, m_random);
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    m_paceOutcome = std::move(*outcome);
    m_protocol = AccessProtocol::Pace;
    return readCardSecurity().and_then([this] { return selectApplication(); });
}

Result<void> ChipOpener::tryBac()
{
    const bool hasMrzKey = std::ranges::any_of(m_wish.keys, [](const AccessKey& key) { return key.index() == 1; });
    if (!hasMrzKey)
        return fail(FailureCode::AccessNotPossible, "BAC needs the machine-readable zone; " + m_fallbackReason);
    Result<void> last = fail(FailureCode::AccessKeyWrong, "no key left to try");
    for (const auto& key : m_wish.keys) {
        const auto* mrz = std::get_if<MrzKey>(&key);
        if (mrz == nullptr)
            continue;
        if (!mayStillTry())
            break;
        if (auto selected = selectApplication(); !selected)
            return selected;
        last = openWithBac(m_link, *mrz, m_random);
        if (last) {
            m_rightKey = key;
            m_protocol = AccessProtocol::Bac;
            return last;
        }
        if (last.error().code != FailureCode::AccessKeyWrong)
            return last;
        ++m_wrongKeys;
        if (const auto ready = startOver(); !ready)
            return ready;
    }
    return fail(FailureCode::AccessKeyWrong, std::to_string(m_wrongKeys) + " keys tried, last: " + last.error().detail);
}

/// After a refused or failed protocol many cards go on only after a reset.
Result<void> ChipOpener::startOver()
{
    m_files.directoryChanged(Directory::MasterFile);
    return m_link.reset();
}

void ChipOpener::noteFallback(std::string reason)
{
    m_fallbackReason = std::move(reason);
    // A PACE that broke off in the middle leaves cards in a state in which they refuse everything.
    if (m_cardAccess && !m_cardAccess->pace.empty())
        (void)startOver();
}

/// SELECT by name, without Le (ICAO 9303-10, 3.6.1). In BAC it comes before the protocol, in PACE after it.
Result<void> ChipOpener::selectApplication()
{
    const Bytes name{0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
    const auto selected = m_link.exchange({0x00, 0xA4, 0x04, 0x0C, name, {}});
    if (!selected)
        return tl::make_unexpected(selected.error());
    m_files.directoryChanged(Directory::Application);
    if (selected->ok())
        return {};
    const std::string detail = "SELECT of the eMRTD application: " + toHex(selected->sw);
    const bool hasNone = selected->sw == status::FileNotFound || selected->sw == status::InstructionUnknown;
    if (hasNone)
        return fail(FailureCode::CardNotSupported, detail);
    // A card that PACE has opened has the application; what it says unprotected is that it lost the channel.
    const bool lost = m_link.secureChannel() != nullptr && !selected->isProtected;
    return fail(lost ? FailureCode::SecureChannelClosed : FailureCode::CardRefused, detail);
}

} // namespace chinhchu::nfc
