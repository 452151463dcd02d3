#pragma once

#include "nfc/access/agreement_group.h"

namespace chinhchu::nfc {

/// The agreement in the integers modulo a prime.
class DhGroup final : public AgreementGroup
{
public:
    /// @p order may be zero where explicit parameters leave it out: private keys are then as long as the prime, and the
    /// order of the chip's key cannot be checked.
    DhGroup(Number prime, Number order, Number generator);

    [[nodiscard]] Agreement kind() const override { return Agreement::Dh; }
    Result<Bytes> agree(ByteView privateKey, ByteView chipPublicKey) const override;
    Result<std::unique_ptr<AgreementGroup>> mapGeneric(ByteView nonce, ByteView privateKey,
                                                       ByteView chipPublicKey) const override;
    Result<std::unique_ptr<AgreementGroup>> mapIntegrated(ByteView pseudoRandom) const override;
    [[nodiscard]] int primeBits() const override;
    [[nodiscard]] Bytes prime() const override;
    Result<Bytes> multiply(ByteView scalar, ByteView chipPublicKey) const override;
    [[nodiscard]] Bytes generator() const override;

protected:
    [[nodiscard]] const BIGNUM* privateKeyLimit() const override;
    [[nodiscard]] Bytes publicKeyOf(const BIGNUM* privateKey) const override;

private:
    [[nodiscard]] Result<Number> common(ByteView privateKey, ByteView chipPublicKey) const;
    [[nodiscard]] Result<std::unique_ptr<AgreementGroup>> withGenerator(Number generator) const;

    Number m_prime;
    Number m_order;
    Number m_generator;
    std::size_t m_primeBytes;
};

} // namespace chinhchu::nfc
