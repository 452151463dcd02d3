#include "nfc/reading/card_security.h"

#include "nfc/authenticity/signed_data.h"
#include "nfc/authenticity/signer_chain.h"
#include "nfc/authenticity/signer_profile.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

constexpr const char* securityObject = "0.4.0.127.0.7.3.2.1"; ///< id-SecurityObject

tl::unexpected<Failure> unproven(std::string why)
{
    return fail(FailureCode::ChipAuthenticationFailed, "EF.CardSecurity: " + std::move(why));
}

bool isTrusted(const SignerOutcome& signer, const SignedData& data, const TrustStore& trust, TimePoint at)
{
    Checklist list;
    checkSignerProfile(signer.certificate.get(), list);
    const auto chain = checkSignerChain(signer.certificate.get(), data.certificates, trust.content(), at, list);
    const bool objected =
        std::ranges::any_of(list.reasons(), [](const VerdictReason& reason) { return exitStatus(reason.code) == 5; });
    return chain.trust == ChainTrust::Trusted && !objected;
}

} // namespace

Result<CardSecurity> authenticateCardSecurity(ByteView raw, const TrustStore& trust, TimePoint at)
{
    const auto data = parseSignedData(raw);
    if (!data)
        return unproven(data.error().detail);
    if (data->contentType != securityObject)
        return unproven("content type " + data->contentType);
    const auto signers = verifySigners(*data, [] { return std::vector<CertificateHandle>(); });
    const auto right = std::ranges::find_if(
        signers, [](const SignerOutcome& signer) { return signer.signature.has_value() && signer.certificate; });
    if (right == signers.end())
        return unproven("no right signature");
    auto infos = parseSecurityInfos(data->content);
    if (!infos)
        return tl::make_unexpected(infos.error());
    return CardSecurity{std::move(*infos), isTrusted(*right, *data, trust, at), derOf(right->certificate.get()),
                        right->signature->name};
}

bool holdsChipKey(const SecurityInfos& infos, ByteView publicKey)
{
    return std::ranges::any_of(infos.chipAuthenticationKeys, [&](const ChipAuthenticationKey& key) {
        return std::ranges::equal(key.publicKey, publicKey);
    });
}

} // namespace chinhchu::nfc
