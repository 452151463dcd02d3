#include "nfc/access/bac.h"
#include "nfc/access/chip_authentication.h"
#include "nfc/access/key_derivation.h"
#include "nfc/access/pace.h"
#include "nfc/access/pace_mapping.h"
#include "nfc/authenticity/active_authentication.h"
#include "nfc/authenticity/iso9796_2.h"
#include "nfc/authenticity/passive_authentication.h"
#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/document_details.h"
#include "nfc/reading/card_security.h"
#include "tests/nfc/scripted_random.h"
#include "tests/nfc/shared_vectors.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::ScriptedChannel;
using chinhchu::test::scriptedRandom;
using chinhchu::test::toHexText;

namespace {

/// One JSON file of the vectors.
class Vector
{
public:
    explicit Vector(const QJsonObject& object)
        : m_object(object)
    {
    }
    explicit Vector(const QString& path)
    {
        QFile file(tests::sharedVector(path));
        if (file.open(QIODevice::ReadOnly))
            m_object = QJsonDocument::fromJson(file.readAll()).object();
    }

    [[nodiscard]] Bytes bytes(const char* name) const { return test::fromHex(text(name)); }
    [[nodiscard]] std::string text(const char* name) const
    {
        return m_object[QLatin1String(name)].toString().toStdString();
    }
    [[nodiscard]] Vector part(const char* name) const { return Vector(m_object[QLatin1String(name)].toObject()); }
    [[nodiscard]] QStringList names() const { return m_object.keys(); }
    [[nodiscard]] QJsonArray list(const char* name) const { return m_object[QLatin1String(name)].toArray(); }
    [[nodiscard]] MrzKey mrz() const
    {
        const Vector key = part("mrz");
        return {SecretText(key.text("doc")), SecretText(key.text("dob")), SecretText(key.text("exp"))};
    }

    /// The recorded exchange; @p anyRequest where another program chose the sizes of its reads.
    [[nodiscard]] std::vector<ScriptedChannel::Line> lines(int anyRequestFrom = 1000) const
    {
        std::vector<ScriptedChannel::Line> all;
        for (const auto& pair : list("apdus")) {
            const bool any = int(all.size()) >= anyRequestFrom;
            all.push_back({any ? "" : pair.toObject()["req"].toString().toStdString(),
                           pair.toObject()["rsp"].toString().toStdString()});
        }
        return all;
    }
    /// The numbers that the source names in order: secrets, then what must come out.
    [[nodiscard]] std::string number(int index) const { return list("hex_in_order")[index].toString().toStdString(); }

private:
    QJsonObject m_object;
};

PaceInfo paceInfo(const char* oid, Mapping mapping, Agreement agreement, int parameterId)
{
    return {test::fromHex(oid), mapping, agreement, Cipher::Aes128, 2, parameterId, {}};
}

std::string lowered(std::string text)
{
    return QString::fromStdString(text).toLower().toStdString();
}

#define COMPARE_HEX(actual, expected) QCOMPARE(toHexText(actual), lowered(expected))

/// The lines of a PACE run, made of the figures of an example that prints no APDUs.
std::vector<ScriptedChannel::Line> paceAnswers(const Vector& example, std::uint32_t mappingTag)
{
    const auto answer = [](std::uint32_t tag, const Bytes& value, Bytes more = {}) {
        Bytes content = encodeTlv(tag, value);
        content.insert(content.end(), more.begin(), more.end());
        return ScriptedChannel::Line{"", toHexText(encodeTlv(0x7C, content)) + "9000"};
    };
    const Bytes proof = example.bytes("enc_ca_data");
    return {{"", "9000"},
            answer(0x80, example.bytes("enc_nonce")),
            answer(mappingTag, example.bytes("map_pub_ic")),
            answer(0x84, example.bytes("eph_pub_ic")),
            answer(0x86, example.bytes("t_ic"), proof.empty() ? Bytes() : encodeTlv(0x8A, proof))};
}

// --- worked examples of the standards ---

void bacAndSecureMessaging(const QString& path)
{
    const Vector example(path);
    const MrzKey key{"L898902C<", "690806", "940623"};
    COMPARE_HEX(*bacSeed(key), example.text("k_seed"));
    COMPARE_HEX(deriveKey(*bacSeed(key), KeyPurpose::Encryption, Cipher::TripleDes), example.text("k_enc"));
    COMPARE_HEX(deriveKey(*bacSeed(key), KeyPurpose::Checksum, Cipher::TripleDes), example.text("k_mac"));

    std::vector<ScriptedChannel::Line> lines = {
        {"0084000008", example.text("rnd_ic") + "9000"},
        {"0082000028" + example.text("ext_auth_cmd_data") + "28", example.text("ext_auth_rsp") + "9000"}};
    for (const auto& pair : example.list("sm"))
        lines.push_back({pair.toObject()["protected"].toString().toStdString(),
                         pair.toObject()["response"].toString().toStdString()});
    ScriptedChannel channel(lines);
    CardLink link(channel, {});
    const auto opened = openWithBac(link, key, scriptedRandom({example.text("rnd_ifd"), example.text("k_ifd")}));
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    COMPARE_HEX(link.secureChannel()->encryptionKey(), example.text("ks_enc"));
    COMPARE_HEX(link.secureChannel()->checksumKey(), example.text("ks_mac"));
    COMPARE_HEX(link.secureChannel()->sendSequenceCounter(), example.text("ssc"));
    QVERIFY(link.exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{0x01, 0x1E}, {}})->ok());
    const auto header = link.exchange({0x00, 0xB0, 0x00, 0x00, {}, 4});
    COMPARE_HEX(header->data, example.list("sm")[1].toObject()["data"].toString().toStdString());
    const auto rest = link.exchange({0x00, 0xB0, 0x00, 0x04, {}, 18});
    COMPARE_HEX(rest->data, example.list("sm")[2].toObject()["data"].toString().toStdString());
}

