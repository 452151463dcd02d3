#include "nfc/authenticity/passive_authentication.h"
#include "nfc/authenticity/checklist.h"
#include "nfc/authenticity/deviation_list.h"
#include "nfc/authenticity/issuing_state.h"
#include "nfc/authenticity/signed_data.h"
#include "nfc/authenticity/signer_chain.h"
#include "nfc/authenticity/signer_profile.h"
#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/ef_com.h"
#include "nfc/lds/lds_security_object.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

constexpr const char* oidLdsSecurityObject = "2.23.136.1.1.1";

std::string groupName(int dataGroup)
{
    return "DG" + std::to_string(dataGroup);
}

/// The digest that the hash list names; null if it is none that is accepted.
const EVP_MD* digestOfOid(const Bytes& oid)
{
    const Bytes encoded = encodeTlv(0x06, oid);
    const unsigned char* at = encoded.data();
    const OpenSslHandle<ASN1_OBJECT, ASN1_OBJECT_free> object(
        d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(encoded.size())));
    return object ? acceptedDigest(OBJ_obj2nid(object.get())) : nullptr;
}

/// One signer with everything that was found out about its certificate.
struct JudgedSigner
{
    SignerOutcome outcome;
    SignerChain chain;
    Checklist list;

    /// The better of two signers: trusted without objection, trusted, right signature.
    [[nodiscard]] int rank() const
    {
        if (chain.trust != ChainTrust::Trusted)
            return chain.trust == ChainTrust::None ? 1 : 0;
        return list.reasons().empty() ? 3 : 2;
    }
};

} // namespace

struct PassiveAuthentication::State
{
    TimePoint at;
    bool present = false;
    Checklist sod;
    Checklist chainList;
    Checklist groups;
    Checklist document;
    std::optional<LdsSecurityObject> hashes;
    const EVP_MD* digest = nullptr;
    std::optional<JudgedSigner> signer;
    std::optional<TimePoint> issued;
    std::string documentType;
    std::vector<KnownDeviation> deviations;

    void judge(ByteView raw, const TrustStore& trust);
    std::optional<SignedData> open(ByteView raw);
    void judgeSigners(const SignedData& data, const TrustStore::Content& trust);
    void readHashList(const SignedData& data);
};

/// The file, its tag 77 and the SignedData inside.
std::optional<SignedData> PassiveAuthentication::State::open(ByteView raw)
{
    TlvReader reader(raw);
    const auto file = reader.next(0x77);
    if (!file) {
        sod.failed(FailureCode::SodMalformed, "sod-structure", "EF.SOD", file.error().detail);
        return std::nullopt;
    }
    if (!reader.atEnd())
        sod.warning("sod-structure", "EF.SOD", std::to_string(reader.rest().size()) + " bytes after its end");
    auto data = parseSignedData(file->value);
    if (!data) {
        sod.failed(data.error().code, "sod-structure", "EF.SOD", data.error().detail);
        return std::nullopt;
    }
    if (data->contentType != oidLdsSecurityObject) {
        sod.failed(FailureCode::SodContentTypeWrong, "sod-structure", "EF.SOD", "content type " + data->contentType);
        return std::nullopt;
    }
    sod.passed("sod-structure", "EF.SOD", "CMS SignedData, LDS security object");
    return std::move(*data);
}

