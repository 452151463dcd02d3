#include "nfc/reading/read_plan.h"

#include "nfc/authenticity/chip_proof.h"
#include "nfc/authenticity/issuing_state.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace chinhchu::nfc {

namespace {

std::string sha256Hex(ByteView data)
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    std::string text;
    if (EVP_Digest(data.data(), data.size(), hash, &size, EVP_sha256(), nullptr) != 1)
        return text;
    for (unsigned i = 0; i < size; ++i) {
        text += "0123456789abcdef"[hash[i] >> 4];
        text += "0123456789abcdef"[hash[i] & 0xF];
    }
    return text;
}

std::string nameOf(int dataGroup)
{
    return dataGroupFile(dataGroup).name;
}

} // namespace

ReadPlan::ReadPlan(ApduChannel& channel, const ReadRequest& request)
    : m_request(request)
    , m_channel(channel)
    , m_session(channel, request)
{
}

Result<ChipIdentity> ReadPlan::run()
{
    m_session.report(ReadProgress::Phase::Connecting);
    return m_session.open()
        .and_then([this] { return readDirectory(); })
        .and_then([this] { return readSecurityObject(); })
        .and_then([this] { return readChipKeys(); })
        .and_then([this] { return proveChip(); })
        .and_then([this] { return performChipAuthentication(); })
        .and_then([this] { return repeatActiveAuthentication(); })
        .and_then([this] { return readPerson(); })
        .and_then([this] { return readPhoto(); })
        .and_then([this] { return readEverythingElse(); })
        .map([this] { return conclude(); });
}

void ReadPlan::addReason(FailureCode code, std::string subject)
{
    m_identity.authenticity.reasons.push_back({code, std::move(subject)});
}

void ReadPlan::addStep(std::string name, std::string subject, VerdictStep::Outcome outcome, std::string detail)
{
    m_identity.authenticity.steps.push_back({std::move(name), std::move(subject), outcome, std::move(detail)});
}

Result<FileOutcome> ReadPlan::take(const ElementaryFile& file)
{
    auto outcome = m_session.read(file);
    if (!outcome)
        return outcome;
    record(file.name, *outcome);
    return outcome;
}

void ReadPlan::record(const std::string& file, const FileOutcome& outcome)
{
    if (outcome.readable()) {
        m_identity.files[file] = {outcome.raw, sha256Hex(outcome.raw)};
        m_identity.missing.erase(file);
    } else {
        m_identity.missing[file] = outcome.problem;
    }
}

Result<FileOutcome> ReadPlan::takeOnceMore(int dataGroup, FileOutcome first)
{
    if (!m_passive || !m_passive->lists(dataGroup))
        return first;
    const auto file = dataGroupFile(dataGroup);
    const bool torn = first.readable() && m_session.wasInterrupted(file) && !m_passive->matches(dataGroup, first.raw);
    if (first.readable() && !torn)
        return first;
    auto second = torn ? m_session.readAgain(file) : m_session.retry(file, first);
    if (!second)
        return second;
    addStep("second-read", file.name, VerdictStep::Outcome::Warning,
            torn ? "its hash was wrong after the card was lifted" : "first answer: " + first.problem);
    record(file.name, *second);
    return second;
}

/// EF.COM helps to plan and decides nothing: a broken one is no error.
Result<void> ReadPlan::readDirectory()
{
    const auto file = take(efCom());
    if (!file)
        return tl::make_unexpected(file.error());
    if (const auto com = file->readable() ? parseEfCom(file->raw) : Result<EfCom>())
        m_announced = com->dataGroups;
    return {};
}

Result<void> ReadPlan::readSecurityObject()
{
    auto file = take(efSod());
    if (file && !file->readable()) // without it nothing can be believed: one strange answer must not decide
        file = m_session.retry(efSod(), *file);
    if (!file)
        return tl::make_unexpected(file.error());
    record(efSod().name, *file);
    if (!file->readable())
        return {};
    m_passive.emplace(file->raw, m_request.trust, m_request.at);
    if (const auto com = m_identity.files.find(efCom().name); com != m_identity.files.end())
        m_passive->checkCom(com->second.raw);
    return {};
}

bool ReadPlan::isExpected(int dataGroup) const
{
    if (m_passive && m_passive->signatureValid())
        return m_passive->lists(dataGroup);
    return m_announced.contains(dataGroup);
}

