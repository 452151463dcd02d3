#include "nfc/authenticity/saved_files.h"
#include "tests/nfc/shared_vectors.h"
#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/profile/profile_reader.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace chinhchu;
using namespace chinhchu::nfc;

namespace {

const auto now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

bool names(const AuthenticityVerdict& verdict, FailureCode code, const char* subject)
{
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                       [&](const VerdictReason& reason) { return reason.code == code && reason.subject == subject; });
}

} // namespace

/// Files of simulated cards, saved into a folder, sometimes not all of them.
class SavedFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void verifySavedFiles_ofAWholeCard_verifies();
    void verifySavedFiles_withoutTheKeysThatAreSigned_areWithheld_data();
    void verifySavedFiles_withoutTheKeysThatAreSigned_areWithheld();
    void verifySavedFiles_withoutProofOfTheChip_areNeverVerified_data();
    void verifySavedFiles_withoutProofOfTheChip_areNeverVerified();
    void verifySavedFiles_withoutDg1_failAndSayWhose();
    void verifySavedFiles_withFilesNobodyKnows_leaveThemAlone();
    void verifySavedFiles_ofAnotherCardsDg13_fail();
    void verifySavedFiles_ofNoFolder_areUnreadable();

private:
    /// Makes the card of a profile, changed, and saves its files and those of its issuer.
    Result<AuthenticityVerdict> verdictOf(const std::string& profile, const std::set<std::string>& leftOut = {},
                                          const std::function<void(chip::Profile&)>& change = {},
                                          const std::map<std::string, Bytes>& added = {})
    {
        auto read = chip::readProfile(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/" + profile + ".toml");
        if (change)
            change(read);
        const chip::CardImage card = chip::personalise(read, {m_pki.path().toStdString(), ""});
        for (int number = 0; number <= 17; ++number) {
            const std::string name = number == 0 ? "EF.COM" : number == 17 ? "EF.SOD" : "DG" + std::to_string(number);
            const auto file = card.files.find(chip::fileIdentifier(name));
            if (file != card.files.end() && !leftOut.contains(name))
                save(name, file->second);
        }
        for (const auto& [name, content] : added)
            save(name, content);
        const auto trust = TrustStore::load(m_pki.path().toStdString() + "/csca");
        return verifySavedFiles(m_folder->path().toStdString(), *trust, now);
    }

    void save(std::string name, const Bytes& content)
    {
        std::replace(name.begin(), name.end(), '.', '_');
        QFile file(m_folder->filePath(QString::fromStdString((name[0] == 'D' ? "EF_" : "") + name + ".bin")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(reinterpret_cast<const char*>(content.data()), qint64(content.size()));
    }

    QTemporaryDir m_pki;
    std::optional<QTemporaryDir> m_folder;
};

void SavedFilesTest::verifySavedFiles_ofAWholeCard_verifies()
{
    const auto verdict = verdictOf("cccd-2021");

    QVERIFY(verdict);
    QVERIFY(verdict->passive == PassiveResult::Verified);
    QVERIFY(verdict->active == ChipProof::NotPerformed);
    QVERIFY(verdict->chip == ChipProof::NotPerformed);
    QVERIFY(verdict->reasons.empty());
    QCOMPARE(exitStatus(*verdict), 0);
}

/// Left out of the folder, DG14 and DG15 were once "not performed" and the folder verified: whoever copies a chip
/// leaves out exactly these.
void SavedFilesTest::verifySavedFiles_withoutTheKeysThatAreSigned_areWithheld_data()
{
    QTest::addColumn<QString>("group");
    QTest::newRow("DG14") << "DG14";
    QTest::newRow("DG15") << "DG15";
}

void SavedFilesTest::verifySavedFiles_withoutTheKeysThatAreSigned_areWithheld()
{
    QFETCH(QString, group);

    const auto verdict = verdictOf("cccd-2021", {group.toStdString()});

    QVERIFY(verdict);
    QVERIFY(names(*verdict, FailureCode::ChipProofWithheld, qPrintable(group)));
    QCOMPARE(exitStatus(*verdict), 5);
}

/// A SOD that hashes neither DG14 nor DG15 once gave a plain "verified".
void SavedFilesTest::verifySavedFiles_withoutProofOfTheChip_areNeverVerified_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<int>("exit");
    QTest::newRow("citizen card") << "attack-without-proof" << FailureCode::ChipProofRequired << 5;
    QTest::newRow("passport") << "passport-without-proof" << FailureCode::ChipProofAbsent << 6;
}

void SavedFilesTest::verifySavedFiles_withoutProofOfTheChip_areNeverVerified()
{
    QFETCH(QString, profile);
    QFETCH(FailureCode, code);
    QFETCH(int, exit);

    const auto verdict = verdictOf(profile.toStdString());

    QVERIFY(verdict);
    QVERIFY(verdict->passive == PassiveResult::Verified); // the issuer's word is right; that is another question
    QVERIFY(names(*verdict, code, "DG14, DG15"));
    QCOMPARE(verdict->reasons.size(), 1u);
    QCOMPARE(exitStatus(*verdict), exit);
}

void SavedFilesTest::verifySavedFiles_withoutDg1_failAndSayWhose()
{
    const auto verdict = verdictOf("cccd-2021", {"DG1"});

    QVERIFY(verdict);
    QVERIFY(names(*verdict, FailureCode::DataGroupMissing, "DG1"));
    QCOMPARE(exitStatus(*verdict), 5);
}

void SavedFilesTest::verifySavedFiles_withFilesNobodyKnows_leaveThemAlone()
{
    const auto verdict = verdictOf("cccd-2021", {"DG13"}, {}, {{"DG7", Bytes{0x67, 0}}});

    QVERIFY(verdict);
    QCOMPARE(exitStatus(*verdict), 0);
    const auto skipped = std::count_if(verdict->steps.begin(), verdict->steps.end(), [](const VerdictStep& step) {
        return step.outcome == VerdictStep::Outcome::NotPerformed && (step.subject == "DG7" || step.subject == "DG13");
    });
    QCOMPARE(skipped, 2);
}

void SavedFilesTest::verifySavedFiles_ofAnotherCardsDg13_fail()
{
    const auto verdict = verdictOf("cccd-2021", {}, {}, {{"DG13", Bytes{0x6D, 0}}});

    QVERIFY(verdict);
    QVERIFY(names(*verdict, FailureCode::DataGroupHashMismatch, "DG13"));
}

void SavedFilesTest::verifySavedFiles_ofNoFolder_areUnreadable()
{
    const std::string folder = m_folder->path().toStdString();
    QVERIFY(verifySavedFiles(folder + "/nowhere", {}, now).error().code == FailureCode::FileUnreadable);
    for (const char* name : {"/EF_SOD.bin", "/EF_COM.bin", "/EF_DG2.bin"}) {
        QCOMPARE(::mkfifo((folder + name).c_str(), 0600), 0);
        QVERIFY(verifySavedFiles(folder, {}, now).error().code == FailureCode::FileUnreadable);
        QCOMPARE(::unlink((folder + name).c_str()), 0);
    }
}

QTEST_GUILESS_MAIN(SavedFilesTest)
#include "tst_saved_files.moc"
