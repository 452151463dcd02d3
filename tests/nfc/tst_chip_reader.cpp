#include "nfc/chip_reader.h"
#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::describe;
using chinhchu::test::hasReason;
using chinhchu::test::SimulatedChip;

class TestChipReader : public QObject
{
    Q_OBJECT

private slots:
    void read_withCan_verifiesEverything()
    {
        SimulatedChip chip;
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(identity->access == AccessProtocol::Pace, describe(identity).constData());
        QVERIFY2(identity->authenticity.passive == PassiveResult::Verified, describe(identity).constData());
        QVERIFY2(identity->authenticity.active == ChipProof::Passed, describe(identity).constData());
        QVERIFY2(identity->authenticity.chip == ChipProof::Passed, describe(identity).constData());
        QVERIFY2(identity->authenticity.reasons.empty(), describe(identity).constData());
        QVERIFY(identity->activeAuthentication.has_value());
        QVERIFY(identity->photo.has_value());
        QCOMPARE(identity->source, std::string("in-process"));
        QVERIFY(identity->virtualReader);
        const auto& person = identity->identity;
        QVERIFY(person.number == SecretText("099199000017"));
        QVERIFY(person.documentNumber == SecretText("199000017"));
        QVERIFY(person.fullName == SecretText("Nguyễn Thị Ấn"));
        QVERIFY(person.fullNameLatin == SecretText("NGUYEN THI AN"));
        QVERIFY(person.birthDate == SecretText("1999-01-15"));
        QVERIFY(person.sex == SecretText("female"));
        QVERIFY(person.expiryDate == SecretText("2039-01-15"));
        QVERIFY(person.issueDate == SecretText("2021-06-01"));
        QVERIFY(person.oldNumber == SecretText("099000017"));
    }

    void read_withRsaCardWithoutExpiry_verifiesEverything()
    {
        SimulatedChip chip({}, "cccd-2024");
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(identity->authenticity.passive == PassiveResult::Verified, describe(identity).constData());
        QVERIFY2(identity->authenticity.active == ChipProof::Passed, describe(identity).constData());
        QVERIFY2(identity->authenticity.reasons.empty(), describe(identity).constData());
        QVERIFY(identity->identity.birthDate == SecretText("1956-11-30"));
        QVERIFY(identity->identity.expiryDate.empty());
    }

    void read_withAnyAccessProtocol_verifiesTheChip_data()
    {
        QTest::addColumn<QString>("pace");
        QTest::addColumn<QString>("chipKey");
        QTest::newRow("GM P-256 AES-256") << "ECDH-GM-AES-CBC-CMAC-256 prime256v1"
                                          << "ECDH-AES-CBC-CMAC-256 brainpoolP384r1";
        QTest::newRow("GM P-521 AES-192") << "ECDH-GM-AES-CBC-CMAC-192 secp521r1"
                                          << "ECDH-AES-CBC-CMAC-192 brainpoolP256r1";
        QTest::newRow("GM 3DES") << "ECDH-GM-3DES-CBC-CBC brainpoolP256r1"
                                 << "ECDH-3DES-CBC-CBC brainpoolP256r1";
        QTest::newRow("IM") << "ECDH-IM-AES-CBC-CMAC-128 brainpoolP256r1"
                            << "ECDH-AES-CBC-CMAC-128 prime256v1";
        QTest::newRow("CAM") << "ECDH-CAM-AES-CBC-CMAC-128 brainpoolP256r1"
                             << "ECDH-AES-CBC-CMAC-128 brainpoolP256r1";
        QTest::newRow("DH-GM 2048/256") << "DH-GM-AES-CBC-CMAC-128 dh_2048_256"
                                        << "DH-AES-CBC-CMAC-128 dh_2048_256";
        QTest::newRow("DH-IM 2048/224") << "DH-IM-AES-CBC-CMAC-128 dh_2048_224"
                                        << "DH-AES-CBC-CMAC-128 dh_2048_224";
        QTest::newRow("DH-GM 1024/160 3DES") << "DH-GM-3DES-CBC-CBC dh_1024_160"
                                             << "DH-3DES-CBC-CBC dh_2048_256";
    }
    void read_withAnyAccessProtocol_verifiesTheChip()
    {
        QFETCH(QString, pace);
        QFETCH(QString, chipKey);
        SimulatedChip chip([&](chip::Profile& profile) {
            profile.access.pace = {chip::parsePaceOffer(pace.toStdString())};
            profile.chipAuthentication = {chip::parseChipKeyOffer(chipKey.toStdString())};
        });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(identity->access == AccessProtocol::Pace, describe(identity).constData());
        QVERIFY2(identity->authenticity.chip == ChipProof::Passed, describe(identity).constData());
        QVERIFY2(identity->authenticity.reasons.empty(), describe(identity).constData());
    }