/// Every signer is tried; the best one speaks for the document.
void PassiveAuthentication::State::judgeSigners(const SignedData& data, const TrustStore::Content& trust)
{
    const auto outcomes = verifySigners(data, [&trust] {
        std::vector<CertificateHandle> known;
        for (const Anchor& anchor : trust.anchors) {
            if (auto certificate = readCertificate(anchor.certificate.der()))
                known.push_back(std::move(certificate));
        }
        return known;
    });
    if (outcomes.empty())
        return sod.failed(FailureCode::SodSignerMissing, "sod-signature", "EF.SOD", "no signer");

    for (const SignerOutcome& outcome : outcomes) {
        if (!outcome.signature)
            continue;
        JudgedSigner judged{outcome, {}, {}};
        checkSignerProfile(outcome.certificate.get(), judged.list);
        judged.chain = checkSignerChain(outcome.certificate.get(), data.certificates, trust, at, judged.list);
        if (!signer || judged.rank() > signer->rank())
            signer = std::move(judged);
    }
    for (const SignerOutcome& outcome : outcomes) {
        const std::string subject = outcome.certificate ? subjectOf(outcome.certificate.get()) : "EF.SOD";
        if (!outcome.signature && !signer)
            sod.failed(outcome.signature.error().code, "sod-signature", subject, outcome.signature.error().detail);
        else if (!outcome.signature)
            sod.warning("sod-signature", subject, "one of several signers: " + outcome.signature.error().detail);
        else if (outcome.certificate.get() != signer->outcome.certificate.get())
            sod.warning("sod-signature", subject, "one of several signers: right, not needed");
    }
    if (!signer)
        return;
    const std::string subject = subjectOf(signer->outcome.certificate.get());
    const SignatureScheme& scheme = *signer->outcome.signature;
    sod.passed("sod-signature", subject, scheme.name);
    sod.leniencies("sod-signature", subject, scheme.leniencies);
    if (scheme.weakDigest)
        sod.warning("weak-digest", subject, scheme.name);
    chainList.append(signer->list);
}

void PassiveAuthentication::State::readHashList(const SignedData& data)
{
    auto object = parseLdsSecurityObject(data.content);
    if (!object)
        return sod.failed(object.error().code, "hash-list", "EF.SOD", object.error().detail);
    digest = digestOfOid(object->digestOid);
    if (!digest)
        return sod.failed(FailureCode::DigestNotAccepted, "hash-list", "EF.SOD", "digest of the hash list");
    for (const auto& [group, hash] : object->hashes) {
        if (hash.size() != static_cast<std::size_t>(EVP_MD_get_size(digest)))
            return sod.failed(FailureCode::SodHashListMalformed, "hash-list", groupName(group), "length of the hash");
    }
    std::string groupList;
    for (const auto& [group, hash] : object->hashes)
        groupList += " " + groupName(group);
    sod.passed("hash-list", "EF.SOD",
               digestName(digest) + ", LDS " + (object->version == 0 ? "1.7" : "1.8") + "," + groupList);
    if (EVP_MD_get_type(digest) == NID_sha1)
        sod.warning("weak-digest", "EF.SOD", "hash list with SHA-1");
    hashes = std::move(*object);
}

void PassiveAuthentication::State::judge(ByteView raw, const TrustStore& trust)
{
    present = !raw.empty();
    if (!present)
        return sod.failed(FailureCode::SodMissing, "sod-structure", "EF.SOD", "the chip has none");
    const auto data = open(raw);
    if (!data)
        return;
    judgeSigners(*data, trust.content());
    deviations = trust.content().deviations;
    if (signer)
        readHashList(*data);
}

PassiveAuthentication::PassiveAuthentication(ByteView sod, const TrustStore& trust, TimePoint at)
    : m_state(std::make_unique<State>())
{
    m_state->at = at;
    m_state->judge(sod, trust);
}

PassiveAuthentication::~PassiveAuthentication() = default;
PassiveAuthentication::PassiveAuthentication(PassiveAuthentication&&) noexcept = default;

bool PassiveAuthentication::signatureValid() const
{
    return m_state->hashes.has_value();
}

bool PassiveAuthentication::lists(int dataGroup) const
{
    return m_state->hashes && m_state->hashes->hashes.contains(dataGroup);
}

bool PassiveAuthentication::matches(int dataGroup, ByteView raw) const
{
    if (!lists(dataGroup))
        return false;
    const Bytes& listed = m_state->hashes->hashes.at(dataGroup);
    Bytes hash(listed.size());
    EVP_Digest(raw.data(), raw.size(), hash.data(), nullptr, m_state->digest, nullptr);
    return hash == listed;
}

