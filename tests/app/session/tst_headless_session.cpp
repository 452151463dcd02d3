// A session without a screen, when what it waits for never comes.

#include "app/cli/headless_session.h"
#include "tests/app/session/kit/quick_counter.h"

#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;

class TestHeadlessSession : public QObject
{
    Q_OBJECT

private slots:
    /// The page's time ran out while the carrier was awaited: the session went home, and the command hung for ever.
    void session_whoseTimeRunsOut_ends()
    {
        QTcpServer silent; // takes the connection and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QuickCounter counter;
        SessionParts parts = counter.parts(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(silent.serverPort())));
        parts.policy.noncePatience = std::chrono::milliseconds(1);
        parts.policy.idlePatience = std::chrono::milliseconds(500);
        QCommandLineParser options;
        const cli::CommandLineExtras extras;
        const cli::CommandContext context{options, {}, QStringLiteral("en"), extras, {}};
        cli::HeadlessSession session(std::move(parts), context);
        QTimer::singleShot(std::chrono::minutes(1), [] { qFatal("the session never came back"); });

        const cli::Outcome outcome = session.run({QStringLiteral("+84900000017")}, {nfc::CanKey{"000017"}}, {});

        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, FailureCode::Cancelled);
        QCOMPARE(outcome.exitCode, 3);
    }
};

QTEST_GUILESS_MAIN(TestHeadlessSession)
#include "tst_headless_session.moc"
