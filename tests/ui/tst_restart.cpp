// Between two people a self-service kiosk starts anew behind a picture of its greeting: a whole session of an invented
// person in the real window, and then a search of the next process's memory.

#include "tests/app/session/kit/counter.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using counter::Counter;

namespace {

/// The invented person of the card profile, as the chip, the pages and the carrier spell it.
const QStringList secrets = {QStringLiteral("Nguyễn Thị Ấn"),   QStringLiteral("NGUYEN<<THI<AN"),
                             QStringLiteral("099199000017"),    QStringLiteral("Đường Không Có Thật"),
                             QStringLiteral("+84900000017"),    QStringLiteral("0900 000 017"),
                             QStringLiteral("NGUYEN THI AN")};

using Patterns = QList<std::pair<QString, QByteArray>>;

/// Each of them as the libraries keep text: in UTF-8 and in UTF-16.
Patterns patterns()
{
    Patterns all;
    for (const QString& each : secrets) {
        all.append({each + " (UTF-8)", each.toUtf8()});
        all.append({each + " (UTF-16)",
                    QByteArray(reinterpret_cast<const char*>(each.utf16()), each.size() * qsizetype(sizeof(char16_t)))});
    }
    return all;
}

/// What the keeper is asked about a card (ui/program/kept_refusals.h) and must not keep: a digest of nine digits is found by
/// trying them.
Patterns patternsOfTheKeeper()
{
    const QByteArray number = "199000017";
    const QByteArray digest = QCryptographicHash::hash(number, QCryptographicHash::Sha256);
    return patterns() + Patterns{{"document number", number}, {"its digest", digest}, {"the same, in digits", digest.toHex()}};
}

/// proc(5): behind the name in brackets and the state.
qint64 parentOf(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

struct Search
{
    QStringList found;
    qint64 bytes = 0; ///< that could be read
};

/// All that a process has written or could have: its writable mappings, and the shared ones too.
Search searchMemory(qint64 pid, const Patterns& all)
{
    Search search;
    const QString folder = QStringLiteral("/proc/%1/").arg(pid);
    QFile maps(folder + "maps");
    QFile memory(folder + "mem");
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return search;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        static const QRegularExpression mapping(QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) r"));
        const auto match = mapping.match(QString::fromLatin1(line));
        if (!match.hasMatch())
            continue;
        const qint64 from = match.captured(1).toLongLong(nullptr, 16);
        const qint64 size = match.captured(2).toLongLong(nullptr, 16) - from;
        if (from < 0 || !memory.seek(from)) // vsyscall
            continue;
        const QByteArray content = memory.read(size);
        search.bytes += content.size();
        for (const auto& [name, pattern] : all)
            if (content.contains(pattern))
                search.found << name;
    }
    search.found.removeDuplicates();
    return search;
}

} // namespace

class TestRestart : public QObject
{
    Q_OBJECT

    std::unique_ptr<Counter> m_counter;

private slots:
    void initTestCase()
    {
        if (const QString missing = Counter::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        if (const QString missing = Counter::missingReader(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_counter = std::make_unique<Counter>();
    }

    void memory_ofTheNextProcess_holdsNothingOfTheLastPerson()
    {
        QProcess kiosk;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("CHINHCHU_PHOTOS", Counter::photograph({}));
        environment.insert("QT_LOGGING_RULES", "chinhchu.keeper.info=true");
        kiosk.setProcessEnvironment(environment);
        kiosk.setProcessChannelMode(QProcess::MergedChannels);
        QByteArray said;
        qint64 first = 0;
        qint64 second = 0;
        int behindThePicture = 0;
        Search before;
        connect(&kiosk, &QProcess::readyRead, this, [&] {
            said += kiosk.readAll();
            static const QRegularExpression shown(QStringLiteral("process (\\d+) shown after (\\d+) ms"));
            auto each = shown.globalMatch(QString::fromUtf8(said));
            if (first == 0 && each.hasNext())
                first = each.next().captured(1).toLongLong();
            else if (each.hasNext())
                each.next();
            if (each.hasNext()) {
                const auto match = each.next();
                second = match.captured(1).toLongLong();
                behindThePicture = match.captured(2).toInt();
            }
            // The search has to be able to find something: the first process, held where the person is on the screen.
            if (before.bytes == 0 && first != 0 && said.contains("\nChooseNumbers ")) {
                ::kill(static_cast<pid_t>(first), SIGSTOP);
                before = searchMemory(first, patterns());
                ::kill(static_cast<pid_t>(first), SIGCONT);
            }
        });

        kiosk.start(CHINHCHU_PRIVATE_PCSCD,
                    {"--simulator", CCCD_SIMULATOR, "--profile", m_counter->profile("cccd-2021"), "--pki",
                     m_counter->path("issuer"), "--", CHINHCHU_KIOSK_DEMO, "--keep", "--home", m_counter->home(),
                     "--trust", m_counter->trust(), "--camera", Counter::holder(), "--walk-can", "000017",
                     "--walk-msisdn", "0900000017", "--walk-finish", "--size", "1366x768"});
        const bool changed = QTest::qWaitFor([&] { return second != 0 || kiosk.state() == QProcess::NotRunning; }, 180000);

        QVERIFY2(changed && second != 0, said.constData());
        if (before.bytes == 0)
            QSKIP("the memory of other processes cannot be read here");
        // The person is in the first process: in its view models, its window and its session.
        QVERIFY2(before.found.contains(secrets.first() + " (UTF-16)"), qPrintable(before.found.join(u'\n')));
        QVERIFY2(before.found.size() >= 4, qPrintable(before.found.join(u'\n')));
        const Search after = searchMemory(second, patternsOfTheKeeper());
        QVERIFY(after.bytes > 10'000'000);
        QVERIFY2(after.found.isEmpty(), qPrintable(after.found.join(u'\n')));
        // Nor the keeper, which was asked about the card.
        const Search keeper = searchMemory(parentOf(second), patternsOfTheKeeper());
        QVERIFY(keeper.bytes > 1'000'000);
        QVERIFY2(keeper.found.isEmpty(), qPrintable(keeper.found.join(u'\n')));
        // And the first one goes.
        QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(first), 0) != 0, 20000);
        qInfo("%lld MB of the first process hold %s; %lld MB of the next hold nothing; it came after %d ms",
              static_cast<long long>(before.bytes / 1'000'000), qPrintable(before.found.join(", ")),
              static_cast<long long>(after.bytes / 1'000'000), behindThePicture);
        kiosk.terminate();
        kiosk.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