const Bytes& ReadPlan::raw(int dataGroup) const
{
    return m_identity.files.at(nameOf(dataGroup)).raw;
}

Result<bool> ReadPlan::takeAuthenticated(int dataGroup)
{
    if (!isExpected(dataGroup))
        return false;
    const auto file = take(dataGroupFile(dataGroup)).and_then([&](FileOutcome first) {
        return takeOnceMore(dataGroup, std::move(first));
    });
    if (!file)
        return tl::make_unexpected(file.error());
    if (!m_passive)
        return false;
    if (!file->readable()) {
        m_passive->dataGroupUnreadable(dataGroup);
        return false;
    }
    const bool right = m_passive->checkDataGroup(dataGroup, file->raw) && m_passive->signatureValid();
    if (right)
        m_authenticated.insert(dataGroup);
    return right;
}

template <class Parsed>
std::optional<Parsed> ReadPlan::accept(Result<Parsed> parsed, int dataGroup)
{
    if (parsed)
        return std::move(*parsed);
    addReason(parsed.error().code, nameOf(dataGroup));
    addStep("data-group-content", nameOf(dataGroup), VerdictStep::Outcome::Failed, parsed.error().detail);
    return std::nullopt;
}

Result<void> ReadPlan::readChipKeys()
{
    const auto options = takeAuthenticated(14);
    if (!options)
        return tl::make_unexpected(options.error());
    if (*options)
        m_dg14 = accept(parseDg14(raw(14)), 14);
    judgeAccess();
    const auto key = takeAuthenticated(15);
    if (!key)
        return tl::make_unexpected(key.error());
    return {};
}

/// The day on which the document was issued, as far as a signed file tells it.
std::optional<std::chrono::year_month_day> ReadPlan::issueDate() const
{
    const SecretText none;
    const auto& iso = m_person.vietnamese ? m_person.vietnamese->issueDate
                      : m_person.document ? m_person.document->issueDate
                                          : none;
    const auto text = iso.view();
    if (text.size() != 10)
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + size, value);
        return value;
    };
    return std::chrono::year_month_day(std::chrono::year(number(0, 4)), std::chrono::month(unsigned(number(5, 2))),
                                       std::chrono::day(unsigned(number(8, 2))));
}

Result<void> ReadPlan::readPerson()
{
    const auto zone = takeAuthenticated(1);
    if (!zone)
        return tl::make_unexpected(zone.error());
    if (*zone)
        m_person.zone = accept(parseDg1(raw(1)), 1);
    if (m_person.zone && m_passive)
        m_passive->issuingState(m_person.zone->issuingState.view(), m_person.zone->documentType.view());
    const auto vietnamese = takeAuthenticated(13);
    if (!vietnamese)
        return tl::make_unexpected(vietnamese.error());
    // Other states put other things into DG13: there, not understanding it is no error.
    const bool isCitizenCard = m_person.zone && m_person.zone->issuingState == SecretText("VNM");
    if (*vietnamese && isCitizenCard)
        m_person.vietnamese = accept(cccd::parseDg13(raw(13)), 13);
    if (const auto details = readDetails(); !details)
        return details;
    if (const auto issued = issueDate())
        m_passive->issuedOn(*issued);
    judgeIdentity();
    return {};
}

/// Where there is no DG13, DG11 and DG12 may say what it says on the citizen card.
Result<void> ReadPlan::readDetails()
{
    if (m_person.vietnamese)
        return {};
    const auto person = takeAuthenticated(11);
    if (!person)
        return tl::make_unexpected(person.error());
    if (*person)
        m_person.person = accept(parseDg11(raw(11)), 11);
    const auto document = takeAuthenticated(12);
    if (!document)
        return tl::make_unexpected(document.error());
    if (*document)
        m_person.document = accept(parseDg12(raw(12)), 12);
    return {};
}

