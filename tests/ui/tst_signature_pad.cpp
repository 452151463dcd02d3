// The field to sign in: what a finger draws is kept with its times, bounded, and gone with the page.

#include "app/session/signature_rules.h"
#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/pictures/signature_pad.h"
#include "ui/walk/hand.h"
#include "ui/window/kiosk_window.h"

#include <QImage>
#include <QMouseEvent>
#include <QPointer>
#include <QtTest>

using namespace chinhchu;
using State = app::Session::State;

class TestSignaturePad : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void signature_byFinger_opensTheWayOnAndIsGivenToTheSession();
    void signature_drawnAgain_beginsEmpty();
    void tap_alone_isNoSignature();
    void name_byKeyboardAlone_isEnough();
    void drawing_withoutEnd_staysBounded();
    void page_whenLeft_keepsNothing();

private:
    ui::SignaturePad* pad();
    bool mayGoOn();
    void stroke(const QList<QPointF>& parts);

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
};

void TestSignaturePad::init()
{
    if (!m_window) {
        app::installTranslation(QStringLiteral("vi"));
        m_session = std::make_unique<app::Session>(app::SessionParts());
        m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
        m_window =
            std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = {1366, 768}});
        m_window->window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window->window()));
    }
    scripted::show(*m_session, State::Greeting);
    scripted::show(*m_session, State::Signing);
    QCoreApplication::processEvents();
    QVERIFY(pad());
}

ui::SignaturePad* TestSignaturePad::pad()
{
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    return qobject_cast<ui::SignaturePad*>(eye.find(QStringLiteral("pad")));
}

bool TestSignaturePad::mayGoOn()
{
    const ui::Hand eye(*m_window->window(), ui::WalkPlan::Input::Touch);
    return eye.find(QStringLiteral("primary"))->isEnabled();
}

/// From one point to the next, in parts of the field. Sent as the program's own: the page has only just come, and what the
/// window system gives so early is kept from it (ArrivalGate).
void TestSignaturePad::stroke(const QList<QPointF>& parts)
{
    const auto send = [this](QEvent::Type type, const QPointF& part) {
        const QPointF place = pad()->mapToScene({part.x() * pad()->width(), part.y() * pad()->height()});
        const bool down = type != QEvent::MouseButtonRelease;
        QMouseEvent event(type, place, m_window->window()->mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, down ? Qt::LeftButton : Qt::NoButton, {});
        QCoreApplication::sendEvent(m_window->window(), &event);
    };
    send(QEvent::MouseButtonPress, parts.first());
    for (const QPointF& each : parts)
        send(QEvent::MouseMove, each);
    send(QEvent::MouseButtonRelease, parts.last());
}

void TestSignaturePad::signature_byFinger_opensTheWayOnAndIsGivenToTheSession()
{
    QVERIFY(!mayGoOn());

    stroke({{0.1, 0.6}, {0.3, 0.2}, {0.5, 0.7}});
    stroke({{0.6, 0.5}, {0.8, 0.4}});

    QVERIFY(mayGoOn());
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);
    QVERIFY(hand.use(QStringLiteral("primary")));
    const auto& given = scripted::signatureGiven();
    QVERIFY(given && app::isUsableSignature(*given));
    QCOMPARE(given->strokes.size(), std::size_t(2));
    QVERIFY(std::abs(given->strokes[0].front().x - 1000) < 30);
    QVERIFY(std::abs(given->strokes[1].back().y - 4000) < 30);
    QImage picture;
    QVERIFY(picture.loadFromData(given->picture.data(), static_cast<int>(given->picture.size()), "PNG"));
    QCOMPARE(qGray(picture.pixel(0, 0)), 255);
    QVERIFY(qGray(picture.pixel(picture.width() * 3 / 10, picture.height() / 5)) < 128);
}

void TestSignaturePad::signature_drawnAgain_beginsEmpty()
{
    stroke({{0.1, 0.6}, {0.5, 0.7}});
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Touch);

    QVERIFY(hand.use(QStringLiteral("clear")));

    QVERIFY(pad()->blank());
    QVERIFY(!mayGoOn());
    stroke({{0.2, 0.6}, {0.5, 0.7}});
    QCOMPARE(pad()->signature().strokes.size(), std::size_t(1));
}

void TestSignaturePad::tap_alone_isNoSignature()
{
    stroke({{0.5, 0.5}});
    QVERIFY(!pad()->blank());
    QVERIFY(!mayGoOn());
}

void TestSignaturePad::name_byKeyboardAlone_isEnough()
{
    ui::Hand hand(*m_window->window(), ui::WalkPlan::Input::Keyboard);

    QVERIFY(hand.use(QStringLiteral("secondary")));

    QCOMPARE(m_session->state(), State::Review);
    QVERIFY(!scripted::signatureGiven());
}

/// A stroke that began when the last point was used up had none, and its picture crashed.
void TestSignaturePad::drawing_withoutEnd_staysBounded()
{
    // Straight to the field: a picture of the window for each of these points would take minutes.
    const auto send = [this](QEvent::Type type, const QPointF& place) {
        QMouseEvent event(type, place, place, Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(pad(), &event);
    };
    for (std::size_t i = 0; i < app::Evidence::Signature::MostStrokes + 10; ++i) {
        send(QEvent::MouseButtonPress, {50, 50});
        for (int j = 0; j < 80; ++j)
            send(QEvent::MouseMove, {50.0 + j, 50.0 + (j % 2) * 30});
    }
    const auto signature = pad()->signature();
    std::size_t points = 0;
    for (const auto& each : signature.strokes)
        points += each.size();
    QVERIFY(points <= app::Evidence::Signature::MostPoints);
    QVERIFY(app::isUsableSignature(signature));
}

void TestSignaturePad::page_whenLeft_keepsNothing()
{
    stroke({{0.1, 0.6}, {0.5, 0.7}});
    const QPointer<ui::SignaturePad> before = pad();

    m_kiosk->end();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    QVERIFY(!before);
}

QTEST_MAIN(TestSignaturePad)
#include "tst_signature_pad.moc"