void activeAuthenticationRepresentative(const QString& path)
{
    const Vector example(path);
    const auto digest = checkIso9796Representative(example.bytes("F"), example.bytes("M2_rnd_ifd"));
    QVERIFY2(digest.has_value(), digest ? "" : digest.error().detail.c_str());
    QCOMPARE(*digest, std::string("SHA-1"));
}

void activeAuthenticationOfRsa(const QString& path)
{
    const Vector example(path);
    const ActiveAuthenticationTranscript transcript{example.bytes("rnd_ifd"), example.bytes("signature")};
    QVERIFY(verifyActiveAuthentication(example.bytes("dg15"), {}, transcript).has_value());
}

void paceExample(const Vector& example, const PaceInfo& info, const AccessKey& key, std::uint32_t mappingTag,
                 const std::string& mappingRandom)
{
    COMPARE_HEX(deriveKey(*paceSecret(key), KeyPurpose::Password, info.cipher), example.text("k_pi"));
    const auto printed = example.lines();
    ScriptedChannel channel(printed.empty() ? paceAnswers(example, mappingTag) : printed);
    CardLink link(channel, {});
    const auto outcome =
        openWithPace(link, info, {}, key, scriptedRandom({mappingRandom, example.text("eph_priv_ifd")}));
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().detail.c_str());
    COMPARE_HEX(link.secureChannel()->encryptionKey(), example.text("ks_enc"));
    COMPARE_HEX(link.secureChannel()->checksumKey(), example.text("ks_mac"));
    // What went out: the reader's public key and token, as printed.
    QVERIFY(channel.sent[3].find(lowered(example.text("eph_pub_ifd"))) != std::string::npos);
    QVERIFY(channel.sent[4].find(lowered(example.text("t_ifd"))) != std::string::npos);
    if (example.text("ca_data").empty())
        return;
    COMPARE_HEX(outcome->chipAuthenticationData, example.text("ca_data"));
    QVERIFY(provesChip(*outcome, **standardGroup(13), example.bytes("ca_public_key")));
}

void paceGenericOnCurve(const QString& path)
{
    const Vector example(path);
    const PaceInfo info = paceInfo("04007F00070202040202", Mapping::Generic, Agreement::Ecdh, 13);
    paceExample(example, info, example.mrz(), 0x82, example.text("map_priv_ifd"));
    const auto mapped =
        (*standardGroup(13))
            ->mapGeneric(example.bytes("nonce"), example.bytes("map_priv_ifd"), example.bytes("map_pub_ic"));
    COMPARE_HEX((*mapped)->generator(), example.text("mapped_generator"));
}