/// Only on request: what a session has no use for. The files are kept; those that the chip refuses are recorded.
Result<void> ReadPlan::readEverythingElse()
{
    if (m_request.content != ReadContent::Everything)
        return {};
    for (int dataGroup = 1; dataGroup <= 16; ++dataGroup) {
        const auto name = nameOf(dataGroup);
        if (m_identity.files.contains(name) || m_identity.missing.contains(name))
            continue;
        if (const auto taken = takeAuthenticated(dataGroup); !taken)
            return tl::make_unexpected(taken.error());
    }
    using Parser = Result<void> (*)(ByteView);
    constexpr std::pair<int, Parser> parsers[] = {
        {7, [](ByteView raw) { return parseDg7(raw).map([](const auto&) {}); }},
        {11, [](ByteView raw) { return parseDg11(raw).map([](const auto&) {}); }},
        {12, [](ByteView raw) { return parseDg12(raw).map([](const auto&) {}); }},
        {16, [](ByteView raw) { return parseDg16(raw).map([](const auto&) {}); }}};
    for (const auto& [dataGroup, parse] : parsers) {
        if (!m_authenticated.contains(dataGroup))
            continue;
        if (const auto understood = parse(raw(dataGroup)); !understood)
            addStep("data-group-content", nameOf(dataGroup), VerdictStep::Outcome::Warning, understood.error().detail);
    }
    return {};
}

void ReadPlan::judgeIdentity()
{
    auto assembled = assembleIdentity(m_person, m_request.at);
    m_identity.identity = std::move(assembled.data);
    const auto* printed = m_request.printed ? &*m_request.printed : nullptr;
    const auto* zone = m_person.zone ? &*m_person.zone : nullptr;
    const auto* vietnamese = m_person.vietnamese ? &*m_person.vietnamese : nullptr;
    m_identity.disagreements = cccd::crossCheck(printed, zone, vietnamese);
    using enum VerdictStep::Outcome;
    for (const auto& [field, first, second] : m_identity.disagreements) {
        // Both files are signed, so one of them was signed wrongly. The QR code is only printed.
        const bool isSigned = first != "QR";
        if (isSigned)
            addReason(FailureCode::IdentityDisagrees, field);
        addStep("identity", field, isSigned ? Failed : Warning, first + " and " + second + " differ");
    }
    if (zone && vietnamese && m_identity.disagreements.empty())
        addStep("identity", printed ? "QR, DG1, DG13" : "DG1, DG13", Passed, "agree");
    if (assembled.expired) {
        addReason(FailureCode::DocumentExpired, "DG1");
        addStep("expiry", "DG1", Failed, "expired");
    }
}

Result<void> ReadPlan::readPhoto()
{
    const auto file = takeAuthenticated(2);
    if (!file)
        return tl::make_unexpected(file.error());
    if (!*file)
        return {};
    auto photos = accept(parseDg2(raw(2)), 2);
    if (photos && !photos->empty()) {
        m_identity.photo = std::move(photos->front());
        m_identity.morePhotos.assign(std::make_move_iterator(photos->begin() + 1),
                                     std::make_move_iterator(photos->end()));
        if (m_request.photoReady)
            m_request.photoReady(*m_identity.photo);
    }
    return {};
}

/// Passive authentication first, then what was found around it.
ChipIdentity ReadPlan::conclude()
{
    auto verdict = m_passive ? m_passive->verdict() : AuthenticityVerdict();
    if (!m_passive)
        verdict.reasons.push_back({FailureCode::SodMissing, "EF.SOD"});
    auto& own = m_identity.authenticity;
    verdict.active = own.active;
    verdict.chip = own.chip;
    std::ranges::move(own.reasons, std::back_inserter(verdict.reasons));
    std::ranges::move(own.steps, std::back_inserter(verdict.steps));
    judgeChipProof(verdict, m_person.zone &&
                                isCitizenCard(m_person.zone->issuingState.view(), m_person.zone->documentType.view()));
    own = std::move(verdict);
    if (m_passive)
        m_identity.documentSigner = m_passive->signerCertificate();

    const auto& access = m_session.access();
    m_identity.access = access.protocol();
    m_identity.fallbackReason = access.fallbackReason();
    for (const auto& [name, file] : access.masterFiles())
        record(name, file);
    m_identity.source = m_channel.info().source;
    m_identity.reader = m_channel.info().name;
    m_identity.virtualReader = m_channel.info().isVirtual;
    const auto duration = std::chrono::steady_clock::now() - m_start;
    m_identity.timing = {std::chrono::duration_cast<std::chrono::milliseconds>(duration).count(), m_session.exchanges(),
                         m_session.bytesRead()};
    m_session.report(ReadProgress::Phase::Done);
    return std::move(m_identity);
}

} // namespace chinhchu::nfc
