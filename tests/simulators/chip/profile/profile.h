#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chinhchu::chip {

/// A calendar day, as a profile writes it: 1999-01-15.
struct Day
{
    int year = 0, month = 0, day = 0;
};

/// PACE as one line of a profile: "ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1".
struct PaceOffer
{
    enum class Mapping
    {
        Generic,
        Integrated,
        ChipAuthentication
    } mapping = Mapping::Generic;
    bool curve = true;
    int cipher = 1; ///< index of Cipher: 3DES, AES-128, AES-192, AES-256
    int parameterId = 13;
};

/// Chip Authentication as one line: "ECDH-AES-CBC-CMAC-128 brainpoolP256r1".
struct ChipKeyOffer
{
    bool curve = true;
    int cipher = 1;
    int parameterId = 13;
};

/// One chip, as its file describes it. What a field means and may be is said once, in profile_reader.cpp.
struct Profile
{
    std::string file;   ///< where it was read from
    std::string folder; ///< of that file: other files are looked for next to it
    std::string title;

    struct Card
    {
        std::string kind = "cccd"; ///< "cccd" (TD1, DG13) or "passport" (TD3)
        std::string atr = "3B 88 80 01 E1 F3 5E 11 77 81 A1 00 03";
        std::vector<std::string> groups; ///< "DG1" ...; empty: what the kind of card usually has
        std::string filesFrom;           ///< a folder with EF_COM.bin, EF_SOD.bin, EF_DGn.bin instead of made ones
        std::string mrz;                 ///< of a card whose files are ready-made; empty: as its DG1 has it
    } card;

    struct Identity
    {
        std::string number, documentNumber, name, latinName, sex = "male", nationality = "Việt Nam", country = "VNM";
        std::string ethnicity = "Kinh", religion = "Không", origin, residence, features, father, mother, spouse,
                    oldNumber;
        Day birth, issue;
        std::optional<Day> expiry;  ///< none: the card has no expiry
        int qrFields = 7;           ///< 7 on the card of 2021, 11 on that of 2024; 0: no QR code
        bool parentsNested = false; ///< DG13 field 13: one SEQUENCE with two strings instead of two SEQUENCEs
    } identity;

    struct Photo
    {
        std::string file;
        std::optional<std::array<int, 4>> crop; ///< x, y, width, height
        std::string format = "jp2";             ///< "jp2" or "jpeg"
        int width = 480, height = 640, maxBytes = 20000;
    } photo;

    struct Access
    {
        bool bac = true;
        std::string can; ///< empty: the last six digits of the number
        std::vector<PaceOffer> pace;
    } access;

    struct ActiveAuthentication
    {
        std::string key; ///< "ecdsa CURVE", "rsa BITS"; empty: none
        std::string digest = "SHA256";
        std::string encoding = "plain"; ///< of an ECDSA signature: "plain" or "der"
    } activeAuthentication;

    std::vector<ChipKeyOffer> chipAuthentication;

    struct Sod
    {
        std::string digest = "SHA256";
        std::string signer = "ecdsa brainpoolP256r1"; ///< or "rsa BITS", "rsa-pss BITS"
        std::string signatureDigest = "SHA256";
    } sod;

    struct Pki
    {
        std::string country = "VN";
        std::string csca = "ecdsa brainpoolP384r1";
        bool explicitParameters = false; ///< curves spelt out instead of named, as many real certificates do
        bool known = true;               ///< false: the CSCA's certificate is never given to anybody
        bool link = false; ///< the CSCA changed its key; the trust folder holds the old one and a link certificate
        std::string signer = "valid"; ///< or "expired", "revoked"
    } pki;

    /// What this chip's operating system does not do, or does its own way.
    struct Limits
    {
        bool extendedLength = true;
        bool shortFileIds = true;
        int maxRead = 65536;
        bool selectWithLe = true;               ///< false: 6700 to a SELECT that has an Le field
        int selectMasterFile = 0x9000;          ///< status word of SELECT MF
        bool cardAccessFirst = true;            ///< false: EF.CardAccess is refused (6982) before anything is open
        int endOfFile = 0x9000;                 ///< 0x6282: a read that reaches beyond the end says so
        std::string paceParameter = "optional"; ///< DO 84 in MSE:Set AT: "optional", "required", "refused"
    } limits;

    /// What a forger did to the chip, after everything was signed.
    struct Attack
    {
        std::vector<std::string> flip;     ///< "DG1:20": invert the lowest bit of byte 20
        std::vector<std::string> withheld; ///< groups hashed by the SOD that the chip denies having
        bool cloned = false;               ///< the private keys of AA and CA are not the right ones
        std::vector<PaceOffer> cardAccess; ///< what EF.CardAccess says instead of the truth
        bool hidePace = false;             ///< EF.CardAccess is gone: a downgrade to BAC
        std::vector<std::string> listed;   ///< groups that EF.COM lists and nobody has
        std::string sodFrom;               ///< another profile, whose SOD this chip shows
        std::string sodDigestOid;          ///< the hash algorithm that the SOD claims
        bool signerMissing = false;        ///< the SOD carries no certificate
        bool signerStrange = false;        ///< the certificate in the SOD is another signer's
        std::string photo;                 ///< "huge-dimensions", "huge-jpeg2000", "truncated", "not-a-picture"
        std::string longLength;            ///< a group whose outer length is 2^31
        std::string nested;                ///< a group that is 10,000 data objects inside one another
        std::string endless;               ///< a group that gives data for ever
    } attack;
};

} // namespace chinhchu::chip
