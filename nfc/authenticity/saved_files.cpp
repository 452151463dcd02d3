#include "nfc/authenticity/saved_files.h"
#include "nfc/authenticity/chip_proof.h"
#include "nfc/authenticity/issuing_state.h"
#include "nfc/authenticity/passive_authentication.h"
#include "nfc/authenticity/trust_files.h"
#include "nfc/cccd/dg13.h"
#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/ef_com.h"
#include "nfc/lds/security_infos.h"

namespace chinhchu::nfc {
namespace {

namespace fs = std::filesystem;

/// The file, or empty bytes where there is none.
Result<Bytes> readIfThere(const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(file, error) && !error)
        return Bytes();
    return readWholeFile(file);
}

std::optional<std::chrono::year_month_day> dayOfIso(std::string_view iso)
{
    if (iso.size() != 10)
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (char c : iso.substr(at, size))
            value = value * 10 + (c - '0');
        return value;
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

struct Findings
{
    AuthenticityVerdict extra;
    bool citizenCard = false;
    bool offersChipAuthentication = true; ///< unless DG14 was seen and says no
};

/// What the authenticated content of a data group says about its issuer and about the proofs of the chip.
void takeContent(PassiveAuthentication& passive, int dataGroup, ByteView raw, Findings& findings)
{
    if (dataGroup == 1) {
        const auto mrz = parseDg1(raw);
        if (mrz)
            passive.issuingState(mrz->issuingState.view(), mrz->documentType.view());
        else
            findings.extra.reasons.push_back({mrz.error().code, "DG1"});
        findings.citizenCard = mrz && isCitizenCard(mrz->issuingState.view(), mrz->documentType.view());
    } else if (dataGroup == 13) {
        // DG13 is free for each state to use: only the citizen card's is understood.
        const auto dg13 = cccd::parseDg13(raw);
        const auto day = dg13 ? dayOfIso(dg13->issueDate.view()) : std::nullopt;
        if (day)
            passive.issuedOn(*day);
    } else if (dataGroup == 14) {
        const auto infos = parseDg14(raw);
        findings.offersChipAuthentication = !infos || !infos->chipAuthenticationKeys.empty();
    }
}

} // namespace

AuthenticityVerdict verifySod(ByteView sod, const TrustStore& trust, std::chrono::system_clock::time_point at)
{
    const bool bare = !sod.empty() && sod[0] == 0x30;
    const Bytes wrapped = bare ? encodeTlv(0x77, sod) : Bytes();
    return PassiveAuthentication(bare ? ByteView(wrapped) : sod, trust, at).verdict();
}

Result<AuthenticityVerdict> verifySavedFiles(const fs::path& folder, const TrustStore& trust,
                                             std::chrono::system_clock::time_point at)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(FailureCode::FileUnreadable, folder.string() + " is no folder");
    const auto sod = readIfThere(folder / "EF_SOD.bin");
    const auto com = readIfThere(folder / "EF_COM.bin");
    if (!sod || !com)
        return tl::unexpected(!sod ? sod.error() : com.error());

    PassiveAuthentication passive(*sod, trust, at);
    Findings findings;
    AuthenticityVerdict& extra = findings.extra;
    const auto announced = parseEfCom(*com);
    if (!com->empty())
        passive.checkCom(*com);
    const auto skipped = [&](int group, const char* why) {
        extra.steps.push_back(
            {"data-group-hash", "DG" + std::to_string(group), VerdictStep::Outcome::NotPerformed, why});
    };
    for (int group = 1; group <= 16; ++group) {
        const auto raw = readIfThere(folder / ("EF_DG" + std::to_string(group) + ".bin"));
        if (!raw)
            return tl::unexpected(raw.error());
        const bool stray =
            passive.signatureValid() && !passive.lists(group) && announced && !announced->dataGroups.contains(group);
        if (raw->empty() && (group == 1 || group == 14 || group == 15))
            passive.dataGroupUnreadable(group);
        else if (raw->empty() && passive.lists(group))
            skipped(group, "not among the saved files");
        else if (!raw->empty() && stray)
            skipped(group, "neither EF.COM nor EF.SOD knows this file: it is not used");
        else if (!raw->empty() && passive.checkDataGroup(group, *raw))
            takeContent(passive, group, *raw, findings);
    }

    AuthenticityVerdict verdict = passive.verdict();
    verdict.steps.insert(verdict.steps.end(), extra.steps.begin(), extra.steps.end());
    for (const VerdictReason& reason : extra.reasons) {
        verdict.reasons.push_back(reason);
        verdict.passive = PassiveResult::Failed;
    }
    verdict.active = passive.lists(15) ? ChipProof::NotPerformed : ChipProof::Unsupported;
    verdict.chip =
        passive.lists(14) && findings.offersChipAuthentication ? ChipProof::NotPerformed : ChipProof::Unsupported;
    if (passive.signatureValid())
        judgeChipProof(verdict, findings.citizenCard);
    return verdict;
}

} // namespace chinhchu::nfc
