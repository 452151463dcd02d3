#include "tests/simulators/chip/profile/profile_reader.h"

#include "tests/simulators/chip/profile/strict_table.h"
#include "tests/simulators/chip/wire/key_group.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace chinhchu::chip {

namespace {

const std::vector<std::string> digests = {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"};
const std::vector<std::string> cipherNames = {"3DES-CBC-CBC", "AES-CBC-CMAC-128", "AES-CBC-CMAC-192",
                                              "AES-CBC-CMAC-256"};

int cipherIndex(const std::string& name)
{
    const auto at = std::find(cipherNames.begin(), cipherNames.end(), name);
    if (at == cipherNames.end())
        throw LabError("unknown cipher '" + name + "' (3DES-CBC-CBC, AES-CBC-CMAC-128, -192, -256)");
    return static_cast<int>(at - cipherNames.begin());
}

int groupIn(const std::string& offer, std::size_t space, bool curve)
{
    const std::string name = space == std::string::npos ? "" : offer.substr(space + 1);
    const int id = standardGroupId(name);
    if (id < 0 || (id > 2) != curve)
        throw LabError("'" + name + "' is no " + (curve ? "curve" : "DH group") + " of the standard");
    return id;
}

bool takePrefix(std::string& text, const std::string& prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.erase(0, prefix.size());
    return true;
}

void digitsOnly(const std::string& text, std::size_t count)
{
    if (text.size() != count || text.find_first_not_of("0123456789") != std::string::npos)
        throw LabError(std::to_string(count) + " digits are needed");
}

void asymmetricKey(const std::string& text, const std::vector<std::string>& kinds)
{
    const std::size_t space = text.find(' ');
    const std::string kind = text.substr(0, space);
    const std::string what = space == std::string::npos ? "" : text.substr(space + 1);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        throw LabError("a key is written like \"ecdsa brainpoolP256r1\" or \"rsa 2048\"");
    if (kind == "ecdsa")
        groupIn(text, space, true);
    else if (const int bits = std::atoi(what.c_str()); bits < 1024 || bits > 4096 || bits % 8 != 0)
        throw LabError("an RSA key has 1024 to 4096 bits");
}

void readCard(StrictTable& table, Profile& profile)
{
    Profile::Card& card = profile.card;
    table.text("title", profile.title);
    table.choice("card.kind", card.kind, {"cccd", "passport"});
    table.text("card.atr", [&](const std::string& hex) {
        if (const Bytes atr = fromHex(hex); atr.size() < 2 || atr.size() > 33)
            throw LabError("an ATR has 2 to 33 bytes");
        card.atr = hex;
    });
    table.texts("card.groups", card.groups);
    table.text("card.files", card.filesFrom);
    table.text("card.mrz", card.mrz);
}

void readIdentity(StrictTable& table, Profile& profile)
{
    Profile::Identity& identity = profile.identity;
    table.text("identity.number", [&](const std::string& number) {
        digitsOnly(number, 12);
        identity.number = number;
    });
    table.text("identity.document_number", identity.documentNumber);
    table.text("identity.name", identity.name);
    table.text("identity.latin_name", identity.latinName);
    table.choice("identity.sex", identity.sex, {"male", "female"});
    table.text("identity.nationality", identity.nationality);
    table.text("identity.country", identity.country);
    table.text("identity.ethnicity", identity.ethnicity);
    table.text("identity.religion", identity.religion);
    table.text("identity.origin", identity.origin);
    table.text("identity.residence", identity.residence);
    table.text("identity.features", identity.features);
    table.text("identity.father", identity.father);
    table.text("identity.mother", identity.mother);
    table.text("identity.spouse", identity.spouse);
    table.text("identity.old_number", identity.oldNumber);
    table.day("identity.birth", identity.birth);
    table.day("identity.issue", identity.issue);
    Day expiry;
    table.day("identity.expiry", expiry);
    if (expiry.year != 0)
        identity.expiry = expiry;
    bool none = false;
    table.flag("identity.no_expiry", none);
    if (none)
        identity.expiry.reset();
    table.number("identity.qr_fields", identity.qrFields, 0, 11);
    table.flag("identity.parents_nested", identity.parentsNested);
}

void readPhoto(StrictTable& table, Profile& profile)
{
    Profile::Photo& photo = profile.photo;
    table.text("photo.file", photo.file);
    table.numbers("photo.crop", [&](const std::vector<int>& box) {
        if (box.size() != 4 || box[2] <= 0 || box[3] <= 0)
            throw LabError("a crop box is [x, y, width, height]");
        photo.crop = {box[0], box[1], box[2], box[3]};
    });
    table.choice("photo.format", photo.format, {"jp2", "jpeg"});
    table.number("photo.width", photo.width, 16, 4000);
    table.number("photo.height", photo.height, 16, 4000);
    table.number("photo.max_bytes", photo.maxBytes, 1000, 60000);
}

void readMechanisms(StrictTable& table, Profile& profile)
{
    table.flag("access.bac", profile.access.bac);
    table.text("access.can", [&](const std::string& can) {
        digitsOnly(can, 6);
        profile.access.can = can;
    });
    table.parsed("access.pace", profile.access.pace, parsePaceOffer);

    table.text("active_authentication.key", [&](const std::string& key) {
        if (!key.empty()) // none, unlike the card that the profile begins with
            asymmetricKey(key, {"ecdsa", "rsa"});
        profile.activeAuthentication.key = key;
    });
    table.choice("active_authentication.digest", profile.activeAuthentication.digest, digests);
    table.choice("active_authentication.encoding", profile.activeAuthentication.encoding, {"plain", "der"});

    table.parsed("chip_authentication.keys", profile.chipAuthentication, parseChipKeyOffer);
}

void readSigning(StrictTable& table, Profile& profile)
{
    table.choice("sod.digest", profile.sod.digest, digests);
    table.choice("sod.signature_digest", profile.sod.signatureDigest, digests);
    table.text("sod.signer", [&](const std::string& key) {
        asymmetricKey(key, {"ecdsa", "rsa", "rsa-pss"});
        profile.sod.signer = key;
    });
    table.text("pki.country", profile.pki.country);
    table.text("pki.csca", [&](const std::string& key) {
        asymmetricKey(key, {"ecdsa", "rsa"});
        profile.pki.csca = key;
    });
    table.flag("pki.explicit_parameters", profile.pki.explicitParameters);
    table.flag("pki.known", profile.pki.known);
    table.flag("pki.link", profile.pki.link);
    table.choice("pki.signer", profile.pki.signer, {"valid", "expired", "revoked"});
}

void readLimits(StrictTable& table, Profile& profile)
{
    Profile::Limits& limits = profile.limits;
    table.flag("limits.extended_length", limits.extendedLength);
    table.flag("limits.short_file_ids", limits.shortFileIds);
    table.number("limits.max_read", limits.maxRead, 1, 65536);
    table.flag("limits.select_with_le", limits.selectWithLe);
    table.number("limits.select_master_file", limits.selectMasterFile, 0x6000, 0x9FFF);
    table.flag("limits.card_access_first", limits.cardAccessFirst);
    table.number("limits.end_of_file", limits.endOfFile, 0x6000, 0x9FFF);
    table.choice("limits.pace_parameter", limits.paceParameter, {"optional", "required", "refused"});
}

void readAttack(StrictTable& table, Profile& profile)
{
    Profile::Attack& attack = profile.attack;
    table.texts("attack.flip", attack.flip);
    table.texts("attack.withheld", attack.withheld);
    table.flag("attack.cloned", attack.cloned);
    table.parsed("attack.card_access", attack.cardAccess, parsePaceOffer);
    table.flag("attack.hide_pace", attack.hidePace);
    table.texts("attack.listed", attack.listed);
    table.text("attack.sod_from", attack.sodFrom);
    table.text("attack.sod_digest_oid", attack.sodDigestOid);
    table.flag("attack.signer_missing", attack.signerMissing);
    table.flag("attack.signer_strange", attack.signerStrange);
    table.choice("attack.photo", attack.photo, {"huge-dimensions", "huge-jpeg2000", "truncated", "not-a-picture"});
    table.text("attack.long_length", attack.longLength);
    table.text("attack.nested", attack.nested);
    table.text("attack.endless", attack.endless);
}

void fillDefaults(const StrictTable& table, Profile& profile)
{
    Profile::Identity& identity = profile.identity;
    if (identity.documentNumber.empty() && identity.number.size() == 12)
        identity.documentNumber = identity.number.substr(3);
    if (profile.access.can.empty() && identity.number.size() == 12)
        profile.access.can = identity.number.substr(6);
    if (profile.card.groups.empty()) {
        profile.card.groups = {"DG1", "DG2"};
        if (profile.card.kind == "cccd")
            profile.card.groups.insert(profile.card.groups.end(), {"DG3", "DG13"});
    }
    if (!profile.card.filesFrom.empty())
        return;
    if (profile.card.kind == "cccd" && identity.number.empty())
        table.refuse("identity", "number is missing");
    if (identity.documentNumber.empty() || identity.latinName.empty() || identity.birth.year == 0)
        table.refuse("identity", "number, latin_name and birth are needed");
}

} // namespace

PaceOffer parsePaceOffer(const std::string& text)
{
    PaceOffer offer;
    std::string rest = text;
    offer.curve = takePrefix(rest, "ECDH-");
    if (!offer.curve && !takePrefix(rest, "DH-"))
        throw LabError("PACE is written like \"ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1\"");
    if (takePrefix(rest, "IM-"))
        offer.mapping = PaceOffer::Mapping::Integrated;
    else if (offer.curve && takePrefix(rest, "CAM-"))
        offer.mapping = PaceOffer::Mapping::ChipAuthentication;
    else if (!takePrefix(rest, "GM-"))
        throw LabError("the mapping of PACE is GM, IM or (ECDH only) CAM");
    const std::size_t space = rest.find(' ');
    offer.cipher = cipherIndex(rest.substr(0, space));
    offer.parameterId = groupIn(rest, space, offer.curve);
    return offer;
}

ChipKeyOffer parseChipKeyOffer(const std::string& text)
{
    ChipKeyOffer offer;
    std::string rest = text;
    offer.curve = takePrefix(rest, "ECDH-");
    if (!offer.curve && !takePrefix(rest, "DH-"))
        throw LabError("Chip Authentication is written like \"ECDH-AES-CBC-CMAC-128 brainpoolP256r1\"");
    const std::size_t space = rest.find(' ');
    offer.cipher = cipherIndex(rest.substr(0, space));
    offer.parameterId = groupIn(rest, space, offer.curve);
    return offer;
}

namespace {

Profile parseOnTop(const std::string& text, const std::string& name, int depth);

std::string readText(const std::string& file)
{
    std::ifstream stream(file);
    if (!stream)
        throw LabError(file + ": cannot be read");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// A profile can begin with all of another one and say only what is different.
Profile baseOf(StrictTable& table, const std::string& folder, int depth)
{
    Profile base;
    table.text("base", [&](const std::string& other) {
        if (depth > 8)
            throw LabError("profiles that begin with one another");
        const std::string file = (std::filesystem::path(folder) / other).string();
        base = parseOnTop(readText(file), file, depth + 1);
    });
    return base;
}

Profile parseOnTop(const std::string& text, const std::string& name, int depth)
{
    StrictTable table(text, name);
    const std::string folder = std::filesystem::path(name).parent_path().string();
    Profile profile = baseOf(table, folder, depth);
    profile.file = name;
    profile.folder = folder;
    readCard(table, profile);
    readIdentity(table, profile);
    readPhoto(table, profile);
    readMechanisms(table, profile);
    readSigning(table, profile);
    readLimits(table, profile);
    readAttack(table, profile);
    table.finish();
    if (depth == 0)
        fillDefaults(table, profile);
    return profile;
}

} // namespace

Profile parseProfile(const std::string& text, const std::string& name)
{
    return parseOnTop(text, name, 0);
}

Profile readProfile(const std::string& file)
{
    return parseProfile(readText(file), file);
}

} // namespace chinhchu::chip
