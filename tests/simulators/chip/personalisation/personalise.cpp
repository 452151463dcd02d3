#include "tests/simulators/chip/personalisation/personalise.h"

#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/personalisation/forgery.h"
#include "tests/simulators/chip/personalisation/mrz.h"
#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/personalisation/security_object.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace chinhchu::chip {

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool has(const Profile& profile, const char* group)
{
    const auto& groups = profile.card.groups;
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

std::map<int, Bytes> makeGroups(CardImage& card, const Workshop& workshop)
{
    const Profile& profile = card.profile;
    std::map<int, Bytes> groups;
    groups[1] = makeDg1(profile);
    if (has(profile, "DG2")) {
        const std::string photos = workshop.photos.empty() ? environment("CHINHCHU_PHOTOS") : workshop.photos;
        groups[2] = makeDg2(forgedPortrait(profile, makePortrait(profile, photos, card.warnings)));
    }
    if (has(profile, "DG3"))
        groups[3] = makeDg3();
    if (has(profile, "DG11"))
        groups[11] = makeDg11(profile);
    if (has(profile, "DG13"))
        groups[13] = makeDg13(profile);
    const bool chipTellsMore = !card.chipKeys.empty() || !profile.access.pace.empty();
    if (chipTellsMore || profile.activeAuthentication.key.starts_with("ecdsa"))
        groups[14] = makeDg14(profile, card.chipKeys);
    if (card.activeKey)
        groups[15] = makeDg15(publicKeyInfo(card.activeKey));
    return groups;
}

void makeKeys(CardImage& card)
{
    int id = 0;
    for (const ChipKeyOffer& offer : card.profile.chipAuthentication)
        card.chipKeys.push_back(makeChipKey(offer, ++id));
    if (!card.profile.activeAuthentication.key.empty())
        card.activeKey = makeKey(card.profile.activeAuthentication.key);
}

void forbidBiometrics(CardImage& card)
{
    for (const char* fingerprintsAndIrises : {"DG3", "DG4"})
        card.forbidden.insert(fileIdentifier(fingerprintsAndIrises));
}

void storeFiles(CardImage& card, const std::map<int, Bytes>& groups, Bytes sod)
{
    std::vector<std::string> listed;
    for (const auto& [number, content] : groups) {
        const std::string name = "DG" + std::to_string(number);
        listed.push_back(name);
        card.files[fileIdentifier(name)] = content;
    }
    listed.insert(listed.end(), card.profile.attack.listed.begin(), card.profile.attack.listed.end());
    card.files[fileIdentifier("EF.COM")] = makeCom(listed);
    card.files[fileIdentifier("EF.SOD")] = std::move(sod);
    forbidBiometrics(card);
}

bool mapsWithChipKey(const Profile& profile)
{
    const auto& pace = profile.access.pace;
    return std::any_of(pace.begin(), pace.end(),
                       [](const PaceOffer& offer) { return offer.mapping == PaceOffer::Mapping::ChipAuthentication; });
}

Bytes readWhole(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A specimen set: files that somebody else made. There are no private keys to them.
void takeReadyFiles(CardImage& card)
{
    namespace fs = std::filesystem;
    fs::path folder = card.profile.card.filesFrom;
    if (folder.string().starts_with("$CHINHCHU_SHARED"))
        folder = environment("CHINHCHU_SHARED") + folder.string().substr(16);
    if (folder.is_relative())
        folder = fs::path(card.profile.folder) / folder;
    std::vector<std::string> names = {"EF.COM", "EF.SOD"};
    for (int number = 1; number <= 16; ++number)
        names.push_back("DG" + std::to_string(number));
    for (const std::string& name : names) {
        std::string stem = name.starts_with("DG") ? "EF_" + name : name;
        std::replace(stem.begin(), stem.end(), '.', '_');
        const std::string other = name.starts_with("DG") ? "Datagroup" + name.substr(2) : stem;
        for (const std::string& candidate : {stem, other})
            if (const fs::path file = folder / (candidate + ".bin"); fs::is_regular_file(file))
                card.files[fileIdentifier(name)] = readWhole(file);
    }
    if (!card.files.contains(fileIdentifier("EF.SOD")) || !card.files.contains(fileIdentifier("DG1")))
        throw LabError(card.profile.file + ": no EF_SOD.bin or no EF_DG1.bin in " + folder.string());
    forbidBiometrics(card);
    const auto group = find(card.files[fileIdentifier("DG1")], 0x61);
    const auto zone = group ? find(*group, 0x5F1F) : std::nullopt;
    card.mrz = zone ? std::string(zone->begin(), zone->end()) : "";
    card.mrzInformation = card.profile.card.mrz.empty() ? mrzInformation(card.mrz) : card.profile.card.mrz;
    if (card.mrzInformation.empty())
        throw LabError(card.profile.file + ": DG1 has no machine-readable zone; card.mrz is needed");
}

} // namespace

std::string pkiFolder(const Workshop& workshop)
{
    if (!workshop.pki.empty())
        return workshop.pki;
    const std::string cache = environment("XDG_CACHE_HOME");
    return (cache.empty() ? environment("HOME") + "/.cache" : cache) + "/chinhchu/simulated-pki";
}

CardImage personalise(const Profile& profile, const Workshop& workshop)
{
    CardImage card;
    card.profile = profile;
    card.can = profile.access.can;
    card.qr = profile.card.kind == "cccd" ? qrText(profile) : "";
    if (!profile.card.filesFrom.empty()) {
        takeReadyFiles(card);
    } else {
        card.mrz = machineReadableZone(profile);
        card.mrzInformation = mrzInformation(profile);
        makeKeys(card);
        const std::map<int, Bytes> groups = makeGroups(card, workshop);
        const Issuer issuer = takeIssuer(profile, pkiFolder(workshop));
        storeFiles(card, groups, makeSecurityObject(profile, issuer, groups));
        if (mapsWithChipKey(profile))
            card.cardSecurity = makeSignedData(profile, issuer, "0.4.0.127.0.7.3.2.1",
                                               makeCardSecurityContent(profile.access.pace, card.chipKeys));
    }
    if (!profile.access.pace.empty())
        card.cardAccess = makeCardAccess(profile.access.pace, card.chipKeys);
    forge(card, workshop);
    return card;
}

tl::expected<CardImage, std::string> personalise(const std::string& profileFile, const Workshop& workshop)
{
    try {
        return personalise(readProfile(profileFile), workshop);
    } catch (const std::exception& error) {
        return tl::unexpected<std::string>(error.what());
    }
}

} // namespace chinhchu::chip