    void read_withMrzKeyAndBacOnly_warnsButPasses()
    {
        SimulatedChip chip;
        auto request = chip.request();
        request.keys = {chip.mrz()};
        request.access = AccessPreference::BacOnly;
        const auto identity = readChip(chip.channel(), request);
        VERIFY_READ(identity);
        QVERIFY2(identity->access == AccessProtocol::Bac, describe(identity).constData());
        QVERIFY2(!hasReason(*identity, FailureCode::AccessDowngraded), describe(identity).constData());
        QVERIFY2(identity->authenticity.active == ChipProof::Passed, describe(identity).constData());
    }

    void read_withHiddenCardAccess_namesTheDowngrade()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.hidePace = true; });
        auto request = chip.request();
        request.keys = {chip.can(), chip.mrz()};
        const auto identity = readChip(chip.channel(), request);
        VERIFY_READ(identity);
        QVERIFY(identity->access == AccessProtocol::Bac);
        QVERIFY(!identity->fallbackReason.empty());
        QVERIFY2(hasReason(*identity, FailureCode::AccessDowngraded), describe(identity).constData());
    }

    void read_withWrongCan_stopsWithWrongKey()
    {
        SimulatedChip chip;
        auto request = chip.request();
        request.keys = {CanKey{"111111"}, CanKey{"222222"}, CanKey{"333333"}, chip.can()};
        const auto identity = readChip(chip.channel(), request);
        QCOMPARE(identity.error().code, FailureCode::AccessKeyWrong);
        QVERIFY(identity.error().detail.starts_with("3 keys"));
    }

    void read_withSecondKeyRight_opens()
    {
        SimulatedChip chip;
        auto request = chip.request();
        request.keys = {CanKey{"111111"}, chip.can()};
        const auto identity = readChip(chip.channel(), request);
        VERIFY_READ(identity);
    }

    void read_withOneByteOfDg1Changed_namesDg1AndParsesNothing()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.flip = {"DG1:20"}; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY(identity->authenticity.passive == PassiveResult::Failed);
        QVERIFY2(hasReason(*identity, FailureCode::DataGroupHashMismatch, "DG1"), describe(identity).constData());
        QVERIFY(identity->identity.documentNumber.empty());
    }

    void read_withUnknownIssuer_isIntactButNotConfirmed()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.pki.known = false; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(identity->authenticity.passive == PassiveResult::IssuerUnknown, describe(identity).constData());
        QCOMPARE(exitStatus(identity->authenticity), 6);
    }

    void read_withWithheldDg15_fails()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.withheld = {"DG15"}; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(hasReason(*identity, FailureCode::ChipProofWithheld), describe(identity).constData());
        QVERIFY(identity->authenticity.active == ChipProof::Failed);
        QCOMPARE(exitStatus(identity->authenticity), 5);
    }

    void read_withClonedChip_fails()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.cloned = true; });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(hasReason(*identity, FailureCode::ActiveAuthenticationFailed), describe(identity).constData());
        QVERIFY2(identity->authenticity.chip == ChipProof::Failed, describe(identity).constData());
        QVERIFY2(identity->photo.has_value(), describe(identity).constData());
        QCOMPARE(exitStatus(identity->authenticity), 5);
    }

    void read_whenStopped_isCancelled()
    {
        SimulatedChip chip;
        std::stop_source stop;
        auto request = chip.request();
        request.stop = stop.get_token();
        request.progress = [&](const ReadProgress& progress) {
            if (progress.file == "DG1")
                stop.request_stop();
        };
        QCOMPARE(readChip(chip.channel(), request).error().code, FailureCode::Cancelled);
    }

    void read_asksForTheChallengeBoundToTheSod()
    {
        SimulatedChip chip;
        auto request = chip.request();
        Bytes seen;
        request.challenge = [&](ByteView sod) -> Result<Bytes> {
            seen.assign(sod.begin(), sod.end());
            return Bytes{1, 2, 3, 4, 5, 6, 7, 8};
        };
        const auto identity = readChip(chip.channel(), request);
        VERIFY_READ(identity);
        QCOMPARE(seen, identity->files.at("EF.SOD").raw);
        QCOMPARE(identity->activeAuthentication->challenge, (Bytes{1, 2, 3, 4, 5, 6, 7, 8}));
    }
};

QTEST_APPLESS_MAIN(TestChipReader)
#include "tst_chip_reader.moc"
