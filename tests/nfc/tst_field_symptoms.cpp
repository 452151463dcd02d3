#include "nfc/access/pace.h"
#include "nfc/chip_reader.h"
#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"
#include "tests/nfc/wrapped_channel.h"
#include "tests/simulators/chip/personalisation/security_object.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::describe;
using chinhchu::test::SimulatedChip;

namespace {

/// The sentence of the failure table that tells people what to do.
std::string_view whatToDo(FailureCode code)
{
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) todo,
    constexpr std::string_view sentences[] = {
#include "resources/base/failure_codes.def"
    };
#undef CHINHCHU_FAILURE
    return sentences[static_cast<std::size_t>(code)];
}

} // namespace

/// What users of other readers report from the field, each as a card that does it. The numbers are those of the list of
/// symptoms that this project keeps.
class TestFieldSymptoms : public QObject
{
    Q_OBJECT

    using Change = std::function<void(chip::Profile&)>;
    static Result<ChipIdentity> readBy(SimulatedChip& chip, bool withMrz = false, AccessPreference access = {})
    {
        auto request = chip.request();
        request.access = access;
        if (withMrz)
            request.keys.push_back(chip.mrz());
        return readChip(chip.channel(), request);
    }
    static void expectVerified(const Result<ChipIdentity>& identity)
    {
        QVERIFY2(identity.has_value(), describe(identity).constData());
        QVERIFY2(exitStatus(identity->authenticity) == 0, describe(identity).constData());
        QVERIFY2(identity->photo.has_value(), describe(identity).constData());
    }

private slots:
    void symptom01_selectMasterFileAnswers6D00_readsOn()
    {
        SimulatedChip chip([](chip::Profile& p) { p.limits.selectMasterFile = 0x6D00; });
        const auto identity = readBy(chip);
        expectVerified(identity);
        QVERIFY(identity->access == AccessProtocol::Pace);
    }

    void symptom01_withoutShortIdentifiers_readsOn()
    {
        SimulatedChip chip([](chip::Profile& p) {
            p.limits.selectMasterFile = 0x6D00;
            p.limits.shortFileIds = false;
        });
        expectVerified(readBy(chip));
    }

    void symptom02_cardAccessAnswers6982_goesOnWithBac()
    {
        SimulatedChip chip([](chip::Profile& p) {
            p.limits.cardAccessFirst = false;
            p.access.pace.clear(); // an old card: DG14 offers no PACE either, so nothing is downgraded
        });
        const auto identity = readBy(chip, true);
        expectVerified(identity);
        QVERIFY(identity->access == AccessProtocol::Bac);
        QVERIFY(!identity->fallbackReason.empty());
    }

    void symptom02_withCanOnly_saysThatMoreIsNeeded()
    {
        SimulatedChip chip([](chip::Profile& p) { p.access.pace.clear(); });
        QCOMPARE(readBy(chip).error().code, FailureCode::AccessNotPossible);
    }

    void symptom03_noDg11AndRefusedDg3_areNotFatal()
    {
        SimulatedChip chip([](chip::Profile& p) { p.attack.listed = {"DG11"}; });
        expectVerified(readBy(chip));
    }

    void symptom04_selectWithLeRefused_isNeverSent()
    {
        SimulatedChip chip([](chip::Profile& p) { p.limits.selectWithLe = false; });
        expectVerified(readBy(chip));
    }

