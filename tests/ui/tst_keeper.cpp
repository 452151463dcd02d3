// Which runs have a keeper, what the next process is told: nothing of a walk's person; and what the keeper keeps.

#include "ui/program/keeper.h"
#include "ui/program/kept_refusals.h"

#include <QtTest>

#include <fcntl.h>
#include <unistd.h>

using namespace chinhchu;

namespace {

const SecretText card("001234567"), otherCard("007654321");

/// The keeper and one window at a time, with the two pipes between them.
class Kiosk
{
public:
    Kiosk() : m_ownInput(::dup(STDIN_FILENO)) { nextPerson(); }
    ~Kiosk()
    {
        leave();
        ::dup2(m_ownInput, STDIN_FILENO);
        ::close(m_ownInput);
    }

    void nextPerson()
    {
        leave();
        QVERIFY(::pipe2(m_up.data(), O_CLOEXEC) == 0 && ::pipe2(m_down.data(), O_CLOEXEC) == 0);
        ::dup2(m_down[0], STDIN_FILENO);
        m_line = std::make_unique<ui::KeptLine>(m_up[1]);
        m_window = std::make_unique<ui::KeptFaceRefusals>(*m_line);
    }

    ui::KeptFaceRefusals& window() { return *m_window; }

    /// What the window said reaches the keeper, and what that answers the window.
    void talk()
    {
        ::fcntl(m_up[0], F_SETFL, O_NONBLOCK);
        while (m_lines.read(m_up[0], [this](std::string_view line) {
            said.emplace_back(line);
            if (const auto answer = m_keeper.take(line))
                QCOMPARE(::write(m_down[1], answer->constData(), std::size_t(answer->size())), answer->size());
        })) {
        }
        QCoreApplication::processEvents();
    }

    std::vector<std::string> said;

private:
    void leave()
    {
        m_window.reset();
        m_line.reset();
        for (int* each : {&m_up[0], &m_up[1], &m_down[0], &m_down[1]}) {
            if (*each >= 0)
                ::close(*each);
            *each = -1;
        }
    }

    int m_ownInput;
    std::array<int, 2> m_up{-1, -1}, m_down{-1, -1};
    ui::WipingLines m_lines;
    ui::KeepersRefusals m_keeper;
    std::unique_ptr<ui::KeptLine> m_line;
    std::unique_ptr<ui::KeptFaceRefusals> m_window;
};

} // namespace

class TestKeeper : public QObject
{
    Q_OBJECT

private slots:
    void keeper_ofEachCommandLine_isThereWhereNeeded_data();
    void keeper_ofEachCommandLine_isThereWhereNeeded();
    void next_afterAWalk_knowsNothingOfItsPerson();
    void attacks_inThreeProcesses_areCountedTogether();
    void attacks_beforeALivingPerson_countNoMoreInTheNextProcess();
    void whatTheKeeperHears_isNotTheNumber();
    void keeper_ofOtherLines_takesNothing_data();
    void keeper_ofOtherLines_takesNothing();
    void lines_thatAreTooLong_areLostAndTheNextIsHeard();
};

void TestKeeper::keeper_ofEachCommandLine_isThereWhereNeeded_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("expected");
    QTest::addRow("a kiosk") << QStringList{"--home", "/var/lib/chinhchu"} << true;
    QTest::addRow("no arguments") << QStringList{} << true;
    QTest::addRow("everybody in one process") << QStringList{"--alone"} << false;
    QTest::addRow("kept already") << QStringList{"--kept-by", "7"} << false;
    QTest::addRow("kept already, one word") << QStringList{"--kept-by=7"} << false;
    QTest::addRow("help") << QStringList{"--help"} << false;
    QTest::addRow("a walk") << QStringList{"--walk-can", "000017"} << false;
    QTest::addRow("a walk that asks for it") << QStringList{"--walk-can", "000017", "--keep"} << true;
}