void paceGenericOnIntegers(const QString& path)
{
    const Vector example(path);
    const PaceInfo info = paceInfo("04007F00070202040102", Mapping::Generic, Agreement::Dh, 0);
    paceExample(example, info, example.mrz(), 0x82, example.text("map_priv_ifd"));
    const auto mapped =
        (*standardGroup(0))
            ->mapGeneric(example.bytes("nonce"), example.bytes("map_priv_ifd"), example.bytes("map_pub_ic"));
    COMPARE_HEX((*mapped)->generator(), example.text("mapped_g"));
}

void paceIntegratedOnCurve(const QString& path)
{
    const Vector example(path);
    const PaceInfo info = paceInfo("04007F00070202040402", Mapping::Integrated, Agreement::Ecdh, 13);
    paceExample(example, info, CanKey{"123456"}, 0x82, example.text("nonce_t"));
    const auto group = standardGroup(13);
    const Bytes number = integratedMappingNumber(Cipher::Aes128, example.bytes("nonce_s"), example.bytes("nonce_t"),
                                                 (*group)->primeBits());
    COMPARE_HEX(number, example.text("R"));
    COMPARE_HEX((*(*group)->mapIntegrated(number))->generator(), example.text("mapped_generator"));
}

void paceIntegratedOnIntegers(const QString& path)
{
    const Vector example(path);
    const auto group = standardGroup(0);
    const Bytes number = integratedMappingNumber(Cipher::Aes128, example.bytes("nonce_s"), example.bytes("nonce_t"),
                                                 (*group)->primeBits());
    COMPARE_HEX(number, example.text("R"));
    COMPARE_HEX((*(*group)->mapIntegrated(number))->generator(), example.text("mapped_g"));
}

void paceChipAuthentication(const QString& path)
{
    const Vector example(path);
    const PaceInfo info = paceInfo("04007F00070202040602", Mapping::ChipAuthentication, Agreement::Ecdh, 13);
    paceExample(example, info, MrzKey{"C11T002JM", "960812", "231031"}, 0x82, example.text("map_priv_ifd"));
}

/// BSI TR-03110: the same protocols with other numbers. Where the source cuts a number short, its beginning counts.
void bsiExamples(const QString& path)
{
    const Vector example(path);
    for (const auto& [name, id] : {std::pair("ecdh", 13), {"dh", 0}}) {
        const Vector part = example.part(name);
        const auto infos = parseSecurityInfos(part.bytes("ef_cardaccess"));
        QVERIFY2(infos.has_value() && !infos->pace.empty(), name);
        const auto group = standardGroup(id);
        if (std::string_view(name) == "ecdh") {
            const auto mapped = (*group)->mapGeneric(part.bytes("nonce"), part.bytes("map_picc_priv_key"),
                                                     part.bytes("map_pcd_pub_key"));
            QVERIFY2(mapped.has_value(), mapped ? "" : mapped.error().detail.c_str());
            COMPARE_HEX((*mapped)->generator(), part.text("map_generator"));
            const auto secret = (*mapped)->agree(part.bytes("picc_priv_key"), part.bytes("pcd_pub_key"));
            QVERIFY(toHexText(*secret).starts_with(part.text("shared_secret_k")));
            COMPARE_HEX(deriveKey(*secret, KeyPurpose::Encryption, Cipher::Aes128), part.text("k_enc"));
            COMPARE_HEX(deriveKey(*secret, KeyPurpose::Checksum, Cipher::Aes128), part.text("k_mac"));
        } else {
            const Bytes secret = part.bytes("shared_secret_k");
            COMPARE_HEX(deriveKey(secret, KeyPurpose::Encryption, Cipher::Aes128), part.text("k_enc"));
            COMPARE_HEX(deriveKey(secret, KeyPurpose::Checksum, Cipher::Aes128), part.text("k_mac"));
        }
    }
    const Vector curve = example.part("ecdh");
    const auto agreed = (*standardGroup(13))->agree(curve.bytes("ca_picc_priv_key"), curve.bytes("ca_pcd_pub_key"));
    QVERIFY2(agreed.has_value(), agreed ? "" : agreed.error().detail.c_str());
    COMPARE_HEX(*agreed, curve.text("ca_shared_secret_k"));
    const Vector cards = example.part("ef_cardaccess");
    for (const auto& name : cards.names()) {
        const auto infos = parseSecurityInfos(cards.bytes(qPrintable(name)));
        QVERIFY2(infos.has_value(), qPrintable(name));
    }
    // The source cuts its files off in the middle: they must be refused.
    QVERIFY(!authenticateCardSecurity(example.bytes("ef_cardsecurity_dan"), TrustStore(), {}).has_value());
}