    void symptom05_masterFileCannotBeSelected_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("6985") << 0x6985;
        QTest::newRow("6A86") << 0x6A86;
    }
    void symptom05_masterFileCannotBeSelected()
    {
        QFETCH(int, status);
        SimulatedChip chip([&](chip::Profile& p) { p.limits.selectMasterFile = status; });
        expectVerified(readBy(chip));
    }

    void symptom06_parameterReferenceRequiredOrRefused_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::newRow("required") << "required";
        QTest::newRow("refused") << "refused";
    }
    void symptom06_parameterReferenceRequiredOrRefused()
    {
        QFETCH(QString, wish);
        SimulatedChip chip([&](chip::Profile& p) { p.limits.paceParameter = wish.toStdString(); });
        expectVerified(readBy(chip));
    }

    void symptom07_numbersThatBeginWithZero_arePadded_data()
    {
        QTest::addColumn<int>("group");
        QTest::newRow("integers") << 0;
        QTest::newRow("curve") << 13;
    }
    void symptom07_numbersThatBeginWithZero_arePadded()
    {
        QFETCH(int, group);
        const auto agreement = standardGroup(group);
        const auto generator = (*agreement)->generator();
        const std::size_t size = (*agreement)->prime().size();
        bool seen = false;
        for (int i = 2; i < 4000 && !seen; ++i) {
            const Bytes scalar{static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)};
            const auto secret = (*agreement)->agree(scalar, generator);
            QVERIFY(secret.has_value());
            QCOMPARE(secret->size(), size);
            seen = secret->front() == 0;
        }
        QVERIFY(seen);
    }

    void symptom08_leOf256Fails_stepsDownAndReopens()
    {
        SimulatedChip chip([](chip::Profile& p) { p.limits.extendedLength = false; });
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            const bool longRead = command[0] == 0x0C && command[1] == 0xB0 && answer && answer->size() > 200;
            return longRead ? Result<Bytes>(Bytes{0x62, 0x82}) : answer; // and from now on 6988: the counters differ
        });
        expectVerified(readChip(channel, chip.request()));
    }

    void symptom08_readSizeTooLarge_stepsDown_data()
    {
        QTest::addColumn<int>("maxRead");
        QTest::addColumn<bool>("extended");
        QTest::addColumn<int>("endOfFile");
        QTest::newRow("short only") << 65536 << false << 0x9000;
        QTest::newRow("2048") << 2048 << true << 0x9000;
        QTest::newRow("231") << 231 << false << 0x9000;
        QTest::newRow("128") << 128 << false << 0x9000;
        QTest::newRow("end of file 6282") << 65536 << true << 0x6282;
    }
    void symptom08_readSizeTooLarge_stepsDown()
    {
        QFETCH(int, maxRead);
        QFETCH(bool, extended);
        QFETCH(int, endOfFile);
        SimulatedChip chip([&](chip::Profile& p) {
            p.limits.maxRead = maxRead;
            p.limits.extendedLength = extended;
            p.limits.endOfFile = endOfFile;
        });
        const auto identity = readBy(chip);
        expectVerified(identity);
        qInfo("%d APDUs", identity->timing.apdus);
    }

    void symptom08_cardEndsTheChannelAtALongRead_reopensIt()
    {
        SimulatedChip chip;
        chip.faults().plan().add("status@14:6988");
        expectVerified(readBy(chip));
    }

    void symptom09_cardMovedWhileDg2IsRead_goesOnAtTheByteItHadReached()
    {
        const Change small = [](chip::Profile& p) { p.limits.maxRead = 2048; };
        const auto image = SimulatedChip(small).card().image();
        SimulatedChip quiet(image);
        const auto undisturbed = readBy(quiet);
        expectVerified(undisturbed);
        SimulatedChip moved(image);
        moved.faults().plan().add("remove@" + std::to_string(undisturbed->timing.apdus - 3) + ":900");
        const auto identity = readBy(moved);
        expectVerified(identity);
        QCOMPARE(identity->timing.bytes, undisturbed->timing.bytes);
    }

    void symptom10_activeAuthenticationRunsBeforeChipAuthentication()
    {
        SimulatedChip chip;
        const auto identity = readBy(chip);
        expectVerified(identity);
        QVERIFY(identity->authenticity.active == ChipProof::Passed && identity->authenticity.chip == ChipProof::Passed);
    }

    void symptom10_activeAuthenticationOnlyAfterChipAuthentication_isRepeatedThere()
    {
        SimulatedChip chip;
        bool refused = false;
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            if (command[1] == 0x88 && !std::exchange(refused, true))
                return Bytes{0x6F, 0x00};
            return answer;
        });
        const auto identity = readChip(channel, chip.request());
        expectVerified(identity);
        QVERIFY(refused && identity->authenticity.active == ChipProof::Passed);
    }

    void symptom10_activeAuthenticationBrokenAfterChipAuthentication_isDoneBefore()
    {
        SimulatedChip chip;
        bool chipAuthenticated = false;
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            chipAuthenticated = chipAuthenticated || (command[1] == 0x22 && command[2] == 0x41);
            if (command[1] == 0x88 && chipAuthenticated)
                return Bytes{0x6F, 0x00};
            return answer;
        });
        expectVerified(readChip(channel, chip.request()));
        QVERIFY(chipAuthenticated);
    }

    void symptom10_chipAuthenticationAnswers6F00Once_isTriedAgain()
    {
        SimulatedChip chip;
        bool refused = false;
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            if (command[1] == 0x22 && command[2] == 0x41 && !std::exchange(refused, true))
                return Bytes{0x6F, 0x00};
            return answer;
        });
        const auto identity = readChip(channel, chip.request());
        expectVerified(identity);
        QVERIFY(refused && identity->authenticity.chip == ChipProof::Passed);
    }

    void symptom11_withoutDg15_isUnsupportedAndReadsOn()
    {
        SimulatedChip chip([](chip::Profile& p) { p.activeAuthentication.key.clear(); });
        const auto identity = readBy(chip);
        expectVerified(identity);
        QVERIFY(identity->authenticity.active == ChipProof::Unsupported);
    }

    void symptom15_severalPaceInfos_takesOneThatWorks()
    {
        SimulatedChip chip([](chip::Profile& p) {
            p.access.pace = {chip::parsePaceOffer("DH-GM-AES-CBC-CMAC-128 dh_1024_160"),
                             chip::parsePaceOffer("ECDH-GM-AES-CBC-CMAC-256 brainpoolP384r1"),
                             chip::parsePaceOffer("ECDH-GM-3DES-CBC-CBC brainpoolP256r1")};
        });
        expectVerified(readBy(chip));
    }

    void symptom12_activeAuthenticationInEveryForm_passes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<QString>("encoding");
        for (const char* digest :
             {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"}) // trailers BC, 38CC, 34CC, 36CC, 35CC
            QTest::addRow("RSA %s", digest) << "rsa 1024" << digest << "plain";
        for (const char* encoding : {"plain", "der"})
            QTest::addRow("ECDSA %s", encoding) << "ecdsa prime256v1"
                                                << "SHA256" << encoding;
    }
    void symptom12_activeAuthenticationInEveryForm_passes()
    {
        QFETCH(QString, key);
        QFETCH(QString, digest);
        QFETCH(QString, encoding);
        SimulatedChip chip([&](chip::Profile& p) {
            p.activeAuthentication = {key.toStdString(), digest.toStdString(), encoding.toStdString()};
        });
        const auto identity = readBy(chip);
        expectVerified(identity);
        QVERIFY(identity->authenticity.active == ChipProof::Passed);
    }

    void symptom13_signatureOfTheSodInOtherForms_isRight_data()
    {
        QTest::addColumn<QString>("signer");
        QTest::addColumn<QString>("digest");
        QTest::newRow("PSS with SHA-1") << "rsa-pss 2048"
                                        << "SHA1";
        QTest::newRow("PSS with SHA-512") << "rsa-pss 2048"
                                          << "SHA512";
        QTest::newRow("curve shorter than the digest") << "ecdsa brainpoolP256r1"
                                                       << "SHA512";
        QTest::newRow("curve longer than the digest") << "ecdsa secp521r1"
                                                      << "SHA224";
    }
    void symptom13_signatureOfTheSodInOtherForms_isRight()
    {
        QFETCH(QString, signer);
        QFETCH(QString, digest);
        SimulatedChip chip([&](chip::Profile& p) {
            p.sod.signer = signer.toStdString();
            p.sod.signatureDigest = digest.toStdString();
        });
        expectVerified(readBy(chip));
    }

    void symptom14_unknownCsca_isNotConfirmedAndNeverAFailure()
    {
        SimulatedChip chip([](chip::Profile& p) { p.pki.known = false; });
        const auto identity = readBy(chip);
        VERIFY_READ(identity);
        QVERIFY(identity->authenticity.passive == PassiveResult::IssuerUnknown);
        QCOMPARE(exitStatus(identity->authenticity), 6);
    }

    void symptom14_linkCertificate_leadsToTheNewKey()
    {
        SimulatedChip chip([](chip::Profile& p) { p.pki.link = true; });
        expectVerified(readBy(chip));
    }

    void symptom14_severalCscasOfOneName_areAllTried()
    {
        QTemporaryDir folders;
        const auto cardMadeIn = [&](const char* name) {
            const auto profile =
                chip::readProfile(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml");
            return chip::personalise(profile, {folders.filePath(name).toStdString(), {}});
        };
        const chip::CardImage cards[] = {cardMadeIn("first"), cardMadeIn("second")};
        QDir trust(folders.filePath("trust"));
        QVERIFY(trust.mkpath("."));
        for (const char* name : {"first", "second"}) {
            const QDir csca(folders.filePath(name) + "/csca");
            for (const auto& file : csca.entryList(QDir::Files))
                QVERIFY(QFile::copy(csca.filePath(file), trust.filePath(name + file)));
        }
        for (const auto& card : cards) {
            SimulatedChip chip(card);
            auto request = chip.request();
            request.trust = TrustStore::load(trust.path().toStdString()).value();
            expectVerified(readChip(chip.channel(), request));
        }
    }

    void symptom15_paceInfoWithoutParameterId_takesTheExplicitParameters()
    {
        // PACEInfo { ECDH-GM-AES-128, 2 }, PACEDomainParameterInfo { ECDH-GM, standardised parameters 13 }
        const auto infos =
            parseSecurityInfos(chip::fromHex("312F300F060A04007F00070202040202020102"
                                             "301C060904007F000702020402300C060704007F0007010202010D020101"));
        QVERIFY2(infos.has_value(), infos ? "" : infos.error().detail.c_str());
        QCOMPARE(infos->pace.size(), std::size_t(1));
        QVERIFY(!infos->pace[0].parameterId.has_value());
        const auto group = paceGroup(infos->pace[0], *infos);
        QVERIFY2(group.has_value(), group ? "" : group.error().detail.c_str());
        QCOMPARE((*group)->generator(), (*standardGroup(13))->generator());
    }

    void symptom15_efDirAnswers6982_isRecordedOnly()
    {
        SimulatedChip chip;
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            const bool asksForDir = command[0] == 0x00 && command[1] == 0xB0 && command[2] == 0x9E;
            return asksForDir ? Result<Bytes>(Bytes{0x69, 0x82}) : answer;
        });
        auto request = chip.request();
        request.content = ReadContent::Everything;
        const auto identity = readChip(channel, request);
        expectVerified(identity);
        QVERIFY(identity->missing.contains("EF.DIR"));
    }

    void symptom16_fileWithLongerLengthsThanNeeded_isHashedAsItIs()
    {
        const auto profile = chip::readProfile(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml");
        QTemporaryDir pki;
        auto image = chip::personalise(profile, {pki.path().toStdString(), {}});
        // 61 5D 5F1F 5A ... becomes 61 82 005E 5F1F 81 5A ...: the same data, other bytes.
        auto& dg1 = image.files.at(0x0101);
        const Bytes zone(dg1.begin() + 5, dg1.end());
        dg1 = chip::join({chip::fromHex("6182005E5F1F815A"), zone});
        QCOMPARE(dg1.size(), zone.size() + 8);
        std::map<int, Bytes> groups;
        for (const int number : {1, 2, 13, 14, 15})
            groups[number] = image.files.at(static_cast<std::uint16_t>(0x0100 + number));
        image.files.at(0x011D) =
            chip::makeSecurityObject(profile, chip::takeIssuer(profile, pki.path().toStdString()), groups);
        SimulatedChip chip(image);
        auto request = chip.request();
        request.trust = TrustStore::load(pki.path().toStdString() + "/csca").value();
        const auto identity = readChip(chip.channel(), request);
        expectVerified(identity);
        QVERIFY(identity->identity.number == SecretText("099199000017"));
    }

    // Each of these has a message of its own that says what to do; that pcscd gives them is in tst_reader_service.
    void symptom17_serviceReaderAndOtherProgram_haveTheirOwnMessages()
    {
        std::set<std::string> names;
        std::set<std::string> todo;
        for (const auto code : {FailureCode::ReaderServiceUnavailable, FailureCode::ReaderNotFound,
                                FailureCode::CardInUse, FailureCode::CardNotPresent, FailureCode::CardNotAnswering}) {
            names.insert(std::string(codeName(code)));
            todo.insert(std::string(whatToDo(code)));
            QCOMPARE(exitStatus(code), 3);
        }
        QCOMPARE(names.size(), std::size_t(5));
        QCOMPARE(todo.size(), std::size_t(5));
    }

    void cardAccessThatLies_isNamed()
    {
        SimulatedChip chip([](chip::Profile& p) {
            p.access.pace = {chip::parsePaceOffer("ECDH-GM-AES-CBC-CMAC-256 brainpoolP384r1"),
                             chip::parsePaceOffer("ECDH-GM-3DES-CBC-CBC prime192v1")};
            p.attack.cardAccess = {chip::parsePaceOffer("ECDH-GM-3DES-CBC-CBC brainpoolP256r1")};
        });
        const auto identity = readBy(chip);
        if (!identity) // the chip may refuse what it does not really offer
            return;
        QVERIFY2(std::ranges::any_of(identity->authenticity.reasons,
                                     [](const VerdictReason& r) { return r.code == FailureCode::CardAccessDisagrees; }),
                 describe(identity).constData());
    }

    void filesThatAttack_endInAVerdictOrAnError_data()
    {
        QTest::addColumn<int>("attack");
        QTest::newRow("length of 2^31") << 0;
        QTest::newRow("nested 10,000 times") << 1;
        QTest::newRow("endless") << 2;
        QTest::newRow("SOD of another card") << 3;
    }
    void filesThatAttack_endInAVerdictOrAnError()
    {
        QFETCH(int, attack);
        SimulatedChip chip([&](chip::Profile& p) {
            if (attack == 0)
                p.attack.longLength = "DG13";
            if (attack == 1)
                p.attack.nested = "DG13";
            if (attack == 2)
                p.attack.endless = "DG2";
            if (attack == 3)
                p.attack.sodFrom = "cccd-2024.toml";
        });
        const auto identity = readBy(chip);
        QVERIFY2(!identity || exitStatus(identity->authenticity) == 5, describe(identity).constData());
    }
};

QTEST_APPLESS_MAIN(TestFieldSymptoms)
#include "tst_field_symptoms.moc"
