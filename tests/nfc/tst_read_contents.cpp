#include "nfc/lds/ber_tlv.h"
#include "nfc/reading/card_experience.h"
#include "tests/nfc/read_report.h"
#include "tests/nfc/simulated_chip.h"
#include "tests/nfc/wrapped_channel.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::nfc;
using chinhchu::test::SimulatedChip;
using chinhchu::test::stepOf;

namespace {

using Change = std::function<void(chip::Profile&)>;

/// A copy of a chip of that profile, with what @p change does to the finished card.
SimulatedChip chipWith(const char* profile, const Change& change, const std::function<void(chip::CardImage&)>& finish)
{
    chip::CardImage image = SimulatedChip(change, profile).card().image();
    finish(image);
    return SimulatedChip(image);
}

void withoutActiveAuthentication(chip::Profile& profile)
{
    profile.activeAuthentication.key.clear();
}

/// Counts the commands with that instruction and P1.
struct CommandCounter
{
    std::uint8_t ins;
    std::uint8_t p1;
    int count = 0;
    Result<Bytes> operator()(int, ByteView command, Result<Bytes> answer)
    {
        count += command[1] == ins && command[2] == p1;
        return answer;
    }
};

} // namespace

/// What is read, by which commands, and what of it counts as a proof.
class TestReadContents : public QObject
{
    Q_OBJECT

private slots:
    // --- PACE with Chip Authentication Mapping ---

    void chipAuthenticationMapping_withSignedKey_provesTheChip()
    {
        SimulatedChip chip({}, "passport-chip-mapping");
        CommandCounter chipAuthentications{0x22, 0x41};
        test::WrappedChannel channel(chip.channel(), std::ref(chipAuthentications));
        const auto identity = readChip(channel, chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->authenticity.chip == ChipProof::Passed);
        QVERIFY(identity->files.contains("EF.CardSecurity"));
        const auto* step = stepOf(*identity, "chip-authentication", "EF.CardSecurity");
        QVERIFY(step != nullptr && step->outcome == VerdictStep::Outcome::Passed);
        QVERIFY2(step->detail.find("attested by this device") != std::string::npos, step->detail.c_str());
        QCOMPARE(chipAuthentications.count, 0); // the proof was there already
    }

    void chipAuthenticationMapping_withChangedCardSecurity_fails()
    {
        auto chip = chipWith("passport-chip-mapping", {}, [](chip::CardImage& image) {
            image.cardSecurity[image.cardSecurity.size() - 10] ^= 1; // in the signature
        });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_READ(identity);
        QVERIFY2(identity->authenticity.chip == ChipProof::Failed, test::describe(identity).constData());
        QVERIFY(test::hasReason(*identity, FailureCode::ChipAuthenticationFailed, "EF.CardSecurity"));
        QCOMPARE(exitStatus(identity->authenticity), 5);
    }