// --- exchanges of real chips ---

void capturedBac(const QString& path)
{
    const Vector capture(path);
    ScriptedChannel channel(capture.lines(1)); // the length of the answer is written in another way
    CardLink link(channel, {});
    const auto opened =
        openWithBac(link, {"L898902C", "690806", "940623"}, scriptedRandom({capture.number(0), capture.number(1)}));
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    COMPARE_HEX(link.secureChannel()->encryptionKey(), capture.number(2));
    COMPARE_HEX(link.secureChannel()->checksumKey(), capture.number(3));
    COMPARE_HEX(link.secureChannel()->sendSequenceCounter(), capture.number(4));
}

void capturedPaceGeneric(const QString& path)
{
    const Vector capture(path);
    ScriptedChannel channel(capture.lines());
    CardLink link(channel, {});
    const PaceInfo info = paceInfo("04007F00070202040202", Mapping::Generic, Agreement::Ecdh, 13);
    const auto opened = openWithPace(link, info, {}, MrzKey{"T22000129", "640812", "101031"},
                                     scriptedRandom({capture.number(0), capture.number(3)}));
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    COMPARE_HEX(link.secureChannel()->encryptionKey(), capture.number(5));
    COMPARE_HEX(link.secureChannel()->checksumKey(), capture.number(6));
}

/// A German passport: PACE, then EF.CardSecurity through the channel, then the proof of the chip.
void capturedPaceChipAuthentication(const QString& path)
{
    const Vector capture(path);
    ScriptedChannel channel(capture.lines());
    CardLink link(channel, {});
    const PaceInfo info = paceInfo("04007F00070202040602", Mapping::ChipAuthentication, Agreement::Ecdh, 13);
    const auto opened = openWithPace(link, info, {}, MrzKey{"C4KHNY1PF", "780214", "330315"},
                                     scriptedRandom({capture.number(0), capture.number(3)}));
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    QVERIFY(link.exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{0x01, 0x1D}, {}})->ok());
    Bytes content = link.exchange({0x00, 0xB0, 0x00, 0x00, {}, 4})->data;
    const std::size_t size = *announcedSize(content);
    while (content.size() < size) {
        const std::size_t at = content.size();
        const std::size_t rest = size - at;
        const auto more = link.exchange({0x00,
                                         0xB0,
                                         static_cast<std::uint8_t>(at >> 8),
                                         static_cast<std::uint8_t>(at),
                                         {},
                                         rest < 223 ? rest : 256});
        QVERIFY2(more.has_value() && !more->data.empty(), more ? "" : more.error().detail.c_str());
        content.insert(content.end(), more->data.begin(), more->data.end());
    }
    QVERIFY(channel.finished());
    const auto security = authenticateCardSecurity(content, TrustStore(), {});
    QVERIFY2(security.has_value(), security ? "" : security.error().detail.c_str());
    const auto group = standardGroup(13);
    const bool proven = std::ranges::any_of(security->infos.chipAuthenticationKeys, [&](const auto& key) {
        return provesChip(*opened, **group, key.publicKey);
    });
    QVERIFY(proven);
}

void capturedChipAuthentication(const QString& path)
{
    const Vector capture(path);
    ScriptedChannel channel(capture.lines());
    CardLink link(channel, {});
    link.openSecureChannel(SecureMessaging(Cipher::Aes128, test::fromHex(capture.number(1)),
                                           test::fromHex(capture.number(2)), test::fromHex(capture.number(3))));
    const auto dg14 = parseDg14(test::fromHex(capture.number(0)));
    QVERIFY(dg14.has_value());
    const auto agreed = authenticateChip(link, *dg14, scriptedRandom({capture.number(4)}));
    QVERIFY2(agreed.has_value(), agreed ? "" : agreed.error().detail.c_str());
    const auto proof = link.exchange({0x00, 0xA4, 0x02, 0x0C, Bytes{0x01, 0x0E}, {}});
    QVERIFY2(proof.has_value() && proof->ok() && proof->isProtected, proof ? "" : proof.error().detail.c_str());
    QVERIFY(channel.finished());
    COMPARE_HEX(link.secureChannel()->encryptionKey(), capture.number(11));
}