bool PassiveAuthentication::checkDataGroup(int dataGroup, ByteView raw)
{
    const std::string name = groupName(dataGroup);
    if (!m_state->hashes) {
        m_state->groups.notPerformed("data-group-hash", name, "there is no hash list to believe");
        return false;
    }
    if (!lists(dataGroup)) {
        m_state->groups.failed(FailureCode::DataGroupNotSigned, "data-group-hash", name, "not in the hash list");
        return false;
    }
    if (!matches(dataGroup, raw)) {
        m_state->groups.failed(FailureCode::DataGroupHashMismatch, "data-group-hash", name,
                               digestName(m_state->digest));
        return false;
    }
    m_state->groups.passed("data-group-hash", name, digestName(m_state->digest));
    return true;
}

void PassiveAuthentication::dataGroupUnreadable(int dataGroup)
{
    if (!lists(dataGroup))
        return;
    const std::string name = groupName(dataGroup);
    Checklist& groups = m_state->groups;
    switch (dataGroup) {
    case 14:
    case 15:
        return groups.failed(FailureCode::ChipProofWithheld, "data-group-hash", name, "signed, but not given out");
    case 1:
    case 2:
    case 13:
        return groups.failed(FailureCode::DataGroupMissing, "data-group-hash", name, "signed, but not given out");
    case 3:
    case 4:
        return groups.notPerformed("data-group-hash", name, "needs terminal authentication");
    default:
        return groups.warning("data-group-hash", name, "signed, but not given out");
    }
}

void PassiveAuthentication::checkCom(ByteView raw)
{
    if (!m_state->hashes)
        return;
    Checklist& list = m_state->groups;
    const auto com = parseEfCom(raw);
    if (!com)
        return list.warning("com-agrees", "EF.COM", com.error().detail);
    bool same = true;
    for (int group = 1; group <= 16; ++group) {
        const bool inCom = com->dataGroups.contains(group);
        if (inCom == lists(group))
            continue;
        same = false;
        if (!inCom && group >= 14 && group <= 15)
            list.failed(FailureCode::ComDisagreesWithSod, "com-agrees", groupName(group), "signed, hidden by EF.COM");
        else
            list.warning("com-agrees", groupName(group), inCom ? "only in EF.COM" : "only in EF.SOD");
    }
    if (same)
        list.passed("com-agrees", "EF.COM", "lists what EF.SOD lists");
}

void PassiveAuthentication::issuedOn(std::chrono::year_month_day day)
{
    // Outside of this the clock's nanoseconds would not hold it, and no card was issued.
    const bool plausible = day.year() >= std::chrono::year(1900) && day.year() < std::chrono::year(2250);
    if (day.ok() && plausible)
        m_state->issued = std::chrono::sys_days(day);
}

void PassiveAuthentication::issuingState(std::string_view alpha3, std::string_view documentType)
{
    if (!m_state->signer)
        return;
    m_state->documentType = documentType;
    checkIssuingState(m_state->signer->outcome.certificate.get(), m_state->signer->chain.scopes, alpha3, documentType,
                      m_state->document);
}

Bytes PassiveAuthentication::signerCertificate() const
{
    return m_state->signer ? derOf(m_state->signer->outcome.certificate.get()) : Bytes();
}

AuthenticityVerdict PassiveAuthentication::verdict() const
{
    Checklist all;
    all.append(m_state->sod);
    all.append(m_state->chainList);
    if (m_state->signer)
        checkSignerValidity(m_state->signer->outcome.certificate.get(), m_state->issued,
                            m_state->signer->outcome.signingTime, m_state->at, all);
    all.append(m_state->groups);
    all.append(m_state->document);
    if (m_state->signer)
        applyDeviations(m_state->deviations, m_state->signer->outcome.certificate.get(), m_state->documentType,
                        m_state->issued, all);

    AuthenticityVerdict verdict;
    verdict.steps = all.steps();
    verdict.reasons = all.reasons();
    if (m_state->signer)
        verdict.revocation = m_state->signer->chain.revocation;
    const auto any = [&](int status) {
        return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                           [&](const VerdictReason& reason) { return chinhchu::exitStatus(reason.code) == status; });
    };
    if (!m_state->present)
        verdict.passive = PassiveResult::Absent;
    else if (any(5) || !m_state->signer)
        verdict.passive = PassiveResult::Failed;
    else if (any(6))
        verdict.passive = PassiveResult::IssuerUnknown;
    else
        verdict.passive = PassiveResult::Verified;
    return verdict;
}

} // namespace chinhchu::nfc
