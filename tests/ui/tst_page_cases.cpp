// Single pages in the states that went wrong once, and those that only one page has.

#include "app/settings/language.h"
#include "tests/ui/page_rows.h"
#include "tests/ui/page_test.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "tests/ui/scripted/usual_data.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"

#include <QtTest>

#include <functional>

using namespace chinhchu;
using State = app::Session::State;

Q_DECLARE_METATYPE(std::function<void(app::SessionFacts&)>)

class TestPageCases : public scripted::PageTest
{
    Q_OBJECT

private slots:
    void match_beforeItsResult_doesNotSayThatItIsTheHolder();
    void numbers_belowTheScreensEdge_keepTheWayOnShut();
    void numbers_inTextThatGrows_keepTheWayOnShut_data();
    void numbers_inTextThatGrows_keepTheWayOnShut();
    void numbers_inTheLargestText_endAtWholeRows_data();
    void numbers_inTheLargestText_endAtWholeRows();
    void problem_ofEachCode_hasASecondTryWhereASessionHasOne_data();
    void problem_ofEachCode_hasASecondTryWhereASessionHasOne();
    void consent_inTheLargestText_keepsRoomAroundItsWords_data();
    void consent_inTheLargestText_keepsRoomAroundItsWords();
    void identify_whileTheCameraLooks_showsEverything_data();
    void identify_whileTheCameraLooks_showsEverything();
    void identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt();
    void page_withRarerFacts_showsEverything_data();
    void page_withRarerFacts_showsEverything();
    void page_inTheCarriersColours_showsEverything_data();
    void page_inTheCarriersColours_showsEverything();
};

/// The page opened with "It is you" while another person's face was still being compared.
void TestPageCases::match_beforeItsResult_doesNotSayThatItIsTheHolder()
{
    stage().open(scripted::sizes().first(), QStringLiteral("en"));
    scripted::show(session(), State::Match);
    const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("matched-sign")));

    scripted::forgetMatch(session());

    QVERIFY(!eye.find(QStringLiteral("matched-sign")));
    QVERIFY(!eye.find(QStringLiteral("primary")));
    stage().judge(QStringLiteral("match-pending.png"));
}

/// On an upright screen the way on was open before the last number had been on the screen.
void TestPageCases::numbers_belowTheScreensEdge_keepTheWayOnShut()
{
    stage().open({1080, 1920}, QStringLiteral("vi"));
    scripted::show(session(), State::ChooseNumbers);
    ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
    QTRY_VERIFY(hand.find(QStringLiteral("more")));
    QVERIFY(!hand.find(QStringLiteral("primary"))->isEnabled());

    QVERIFY(hand.use(QStringLiteral("more")));

    QTRY_VERIFY(hand.find(QStringLiteral("primary"))->isEnabled());
}

void TestPageCases::numbers_inTextThatGrows_keepTheWayOnShut_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : app::languages())
        QTest::addRow("%s", qPrintable(language)) << language;
}

/// Until the rows had their heights all seemed to fit, and the way on was open to numbers that nobody had seen.
void TestPageCases::numbers_inTextThatGrows_keepTheWayOnShut()
{
    QFETCH(QString, language);
    stage().open({1080, 1920}, language);
    scripted::show(session(), State::ChooseNumbers);
    kiosk().comfort()->setLargeText(true);
    stage().settle();

    ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
    QTRY_VERIFY(hand.find(QStringLiteral("more")));
    QVERIFY(!hand.find(QStringLiteral("primary"))->isEnabled());
}

void TestPageCases::numbers_inTheLargestText_endAtWholeRows_data()
{
    scripted::addFormats();
    QTest::addColumn<bool>("reached");
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            for (const bool reached : {true, false})
                QTest::addRow("%s %s %s", qPrintable(scripted::sizeName(size)), qPrintable(language),
                              reached ? "named by the carrier" : "without network")
                    << size << language << reached;
}

/// Half of a number stood above "There are more numbers".
void TestPageCases::numbers_inTheLargestText_endAtWholeRows()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, reached);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::fillGenerously(true);
    scripted::show(session(), State::ChooseNumbers);
    scripted::alter(session(), [reached](app::SessionFacts& facts) {
        facts.numbersClaimedOnly = !reached;
        // Of what was typed, and nobody was asked about, nothing else is known.
        for (auto& each : facts.numbers)
            if (!reached) {
                const QString typed = each.subscription.msisdn;
                each.subscription = {};
                each.subscription.msisdn = typed;
            }
    });
    stage().speak(language);
    kiosk().comfort()->setLargeText(true);
    ui::Hand hand(window(), ui::WalkPlan::Input::Touch);
    const QQuickItem* list = hand.find(QStringLiteral("numbers"));
    QVERIFY(list && hand.find(QStringLiteral("more")));

    // From the first rows to the last, each step a page of its own.
    for (int step = 0; step < kiosk().numbers()->count(); ++step) {
        stage().judge(scripted::sizeName(size) + u'-' + language + QStringLiteral("-numbers-large/%1%2.png").arg(step).arg(reached ? "" : "-offline"));
        if (QTest::currentTestFailed() || list->property("atEnd").toBool())
            break;
        QVERIFY(hand.use(QStringLiteral("more")));
    }
    QVERIFY(list->property("atEnd").toBool());
    QTRY_VERIFY(list->property("seenAll").toBool());
}

