#include "tests/nfc/authenticity/forged_document.h"

namespace chinhchu::tests {

using namespace chip::pki;

namespace {

/// Changes the LDS security object before it is signed.
Change inHashList(std::function<void(DerNode&)> change)
{
    return [change = std::move(change)](Document& d) {
        d.sod.changeList = [change](Bytes& list) {
            DerNode tree = DerNode::parse(list);
            change(tree);
            list = tree.encoded();
        };
    };
}

/// The DataGroupHash of the nth group that is listed.
DerNode& entry(DerNode& list, std::size_t number)
{
    return list.at({2, number});
}

Change changed(int group)
{
    return [group](Document& d) {
        d.shown[group] = d.sod.groups[group];
        d.shown[group].back() ^= 1;
    };
}

Change withheld(int group)
{
    return [group](Document& d) { d.shown[group] = Bytes(); };
}

} // namespace

/// The signed list of hashes, and the files that it does or does not vouch for.
std::vector<Case> hashForgeries()
{
    return {
        {"list: garbage", "ICAO 9303-10, 4.6.2.3", "SOD_HASH_LIST_MALFORMED",
         [](Document& d) { d.sod.changeList = [](Bytes& list) {
                               list = {0x30, 0x03, 0x02, 0x01, 0x00};
                           }; }},
        {"list: version 7", "LDS_H_39", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { list.at({0}).value = {7}; })},
        {"list: version missing", "LDS_H_40", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { list.remove(0); })},
        {"list: digest MD5", "LDS_H_41", "DIGEST_NOT_ACCEPTED", [](Document& d) { d.sod.hashDigest = EVP_md5(); }},
        {"list: digest RIPEMD-160", "LDS_H_41", "DIGEST_NOT_ACCEPTED",
         [](Document& d) { d.sod.hashDigest = EVP_get_digestbyname("ripemd160"); }},
        {"list: digest missing", "LDS_H_42", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { list.remove(1); })},
        {"list: another digest than the hashes are of", "LDS_H_74", "SOD_HASH_LIST_MALFORMED",
         [](Document& d) { d.sod.digestOid = "2.16.840.1.101.3.4.2.3"; }},
        {"list: bytes after its end", "ICAO 9303-10, 4.6.2.3", "SOD_HASH_LIST_MALFORMED",
         [](Document& d) { d.sod.changeList = [](Bytes& list) { list.push_back(0); }; }},
        {"list: wrong hash of DG2", "LDS_H_43", "DATA_GROUP_HASH_MISMATCH",
         inHashList([](DerNode& list) { entry(list, 1).at({1}).value[0] ^= 1; })},
        {"list: no hash of DG1", "LDS_H_44", "DATA_GROUP_NOT_SIGNED",
         inHashList([](DerNode& list) { list.at({2}).remove(0); })},
        {"list: number 255 instead of DG1", "LDS_H_46", "SOD_HASH_LIST_MALFORMED", inHashList([](DerNode& list) {
             entry(list, 0).at({0}).value = {0x00, 0xFF};
         })},
        {"list: number 0", "LDS_H_46", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { entry(list, 0).at({0}).value = {0}; })},
        {"list: number of DG2 missing", "LDS_H_47", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { entry(list, 1).remove(0); })},
        {"list: hash of DG2 missing", "LDS_H_47", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { entry(list, 1).remove(1); })},
        {"list: DG1 twice", "ICAO 9303-10, 4.6.2.3", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { list.at({2}).children.push_back(entry(list, 0)); })},
        {"list: empty", "ICAO 9303-10, 4.6.2.3", "SOD_HASH_LIST_MALFORMED",
         inHashList([](DerNode& list) { list.at({2}).children.clear(); })},
        {"DG1: one bit", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH", changed(1)},
        {"DG2: one bit", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH", changed(2)},
        {"DG13: one bit", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH", changed(13)},
        {"DG14: one bit", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH", changed(14)},
        {"DG15: one bit", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH", changed(15)},
        {"DG1: one byte more", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH",
         [](Document& d) {
             d.shown[1] = d.sod.groups[1];
             d.shown[1].push_back(0);
         }},
        {"DG2: of another card", "ICAO 9303-11, 5.1", "DATA_GROUP_HASH_MISMATCH",
         [](Document& d) { d.shown[2] = tlv(0x75, Bytes(200, 3)); }},
        {"DG1: signed, and no machine-readable zone", "LDS_B_24", "DATA_GROUP_MALFORMED",
         [](Document& d) { d.sod.groups[1] = tlv(0x61, {}); }},
        {"DG1: signed, with the tag of another group", "LDS_B_05", "DATA_GROUP_MALFORMED",
         [](Document& d) { d.sod.groups[1][0] = 0x62; }},
        {"DG1: withheld", "ICAO 9303-10, 4.6", "DATA_GROUP_MISSING", withheld(1)},
        {"DG14: withheld", "ICAO 9303-11, 5.3", "CHIP_PROOF_WITHHELD", withheld(14)},
        {"DG15: withheld", "ICAO 9303-11, 5.2", "CHIP_PROOF_WITHHELD", withheld(15)},
        {"DG16: there and listed by EF.COM, not signed", "LDS_H_90", "DATA_GROUP_NOT_SIGNED",
         [](Document& d) {
             d.shown[16] = tlv(0x70, Bytes(10));
             d.com = tlv(0x60, tlv(0x5C, {0x61, 0x75, 0x6D, 0x6E, 0x6F, 0x70}));
         }},
        {"EF.COM: hides DG15", "LDS_H_91", "COM_DISAGREES_WITH_SOD",
         [](Document& d) {
             d.com = tlv(0x60, tlv(0x5C, {0x61, 0x75, 0x6D, 0x6E}));
         }},
        {"EF.COM: hides DG14", "LDS_H_91", "COM_DISAGREES_WITH_SOD",
         [](Document& d) {
             d.com = tlv(0x60, tlv(0x5C, {0x61, 0x75, 0x6D, 0x6F}));
         }},
        {"citizen card: neither DG14 nor DG15 was signed", "ICAO 9303-11, 5.2", "CHIP_PROOF_REQUIRED",
         [](Document& d) {
             d.sod.groups.erase(14);
             d.sod.groups.erase(15);
         }},
        {"passport: neither DG14 nor DG15 was signed", "ICAO 9303-11, 5.2", "CHIP_PROOF_ABSENT",
         [](Document& d) {
             makePassport(d);
             d.sod.groups.erase(14);
             d.sod.groups.erase(15);
         }},
    };
}

} // namespace chinhchu::tests
