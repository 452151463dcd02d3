#include "app/audit/audit_trail.h"
#include "tests/app/audit/trail_files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

constexpr int Lines = 9;

struct stat stateOf(const QString& path)
{
    struct stat state = {};
    ::stat(qPrintable(path), &state);
    return state;
}

QString changeOf(const struct stat& state)
{
    return QStringLiteral("%1.%2").arg(state.st_ctim.tv_sec).arg(state.st_ctim.tv_nsec, 9, 10, QLatin1Char('0'));
}

/// In place, as somebody does who wants the file to look untouched. Again within the same tick of the kernel's clock, which
/// is what the time of a change is counted in.
void overwrite(const QString& path, qsizetype at, const QByteArray& bytes)
{
    const QString before = changeOf(stateOf(path));
    while (changeOf(stateOf(path)) == before) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(at);
        file.write(bytes);
    }
}

} // namespace

/// A trail that was checked is not read again, and one that was changed in any way is.
class TestCheckedTrail : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("audit.log");
        m_checked = m_file + ".checked";
        recordSome(Lines);
    }

    /// It was read whole at every start of a program: a second at 60,000 lines.
    void open_ofATrailThatWasChecked_readsNothingAndGoesOn()
    {
        for (int time = 1; time <= 3; ++time) {
            const auto trail = *AuditTrail::open(m_file);
            QCOMPARE(trail->linesChecked(), 0);
            QCOMPARE(trail->head().text(), AuditTrail::verify(m_file).value().text());
            QVERIFY(trail->record({"kiosk", "session-started", "a"}));
            QCOMPARE(AuditTrail::verify(m_file).value().size, Lines + time);
        }
    }

    void open_afterTwoWroteInTurns_readsNothing()
    {
        {
            const auto first = *AuditTrail::open(m_file);
            const auto second = *AuditTrail::open(m_file);
            QVERIFY(first->record({"kiosk", "session-started", "a"}));
            QVERIFY(second->record({"clerk-7", "settings-changed", ""}));
            QVERIFY(first->record({"kiosk", "session-started", "b"}));
            QCOMPARE(first->linesChecked(), 1); // the other's
        }
        const auto trail = *AuditTrail::open(m_file);
        QCOMPARE(trail->linesChecked(), 0);
        QCOMPARE(trail->head().text(), AuditTrail::verify(m_file).value().text());
    }

    void open_afterALineWasChangedInPlace_isRefused()
    {
        const struct stat before = stateOf(m_file);
        overwrite(m_file, contentOf(m_file).indexOf("kiosk"), "nobod");
        // Set back to what it was: the time of the inode's change cannot be.
        const timespec times[2] = {before.st_atim, before.st_mtim};
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(m_file), times, 0), 0);

        const auto trail = AuditTrail::open(m_file);

        QVERIFY(!trail);
        QCOMPARE(trail.error().detail, std::string("line 2: does not continue the lines before it"));
    }

    void open_afterTheEndWasCutOff_isRefused()
    {
        const QByteArray whole = contentOf(m_file);
        write(m_file, whole.left(whole.lastIndexOf('\n', -2) + 1));
        QVERIFY(!AuditTrail::open(m_file));
    }

    void open_afterTheHeadWasExchanged_isRefused()
    {
        QByteArray head = contentOf(m_file + ".head");
        head[head.size() - 2] = head[head.size() - 2] == '0' ? '1' : '0';
        write(m_file + ".head", head);
        QVERIFY(!AuditTrail::open(m_file));
    }

    void open_withAnotherTrailInItsPlace_checksAll()
    {
        QVERIFY(QFile::copy(m_file, m_file + ".copy"));
        QVERIFY(QFile::remove(m_file) && QFile::rename(m_file + ".copy", m_file));
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines);
    }

    /// Killed between the line and what is kept of it.
    void open_withWhatWasKeptOneLineBefore_checksAll()
    {
        const QByteArray before = contentOf(m_checked);
        const QByteArray headBefore = contentOf(m_file + ".head");
        recordSome(1);
        write(m_checked, before);
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines + 1);
        write(m_checked, before);
        write(m_file + ".head", headBefore);
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines + 1);
    }

    void open_withWhatWasKeptDamaged_checksAll_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const QByteArray start = contentOf("/proc/sys/kernel/random/boot_id").trimmed();
        QTest::newRow("another start of the machine") << start << QByteArray("0").repeated(start.size());
        QTest::newRow("another size") << QByteArray("\"size\": 9") << QByteArray("\"size\": 5");
        QTest::newRow("a size below nothing") << QByteArray("\"size\": 9") << QByteArray("\"size\": -9");
        QTest::newRow("no whole check") << QByteArray("\"wholeAtMs\"") << QByteArray("\"wholeAt__\"");
        QTest::newRow("a whole check to come") << QByteArray("\"wholeAtMs\": ") << QByteArray("\"wholeAtMs\": 9000000000");
        QTest::newRow("a member less") << QByteArray("\"subtrees\"") << QByteArray("\"others\"");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[");
    }

    void open_withWhatWasKeptDamaged_checksAll()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QByteArray kept = contentOf(m_checked);
        QVERIFY(kept.contains(from));
        write(m_checked, QByteArray(kept).replace(from, to));

        const auto trail = *AuditTrail::open(m_file);

        QCOMPARE(trail->linesChecked(), Lines);
        QCOMPARE(trail->head().text(), AuditTrail::verify(m_file).value().text());
    }

    void open_withOtherSubtrees_checksAll()
    {
        QJsonObject kept = QJsonDocument::fromJson(contentOf(m_checked)).object();
        const QJsonArray subtrees = kept["subtrees"].toArray();
        QCOMPARE(subtrees.size(), 2); // 9 = 8 + 1
        kept["subtrees"] = QJsonArray{subtrees[1], subtrees[0]};
        write(m_checked, QJsonDocument(kept).toJson());
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines);
    }

    void open_withAnEmptyFileBesideIt_checksAllOnce()
    {
        write(m_checked, {});
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines);
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), 0);
    }

    /// Else a machine that runs for a year would check its trail once a year.
    void open_aDayAfterTheWholeCheck_checksAll()
    {
        QJsonObject kept = QJsonDocument::fromJson(contentOf(m_checked)).object();
        kept["wholeAtMs"] = kept["wholeAtMs"].toInteger() - 24LL * 3600 * 1000;
        write(m_checked, QJsonDocument(kept).toJson());
        QCOMPARE((*AuditTrail::open(m_file))->linesChecked(), Lines);
    }

    /// Who can write as the kiosk's user can make an opening believe: whoever verifies does not.
    void verify_ofAChangeThatWasMadeToLookChecked_fails()
    {
        QJsonObject kept = QJsonDocument::fromJson(contentOf(m_checked)).object();
        const struct stat before = stateOf(m_file);
        overwrite(m_file, contentOf(m_file).indexOf("kiosk"), "nobod");
        const struct stat after = stateOf(m_file);
        kept["trail"] = kept["trail"].toString().replace(changeOf(before), changeOf(after));
        write(m_checked, QJsonDocument(kept).toJson());

        QVERIFY(AuditTrail::open(m_file));
        QVERIFY(!AuditTrail::verify(m_file));
    }

private:
    void recordSome(int count)
    {
        const auto trail = AuditTrail::open(m_file);
        QVERIFY2(trail, trail ? "" : trail.error().detail.c_str());
        std::vector<AuditEvent> events;
        for (int i = 0; i < count; ++i)
            events.push_back({"kiosk", "session-started", QString::number(i)});
        QVERIFY((*trail)->recordMissing(events, QFileInfo(m_file).size()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_checked;
};

QTEST_GUILESS_MAIN(TestCheckedTrail)
#include "tst_checked_trail.moc"