void TestPageCases::problem_ofEachCode_hasASecondTryWhereASessionHasOne_data()
{
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("again");
    QTest::addRow("torn card") << FailureCode::CardRemoved << true;
    QTest::addRow("wrong digits") << FailureCode::AccessKeyWrong << true;
    QTest::addRow("another face") << FailureCode::FaceMismatch << true;
    QTest::addRow("poor picture of the card") << FailureCode::DocumentPicturePoor << true;
    QTest::addRow("no chip") << FailureCode::CardWithoutChip << false;
    QTest::addRow("fourth number") << FailureCode::NumberLimitReached << true;
    QTest::addRow("changed chip") << FailureCode::DataGroupHashMismatch << false;
}

/// The pictures of the pages offered a second try for a card without a chip.
void TestPageCases::problem_ofEachCode_hasASecondTryWhereASessionHasOne()
{
    QFETCH(FailureCode, code);
    QFETCH(bool, again);
    stage().open(scripted::sizes().at(1), QStringLiteral("vi"));

    scripted::fail(session(), code);

    const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
    QCOMPARE(eye.find(QStringLiteral("primary")) != nullptr, again);
}

void TestPageCases::consent_inTheLargestText_keepsRoomAroundItsWords_data()
{
    scripted::addFormats();
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            QTest::addRow("%s %s", qPrintable(scripted::sizeName(size)), qPrintable(language)) << size << language;
}

/// The words touched the lower edge of their tiles.
void TestPageCases::consent_inTheLargestText_keepsRoomAroundItsWords()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), State::Consent);
    stage().speak(language);
    kiosk().comfort()->setLargeText(true);
    stage().settle();

    QList<const QQuickItem*> words;
    const std::function<void(const QQuickItem*)> collect = [&](const QQuickItem* item) {
        if (item->objectName() == QStringLiteral("tile-words"))
            words << item;
        for (const QQuickItem* child : item->childItems())
            collect(child);
    };
    collect(window().contentItem());

    QCOMPARE(words.size(), 4);
    const double millimetre = std::min(size.width(), size.height()) / 180.0;
    for (const QQuickItem* each : words) {
        QVERIFY2(each->y() >= millimetre, qPrintable(QString::number(each->y() / millimetre)));
        QVERIFY(each->y() + each->height() <= each->parentItem()->height() - millimetre);
    }
}

void TestPageCases::identify_whileTheCameraLooks_showsEverything_data()
{
    scripted::addFormats();
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("foreign");
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            for (const bool large : {false, true})
                QTest::addRow("%s %s%s", qPrintable(scripted::sizeName(size)), qPrintable(language),
                              large ? " large" : "")
                    << size << language << large << !large;
}

void TestPageCases::identify_whileTheCameraLooks_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(bool, foreign);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;

    scripted::show(session(), State::Identify);
    kiosk().comfort()->setLargeText(large);
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit session().frame(frame);
    emit session().cardCode({foreign ? app::CardCode::State::Foreign : app::CardCode::State::Looking, {}});

    stage().judge(scripted::sizeName(size) + u'-' + language + "-looking/" + (large ? "large.png" : "foreign.png"));
    const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
    QVERIFY(eye.find(QStringLiteral("code-picture")));
    // The digits are there as well, at any time.
    QVERIFY(eye.find(QStringLiteral("key-1")));
    QCOMPARE(kiosk().card()->foreign(), foreign);
}

void TestPageCases::identify_withACodeThatWasRead_canGoOnAndShowsNoPictureOfIt()
{
    stage().open(scripted::sizes().at(1), QStringLiteral("vi"));
    scripted::show(session(), State::Identify);
    kiosk().card()->press(QStringLiteral("1"));
    auto frame = std::make_shared<biometrics::Frame>();
    frame->image = scripted::drawnFace(1280, 720);
    emit session().frame(frame);

    emit session().cardCode({app::CardCode::State::Read, {nfc::CanKey{"000017"}}});

    QVERIFY(kiosk().card()->scanned());
    QVERIFY(!kiosk().face()->frame());
    const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
    QVERIFY(!eye.find(QStringLiteral("code-picture")));
    QVERIFY(eye.find(QStringLiteral("primary"))->isEnabled());
    stage().judge(QStringLiteral("identify-read.png"));
    QCOMPARE(kiosk().card()->keys()->size(), std::size_t(1));
    // Put away, it is looked for again.
    kiosk().card()->erase();
    QVERIFY(kiosk().card()->looking());
    QVERIFY(eye.find(QStringLiteral("code-picture")));
}

