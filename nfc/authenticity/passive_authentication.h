#pragma once

#include "nfc/authenticity/authenticity_verdict.h"
#include "nfc/authenticity/trust_store.h"
#include "resources/base/wiping_memory.h"

#include <chrono>
#include <map>
#include <optional>

namespace chinhchu::nfc {

/// Passive Authentication (ICAO 9303-11, 5.1; 9303-12 for the chain) in the two steps in which a read needs it: the
/// signature and chain as soon as EF.SOD is there, then each data group's hash as it arrives.
class PassiveAuthentication
{
public:
    /// @p sod the raw EF.SOD with its tag 77; @p at the moment of judging.
    PassiveAuthentication(ByteView sod, const TrustStore& trust, std::chrono::system_clock::time_point at);
    ~PassiveAuthentication();
    PassiveAuthentication(PassiveAuthentication&&) noexcept;

    /// True if the SOD could be parsed and its signature is right: its hash list may be believed as far as the issuer
    /// is.
    [[nodiscard]] bool signatureValid() const;

    /// Whether the SOD lists a hash for this data group (1..16).
    [[nodiscard]] bool lists(int dataGroup) const;

    /// Whether the hash is right; nothing is recorded.
    [[nodiscard]] bool matches(int dataGroup, ByteView raw) const;

    /// Compares the raw file (tag included, exactly as read) with the SOD. A step is recorded either way.
    bool checkDataGroup(int dataGroup, ByteView raw);

    /// Records that a listed data group could not be read. Withheld DG14 and DG15 are failures (CHIP_PROOF_WITHHELD).
    void dataGroupUnreadable(int dataGroup);

    /// Compares EF.COM, which nobody signed, with the SOD. One that hides DG14 or DG15 is a failure
    /// (COM_DISAGREES_WITH_SOD), any other difference a warning.
    void checkCom(ByteView raw);

    /// Records the day on which the document was issued, if the chip tells it (DG13, DG12): the signer must have been
    /// valid then. Without it the signing time in the SOD serves.
    void issuedOn(std::chrono::year_month_day day);

    /// Records the issuing state in DG1, which must be the country of signer and issuer ("VNM" and "VN"), and the type
    /// of the document.
    void issuingState(std::string_view alpha3, std::string_view documentType);

    /// The document signer's certificate in DER, for the carrier's online check; empty if the SOD has none.
    [[nodiscard]] Bytes signerCertificate() const;

    /// The verdict as far as it is known now; `active` and `chip` are the caller's to fill in.
    [[nodiscard]] AuthenticityVerdict verdict() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chinhchu::nfc