void TestKeeper::keeper_ofEachCommandLine_isThereWhereNeeded()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, expected);

    QCOMPARE(ui::isToKeep(arguments), expected);
}

void TestKeeper::next_afterAWalk_knowsNothingOfItsPerson()
{
    const QStringList next = ui::argumentsOfTheNext({"--home", "/home", "--walk-can", "000017", "--walk-msisdn=0900000017",
                                                     "--walk-finish", "--walk-scan", "--screenshots", "/pictures", "--size", "1366x768"});

    QCOMPARE(next, QStringList({"--home", "/home", "--size", "1366x768"}));
}

/// Each person has a process of their own: three attacks were counted in each of them, and so never.
void TestKeeper::attacks_inThreeProcesses_areCountedTogether()
{
    Kiosk kiosk;
    for (int person = 0; person < app::FaceRefusals::Most; ++person) {
        kiosk.window().meet(card);
        kiosk.talk();
        QCOMPARE(kiosk.window().timesCaught(card), person);
        QVERIFY(!kiosk.window().isForStaff(card));
        kiosk.window().count(card);
        kiosk.talk();
        kiosk.nextPerson();
    }
    kiosk.window().meet(otherCard);
    kiosk.window().meet(card);
    kiosk.talk();
    QVERIFY(kiosk.window().isForStaff(card));
    QVERIFY(!kiosk.window().isForStaff(otherCard));
}

void TestKeeper::attacks_beforeALivingPerson_countNoMoreInTheNextProcess()
{
    Kiosk kiosk;
    for (int time = 0; time < app::FaceRefusals::Most; ++time)
        kiosk.window().count(card);
    kiosk.window().forget(card);
    kiosk.talk();
    kiosk.nextPerson();
    kiosk.window().meet(card);
    kiosk.talk();
    QCOMPARE(kiosk.window().timesCaught(card), 0);
}

void TestKeeper::whatTheKeeperHears_isNotTheNumber()
{
    Kiosk kiosk;
    kiosk.window().meet(card);
    kiosk.window().count(card);
    kiosk.talk();
    QCOMPARE(kiosk.said.size(), std::size_t(2));
    for (const std::string& line : kiosk.said)
        QVERIFY(line.find("001234567") == std::string::npos);
}

void TestKeeper::keeper_ofOtherLines_takesNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no card") << QByteArray("card ");
    QTest::addRow("a number") << QByteArray("card 001234567");
    QTest::addRow("too long") << "card " + QByteArray(65, 'a');
    QTest::addRow("no digits") << "card " + QByteArray(64, 'x');
    QTest::addRow("another word") << "cart " + QByteArray(64, 'a');
}

void TestKeeper::keeper_ofOtherLines_takesNothing()
{
    QFETCH(QByteArray, line);
    ui::KeepersRefusals keeper;
    QVERIFY(!keeper.take({line.constData(), std::size_t(line.size())}));
}

void TestKeeper::lines_thatAreTooLong_areLostAndTheNextIsHeard()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    ui::WipingLines lines;
    QByteArrayList heard;
    const auto hear = [&](std::string_view line) { heard << QByteArray(line.data(), qsizetype(line.size())); };
    const QByteArray sent = QByteArray(256, 'x') + "greeting\nne";
    QCOMPARE(::write(ends[1], sent.constData(), std::size_t(sent.size())), sent.size());
    QVERIFY(lines.read(ends[0], hear) && heard.isEmpty());
    QVERIFY(lines.read(ends[0], hear));
    QCOMPARE(::write(ends[1], "xt\n", 3), 3);
    QVERIFY(lines.read(ends[0], hear));
    QCOMPARE(heard, QByteArrayList({"greeting", "next"}));
    ::close(ends[1]);
    QVERIFY(!lines.read(ends[0], hear));
    ::close(ends[0]);
}

QTEST_GUILESS_MAIN(TestKeeper)
#include "tst_keeper.moc"
