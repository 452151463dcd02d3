#include "nfc/chip_reader.h"
#include "tests/nfc/simulated_chip.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;

namespace {

QByteArray describe(const Result<ChipIdentity>& identity)
{
    if (!identity)
        return QByteArray::fromStdString(std::string(codeName(identity.error().code)) + ": " + identity.error().detail);
    QByteArray text("fallback: ");
    text += identity->fallbackReason + ", apdus " + std::to_string(identity->timing.apdus);
    for (const auto& reason : identity->authenticity.reasons)
        text += " / " + std::string(codeName(reason.code)) + ' ' + reason.subject;
    for (const auto& [name, problem] : identity->missing)
        text += " / missing " + name + ' ' + problem;
    return text;
}

} // namespace

/// What users of other readers report from the field, each as a card that does it. The numbers are those of the list of
/// symptoms that this project keeps; 6 and 7 are in tst_pace, 12 to 14 and 16 with authenticity, 17 in
/// tst_reader_service.
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

    void symptom10_activeAuthenticationRunsBeforeChipAuthentication()
    {
        SimulatedChip chip;
        const auto identity = readBy(chip);
        expectVerified(identity);
        QVERIFY(identity->authenticity.active == ChipProof::Passed && identity->authenticity.chip == ChipProof::Passed);
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