    /// A copy of all files, with another private key behind them.
    void chipAuthenticationMapping_withClonedChip_fails()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.attack.cloned = true; }, "passport-chip-mapping");
        const auto identity = readChip(chip.channel(), chip.request());
        QVERIFY2(!identity || exitStatus(identity->authenticity) == 5, test::describe(identity).constData());
    }

    /// Anybody can sign a key of his own; a genuine EF.SOD beside it does not make it the issuer's.
    void chipAuthenticationMapping_withKeyOfSomebodyElse_isNoProof()
    {
        const auto stranger = SimulatedChip(
                                  [](chip::Profile& profile) {
                                      profile.pki.known = false;
                                      profile.pki.country = "AX";
                                  },
                                  "passport-chip-mapping")
                                  .card()
                                  .image();
        auto chip = chipWith("passport-chip-mapping", withoutActiveAuthentication, [&](chip::CardImage& image) {
            image.cardSecurity = stranger.cardSecurity;
            image.chipKeys = stranger.chipKeys;
        });
        const auto identity = readChip(chip.channel(), chip.request());
        QVERIFY2(!identity || identity->authenticity.chip != ChipProof::Passed, test::describe(identity).constData());
    }

    /// The mapping of the new channel recognises the chip: nothing is read twice.
    void chipAuthenticationMapping_afterALift_recognisesTheChip()
    {
        const auto image = SimulatedChip(withoutActiveAuthentication, "passport-chip-mapping").card().image();
        SimulatedChip quiet(image);
        const auto undisturbed = readChip(quiet.channel(), quiet.request());
        VERIFY_VERIFIED(undisturbed);
        SimulatedChip lifted(image);
        lifted.faults().plan().add("remove@" + std::to_string(undisturbed->timing.apdus - 2) + ":500");
        const auto identity = readChip(lifted.channel(), lifted.request());
        VERIFY_VERIFIED(identity);
        QCOMPARE(identity->timing.bytes, undisturbed->timing.bytes);
    }

    void chipAuthenticationMapping_withAnotherChipPutBack_isNoticed()
    {
        const auto first = SimulatedChip(withoutActiveAuthentication, "passport-chip-mapping").card().image();
        auto second = first;
        second.chipKeys = SimulatedChip(withoutActiveAuthentication, "passport-chip-mapping").card().image().chipKeys;
        SimulatedChip original(first);
        SimulatedChip swapped(second);
        original.faults().plan().add("remove@19:500");
        struct Swapping final : ApduChannel
        {
            ApduChannel& before;
            ApduChannel& after;
            bool isSwapped = false;
            Swapping(ApduChannel& a, ApduChannel& b)
                : before(a)
                , after(b)
            {
            }
            ApduChannel& now() { return isSwapped ? after : before; }
            Result<Bytes> transmit(ByteView command) override { return now().transmit(command); }
            Result<void> reset() override { return now().reset(); }
            Result<void> reconnect(int milliseconds) override
            {
                isSwapped = true;
                return after.reconnect(milliseconds);
            }
            const ChannelInfo& info() const override { return before.info(); }
        } channel(original.channel(), swapped.channel());
        const auto identity = readChip(channel, original.request());
        QVERIFY2(!identity.has_value(), test::describe(identity).constData());
        QCOMPARE(identity.error().code, FailureCode::DifferentCard);
    }

    // --- what the card says of its limits ---

    void cardLimits_fromEfAtrInfo_areKept()
    {
        auto chip = chipWith("cccd-2021", {}, [](chip::CardImage& image) {
            image.masterFiles[0x2F01] = {0x43, 0x01, 0xB8, 0x7F, 0x66, 0x08, 0x02, 0x02,
                                         0x04, 0x00, 0x02, 0x02, 0x02, 0x00}; // commands of 1024 bytes, answers of 512
        });
        std::size_t longest = 0;
        test::WrappedChannel channel(chip.channel(), [&](int, ByteView, Result<Bytes> answer) {
            longest = std::max(longest, answer ? answer->size() : 0);
            return answer;
        });
        const auto identity = readChip(channel, chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->files.contains("EF.ATR"));
        QVERIFY2(longest <= 512 && longest > 400, qPrintable(QString::number(longest)));
    }

    /// A reader that loses what is longer than its buffer, without saying how long that is.
    void longAnswersThatGetLost_areNotAskedForAgain()
    {
        SimulatedChip chip;
        const auto lossy = [](int, ByteView, Result<Bytes> answer) -> Result<Bytes> {
            if (answer && answer->size() > 1500)
                return fail(FailureCode::CardNotAnswering, "lost");
            return answer;
        };
        test::WrappedChannel channel(chip.channel(), lossy);
        ExperienceBook book;
        auto request = chip.request();
        request.experience = &book;

        const auto first = readChip(channel, request);
        VERIFY_VERIFIED(first);
        QVERIFY(chip.channel().reset().has_value());
        const auto second = readChip(channel, request);
        VERIFY_VERIFIED(second);

        QVERIFY2(second->timing.apdus + 8 < first->timing.apdus,
                 qPrintable(QString("%1, then %2").arg(first->timing.apdus).arg(second->timing.apdus)));
    }

    void experience_withCardOfTheSameKind_savesCommands_data()
    {
        QTest::addColumn<bool>("extended");
        QTest::addColumn<bool>("shortIds");
        QTest::newRow("everything works") << true << true;
        QTest::newRow("short APDUs, SELECT") << false << false;
    }
    void experience_withCardOfTheSameKind_savesCommands()
    {
        QFETCH(bool, extended);
        QFETCH(bool, shortIds);
        SimulatedChip chip([&](chip::Profile& profile) {
            profile.limits.extendedLength = extended;
            profile.limits.shortFileIds = shortIds;
        });
        ExperienceBook book;
        auto request = chip.request();
        request.experience = &book;
        const auto first = readChip(chip.channel(), request);
        VERIFY_VERIFIED(first);
        QVERIFY(chip.channel().reset().has_value());
        const auto second = readChip(chip.channel(), request);
        VERIFY_VERIFIED(second);
        QVERIFY2(second->timing.apdus < first->timing.apdus,
                 qPrintable(QString("%1, then %2").arg(first->timing.apdus).arg(second->timing.apdus)));
    }

    void experience_thatIsWrong_doesNoHarm_data()
    {
        QTest::addColumn<int>("extended");
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("needsSelect");
        using Extended = CardExperience::Extended;
        QTest::newRow("much less than works") << int(Extended::Fails) << 64 << true;
        QTest::newRow("much more than works") << int(Extended::Works) << 16384 << false;
    }
    void experience_thatIsWrong_doesNoHarm()
    {
        QFETCH(int, extended);
        QFETCH(int, answer);
        QFETCH(bool, needsSelect);
        SimulatedChip chip([&](chip::Profile& profile) { profile.limits.extendedLength = answer < 256; });
        ExperienceBook book;
        const auto& info = chip.channel().info();
        book.keep(info.name, std::string(info.atr.begin(), info.atr.end()),
                  {static_cast<CardExperience::Extended>(extended), std::size_t(answer), needsSelect});
        auto request = chip.request();
        request.experience = &book;
        VERIFY_VERIFIED(readChip(chip.channel(), request));
    }

    /// A card that ends the read instead of giving what there is when it is asked for more.
    void read_withCardThatRefusesToReadBeyondTheEnd_readsHeadersFirst()
    {
        SimulatedChip chip;
        test::WrappedChannel strict(chip.channel(), [&](int, ByteView command, Result<Bytes> answer) -> Result<Bytes> {
            const bool plainRead = command[0] == 0x00 && command[1] == 0xB0;
            const std::size_t asked = command.size() == 7 ? std::size_t(command[5]) << 8 | command[6] : command.back();
            if (plainRead && answer && answer->size() - 2 < asked)
                return Bytes{0x6B, 0x00};
            return answer;
        });
        const auto identity = readChip(strict, chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->access == AccessProtocol::Pace);
    }

    // --- files ---

    void read_ofFileAbove32Kilobytes_usesTheOddInstruction()
    {
        SimulatedChip chip([](chip::Profile& profile) { profile.identity.features = std::string(70'000, 'x'); });
        CommandCounter oddReads{0xB1, 0x00};
        test::WrappedChannel channel(chip.channel(), std::ref(oddReads));
        const auto identity = readChip(channel, chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->files.at("DG13").raw.size() > 70'000);
        QVERIFY(oddReads.count > 0);
        QVERIFY(identity->identity.number == SecretText("099199000017"));
    }

    void read_ofFileAbove32KilobytesInShortApdus_isRight()
    {
        SimulatedChip chip([](chip::Profile& profile) {
            profile.identity.features = std::string(40'000, 'x');
            profile.limits.extendedLength = false;
        });
        const auto identity = readChip(chip.channel(), chip.request());
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->files.at("DG13").raw.size() > 40'000);
    }

    void read_ofEverything_recordsWhatIsRefused()
    {
        auto chip = chipWith(
            "cccd-2021",
            [](chip::Profile& profile) {
                profile.card.groups = {"DG1", "DG2", "DG3", "DG11", "DG13"};
            },
            [](chip::CardImage& image) {
                image.masterFiles[0x2F00] = {0x61, 0x09, 0x4F, 0x07, 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
            });
        auto request = chip.request();
        request.content = ReadContent::Everything;
        const auto identity = readChip(chip.channel(), request);
        VERIFY_VERIFIED(identity);
        QCOMPARE(identity->missing.at("DG3"), std::string("6982"));
        QVERIFY(identity->files.contains("DG11"));
        QVERIFY(identity->files.contains("EF.DIR"));
    }

    void read_ofPassport_takesFromDg11WhatDg1HasNoRoomFor()
    {
        SimulatedChip chip({}, "passport-bac-sha1");
        auto request = chip.request();
        request.keys = {chip.mrz()};
        const auto identity = readChip(chip.channel(), request);
        VERIFY_READ(identity);
        QVERIFY2(identity->identity.fullName == SecretText("VI DU MINH HOA"), test::describe(identity).constData());
        QVERIFY(identity->identity.number.empty());
    }

    // --- cross-checks ---

    void read_withQrCodeOfTheCard_agrees()
    {
        SimulatedChip chip;
        auto request = chip.request();
        request.printed = *cccd::parseQrCode(chip.card().image().qr);
        const auto identity = readChip(chip.channel(), request);
        VERIFY_VERIFIED(identity);
        QVERIFY(identity->disagreements.empty());
        QVERIFY(stepOf(*identity, "identity", "QR, DG1, DG13") != nullptr);
    }

    void read_withQrCodeOfAnotherPerson_namesTheFields()
    {
        SimulatedChip chip;
        auto request = chip.request();
        request.printed = *cccd::parseQrCode("099199000018||Nguyễn Thị Ẩn|16011999|Nam|Số 1 Đường Khác|01062021");
        const auto identity = readChip(chip.channel(), request);
        VERIFY_VERIFIED(identity); // nobody signed the code: a warning
        std::set<std::string> fields;
        for (const auto& each : identity->disagreements) {
            QCOMPARE(each.first, std::string("QR"));
            fields.insert(each.field);
        }
        QVERIFY(fields.contains("number") && fields.contains("birthDate") && fields.contains("sex") &&
                fields.contains("residence") && fields.contains("documentNumber"));
        QVERIFY(!fields.contains("fullName") && !fields.contains("issueDate"));
        const auto* step = stepOf(*identity, "identity", "birthDate");
        QVERIFY(step != nullptr && step->outcome == VerdictStep::Outcome::Warning);
    }
};

QTEST_APPLESS_MAIN(TestReadContents)
#include "tst_read_contents.moc"