void capturedActiveAuthentication(const QString& path)
{
    const Vector capture(path);
    ScriptedChannel channel(capture.lines());
    CardLink link(channel, {});
    link.openSecureChannel(SecureMessaging(Cipher::TripleDes, test::fromHex(capture.number(0)),
                                           test::fromHex(capture.number(1)), test::fromHex(capture.number(2))));
    const Vector worked("worked/aa_rsa1792_iso9796-2.json"); // the challenge and key of this very exchange
    const auto response = link.exchange({0x00, 0x88, 0x00, 0x00, worked.bytes("rnd_ifd"), 256});
    QVERIFY2(response.has_value() && response->ok(), response ? "" : response.error().detail.c_str());
    QVERIFY(
        verifyActiveAuthentication(worked.bytes("dg15"), {}, {worked.bytes("rnd_ifd"), response->data}).has_value());
}

void capturedSecurityObject(const QString& path)
{
    const PassiveAuthentication passive(tests::readFile(tests::sharedVector(path)), TrustStore(),
                                        std::chrono::system_clock::now());
    QVERIFY(passive.signatureValid());
    QVERIFY(passive.lists(1) && passive.lists(2));
}

void capturedCardSecurity(const QString& path)
{
    const auto security = authenticateCardSecurity(tests::readFile(tests::sharedVector(path)), TrustStore(), {});
    QVERIFY2(security.has_value(), security ? "" : security.error().detail.c_str());
    QVERIFY(!security->infos.chipAuthenticationKeys.empty());
}

/// Whether a data group of that number can be taken apart; true for those that nobody takes apart.
bool understands(int number, ByteView raw)
{
    switch (number) {
    case 1:
        return parseDg1(raw).has_value();
    case 2:
        return parseDg2(raw).has_value();
    case 7:
        return parseDg7(raw).has_value();
    case 11:
        return parseDg11(raw).has_value();
    case 12:
        return parseDg12(raw).has_value();
    case 14:
        return parseDg14(raw).has_value();
    default:
        return true;
    }
}

using Check = void (*)(const QString& path);

/// By the beginning of the file's name.
const std::vector<std::pair<QString, Check>>& checks()
{
    static const std::vector<std::pair<QString, Check>> all = {
        {"worked/icao9303-11_D_", bacAndSecureMessaging},
        {"worked/icao9303-11_F_", activeAuthenticationRepresentative},
        {"worked/icao9303-11_G1_", paceGenericOnCurve},
        {"worked/icao9303-11_G2_", paceGenericOnIntegers},
        {"worked/icao9303-11_H1_", paceIntegratedOnCurve},
        {"worked/icao9303-11_H2_", paceIntegratedOnIntegers},
        {"worked/icao9303-11_I1_", paceChipAuthentication},
        {"worked/aa_rsa1792", activeAuthenticationOfRsa},
        {"worked/bsi_tr03110", bsiExamples},
        {"captured/gmrtd_bac_", capturedBac},
        {"captured/gmrtd_pace_TestDoPace_GM", capturedPaceGeneric},
        {"captured/gmrtd_pace_TestDoPace_CAM", capturedPaceChipAuthentication},
        {"captured/gmrtd_chipauth_", capturedChipAuthentication},
        {"captured/gmrtd_activeauth_", capturedActiveAuthentication},
        {"captured/SOD_", capturedSecurityObject},
        {"captured/CardSecurity_", capturedCardSecurity},
    };
    return all;
}

} // namespace

