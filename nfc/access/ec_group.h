#pragma once

#include "nfc/access/agreement_group.h"

namespace chinhchu::nfc {

/// The agreement on an elliptic curve over a prime field.
class EcGroup final : public AgreementGroup
{
public:
    explicit EcGroup(Group group);

    [[nodiscard]] Agreement kind() const override { return Agreement::Ecdh; }
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
    [[nodiscard]] Result<Point> decodePoint(ByteView encoded) const;
    [[nodiscard]] Bytes encodePoint(const EC_POINT* point) const;
    [[nodiscard]] Result<Point> commonPoint(ByteView privateKey, ByteView chipPublicKey) const;
    [[nodiscard]] std::unique_ptr<AgreementGroup> withGenerator(const EC_POINT* point) const;

    Group m_group;
    std::size_t m_fieldBytes;
};

} // namespace chinhchu::nfc