void TestPageCases::page_withRarerFacts_showsEverything_data()
{
    using Facts = app::SessionFacts;
    using Change = void (*)(Facts&);
    scripted::addFormats();
    QTest::addColumn<State>("state");
    QTest::addColumn<std::function<void(Facts&)>>("change");
    const struct
    {
        const char* name;
        State state;
        Change change;
    } rarer[] = {
        {"issuer-unknown", State::Verdict,
         [](Facts& facts) { facts.chip->authenticity.passive = nfc::PassiveResult::IssuerUnknown; }},
        {"issuer-confirmed", State::Verdict,
         [](Facts& facts) {
             facts.chip->authenticity.passive = nfc::PassiveResult::IssuerUnknown;
             facts.signerCheck = nfc::OnlineCheck::Confirmed;
         }},
        {"wrong-and-unproven", State::Verdict,
         [](Facts& facts) {
             facts.chip->authenticity.passive = nfc::PassiveResult::Failed;
             facts.chip->authenticity.active = nfc::ChipProof::Unsupported;
             facts.chip->authenticity.chip = nfc::ChipProof::Unsupported;
         }},
        {"one-number-claimed", State::ChooseNumbers,
         [](Facts& facts) {
             facts.numbersClaimedOnly = true;
             facts.numbers.resize(1);
         }},
        {"kept", State::Receipt, [](Facts& facts) { facts.receipt.reset(); }},
        {"kept-provisional", State::Receipt,
         [](Facts& facts) {
             facts.receipt.reset();
             facts.provisional = true;
         }},
        {"received", State::Receipt, [](Facts& facts) { facts.receipt->state = app::BindingReceipt::State::Received; }},
    };
    for (const QSize& size : scripted::sizes())
        for (const QString& language : app::languages())
            for (const auto& each : rarer)
                QTest::addRow("%s %s %s", qPrintable(scripted::sizeName(size)), qPrintable(language), each.name)
                    << size << language << each.state << std::function<void(Facts&)>(each.change);
}

/// The checks of a card whose issuer is not known ran under the way out, and the receipt of a kiosk without network out of
/// its sheet.
void TestPageCases::page_withRarerFacts_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(State, state);
    QFETCH(std::function<void(app::SessionFacts&)>, change);
    stage().open(size, language);
    if (QTest::currentTestFailed())
        return;
    scripted::show(session(), state);
    scripted::alter(session(), change);
    stage().speak(language);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');

    stage().judge(QStringLiteral("rarer/%1.png").arg(name));
    kiosk().comfort()->setLargeText(true);
    stage().judge(QStringLiteral("rarer/%1-large.png").arg(name));
}

void TestPageCases::page_inTheCarriersColours_showsEverything_data()
{
    scripted::addFormats();
    QTest::addColumn<int>("contrast");
    for (const QSize& size : scripted::sizes())
        for (int contrast = 0; contrast < (size == scripted::sizes().at(1) ? int(ui::Comfort::contrasts) : 1);
             ++contrast)
            QTest::addRow("%s %d", qPrintable(scripted::sizeName(size)), contrast)
                << size << QStringLiteral("vi") << contrast;
}

/// A window of a carrier of its own: colours are known when it is made.
void TestPageCases::page_inTheCarriersColours_showsEverything()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, contrast);
    app::SessionParts parts;
    parts.policy.brand = {
        QStringLiteral("Mạng Di Động Minh Họa"), {}, app::Colour{0x1b, 0x4f, 0x9c}, app::Colour{0x7a, 0x3e, 0x9d}};
    stage().openFor(std::move(parts), size, language);
    if (QTest::currentTestFailed())
        return;
    kiosk().brand()->setLogo(scripted::drawnFace(300, 100));
    for (const State state : {State::Greeting, State::Identify, State::CaptureFace, State::Receipt}) {
        scripted::show(session(), state);
        kiosk().comfort()->setContrast(contrast);
        scripted::useAsUsual(session(), kiosk(), state);
        stage().judge(scripted::sizeName(size) + QStringLiteral("-carrier-%1/").arg(contrast) +
                      ui::PagePictures::fileName(kiosk().page()));
        if (QTest::currentTestFailed())
            break;
        // High contrast and dark keep their own colours.
        const ui::Hand eye(window(), ui::WalkPlan::Input::Touch);
        if (const QQuickItem* primary = eye.find(QStringLiteral("primary")); primary && primary->isEnabled())
            QCOMPARE(primary->property("ground").value<QColor>() == QColor(0x1b, 0x4f, 0x9c), contrast == 0);
    }
    stage().close();
}

QTEST_MAIN(TestPageCases)
#include "tst_page_cases.moc"