/// Every file of the folders worked and captured, which nobody on this project made: each has its check, and a new one
/// without a check fails.
class TestSharedVectors : public QObject
{
    Q_OBJECT

private slots:
    void everyFile_always_passes_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString folder : {"worked", "captured"}) {
            for (const auto& file : QDir(tests::sharedVector(folder)).entryList(QDir::Files))
                QTest::newRow(qPrintable(folder + "/" + file)) << folder + "/" + file;
        }
        if (!QDir(tests::sharedVector("worked")).exists())
            QTest::newRow("none") << "";
    }
    void everyFile_always_passes()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("the test vectors of others are not here");
        const auto check =
            std::ranges::find_if(checks(), [&](const auto& each) { return path.startsWith(each.first); });
        QVERIFY2(check != checks().end(), "a file that nobody checks");
        check->second(path);
    }

    /// Two sets of the German specimen, all files of which must parse and verify; only its CSCA is not here.
    void specimen_always_parsesAndVerifies_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("nameOfDataGroup");
        QTest::newRow("jmrtd_bsi2008") << "bin/jmrtd_bsi2008/"
                                       << "Datagroup%1.bin";
        QTest::newRow("tsemrtd") << "bin/tsemrtd/"
                                 << "EF_DG%1.bin";
    }
    void specimen_always_parsesAndVerifies()
    {
        QFETCH(QString, folder);
        QFETCH(QString, nameOfDataGroup);
        CHINHCHU_NEED_VECTOR(folder + "EF_SOD.bin");
        const auto file = [&](const QString& name) { return tests::readFile(tests::sharedVector(folder + name)); };
        PassiveAuthentication passive(file("EF_SOD.bin"), TrustStore(),
                                      std::chrono::sys_days(std::chrono::year(2009) / 1 / 1));
        QVERIFY(passive.signatureValid());
        int groups = 0;
        for (int number = 1; number <= 16; ++number) {
            const Bytes raw = file(nameOfDataGroup.arg(number));
            if (raw.empty())
                continue;
            groups += passive.lists(number); // both sets bring files that their EF.SOD does not hash
            QVERIFY2(!passive.lists(number) || passive.checkDataGroup(number, raw),
                     qPrintable(QString::number(number)));
            QVERIFY2(understands(number, raw), qPrintable(QString::number(number)));
        }
        QVERIFY(groups >= 4);
        passive.checkCom(file("EF_COM.bin"));
        const auto verdict = passive.verdict();
        QVERIFY2(verdict.passive == PassiveResult::IssuerUnknown, std::string(toString(verdict.passive)).c_str());
        const auto zone = parseDg1(file(nameOfDataGroup.arg(1)));
        QVERIFY(zone->name == SecretText("MUSTERMANN ERIKA"));
    }

    void faces_inBothEncodings_giveTheirImage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("image");
        for (const char* fields : {"AllFields", "MandFields"})
            QTest::addRow("39794-5 %s", fields) << QString("iso39794/ICAO_39794_5_AP_DG2_%1.dat").arg(fields)
                                                << "iso39794/ICAO_39794_5_AP_DG2_Face.jpg";
        QTest::newRow("Silver, all fields") << "iso39794/dg2_silver_all_fields.bin"
                                            << "";
        QTest::newRow("Silver, mandatory fields") << "iso39794/dg2_silver_mandatory_fields.bin"
                                                  << "";
    }
    void faces_inBothEncodings_giveTheirImage()
    {
        QFETCH(QString, file);
        QFETCH(QString, image);
        CHINHCHU_NEED_VECTOR("bin/" + file);
        const auto photos = parseDg2(tests::readFile(tests::sharedVector("bin/" + file)));
        QVERIFY2(photos.has_value(), photos ? "" : photos.error().detail.c_str());
        QVERIFY(!photos->empty());
        if (!image.isEmpty())
            QVERIFY(photos->front().image == tests::readFile(tests::sharedVector("bin/" + image)));
    }

    /// The bare records, wrapped into a DG2 here: a right one gives its image, one with a broken image is refused.
    void faceRecords_bare_areUnderstood()
    {
        CHINHCHU_NEED_VECTOR("bin/iso19794/ISO19794_Test1_Data.bin");
        const auto inDg2 = [](std::uint32_t tag, const QString& name) {
            const Bytes record = tests::readFile(tests::sharedVector("bin/" + name));
            return parseDg2(encodeTlv(0x75, encodeTlv(0x7F61, encodeTlv(0x7F60, encodeTlv(tag, record)))));
        };
        const auto image = [](const QString& name) { return tests::readFile(tests::sharedVector("bin/" + name)); };
        QVERIFY(inDg2(0x5F2E, "iso19794/ISO19794_Test1_Data.bin")->front().image ==
                image("iso19794/ISO19794_Test1_Face.jpg"));
        QVERIFY(!inDg2(0x5F2E, "iso19794/ISO19794_Test2_Data_InvalidImage.bin").has_value());
        for (const QString fields : {"AllFields", "MandFields"})
            QVERIFY(inDg2(0x7F2E, "iso39794/ICAO_39794_5_AP_" + fields + ".dat")->front().image ==
                    image("iso39794/ICAO_39794_5_AP_Face.jpg"));
        QVERIFY(!inDg2(0x7F2E, "iso39794/ICAO_39794_5_AP_MandFields_InvalidImage.dat").has_value());
    }
};

QTEST_APPLESS_MAIN(TestSharedVectors)
#include "tst_shared_vectors.moc"
