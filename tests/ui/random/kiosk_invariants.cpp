#include "tests/ui/random/kiosk_invariants.h"

#include "tests/ui/accessibility_check.h"
#include "tests/ui/item_kinds.h"
#include "tests/ui/layout_check.h"
#include "tests/ui/object_search.h"

#include <QtQuickTest/quicktest.h>

#include <mutex>

namespace random_hand {

using namespace chinhchu;
using State = app::Session::State;

namespace {

/// What the people of the cards and the numbers that the right hand types can be known by
/// (tests/simulators/chip/profiles/cccd-2021.toml, cccd-child.toml, and the parent of impatient_kiosk.cpp).
const QStringList traces{"Nguyễn Thị Ấn",       "NGUYEN THI AN", "099199000017", "15/01/1999", "1999-01-15",
                         "Đường Không Có Thật", "900000017",     "0900•••017",   "736412",
                         "Võ Ngọc Ví Dụ",       "VO NGOC VI DU", "099316000161", "29/02/2016",
                         "Trần Thị Ước",        "TRAN THI UOC",  "099188000033", "21/07/1988",
                         "900000161",           "0900•••161"};

struct Warnings
{
    std::mutex mutex;
    QStringList all;
};

Warnings& warnings()
{
    static Warnings made;
    return made;
}

void collectPages(QQuickItem* item, QList<QQuickItem*>& pages)
{
    if (!item->isVisible())
        return;
    if (item->metaObject()->indexOfProperty("primaryText") >= 0)
        pages << item;
    for (QQuickItem* child : item->childItems())
        collectPages(child, pages);
}

bool isInside(const QQuickItem* inner, const QQuickItem* outer)
{
    for (; inner; inner = inner->parentItem())
        if (inner == outer)
            return true;
    return false;
}

} // namespace

KioskInvariants::KioskInvariants(ImpatientKiosk& kiosk)
    : m_kiosk(kiosk)
{
    static_cast<void>(takeWarnings());
}

QStringList KioskInvariants::takeWarnings()
{
    static const QtMessageHandler handler =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
            if (type != QtDebugMsg && type != QtInfoMsg) {
                const std::scoped_lock lock(warnings().mutex);
                warnings().all << text;
            }
            std::fprintf(stderr, "%s\n", qPrintable(text));
        });
    Q_UNUSED(handler)
    const std::scoped_lock lock(warnings().mutex);
    return std::exchange(warnings().all, {});
}

QStringList KioskInvariants::faults()
{
    QStringList faults = takeWarnings() + m_kiosk.takeStrangeGreetings();
    checkPage(faults);
    checkFocus(faults);
    checkWays(faults);
    checkGreeting(faults);
    return faults;
}

QStringList KioskInvariants::lookFaults()
{
    if (!QQuickTest::qWaitForPolish(&m_kiosk.view()))
        return {QStringLiteral("the page never finds its place")};
    return scripted::layoutFaults(m_kiosk.view()) + scripted::accessibilityFaults(m_kiosk.view());
}

void KioskInvariants::checkPage(QStringList& faults)
{
    QList<QQuickItem*> pages;
    collectPages(m_kiosk.view().contentItem(), pages);
    if (pages.size() != 1) {
        faults << QStringLiteral("%1 pages at once").arg(pages.size());
        return;
    }
    const QByteArray wanted = m_kiosk.kiosk().page().toLatin1() + "Page_QML";
    if (!scripted::isA(pages.front(), wanted.constData()))
        faults
            << QStringLiteral("%1 shows for %2").arg(pages.front()->metaObject()->className(), m_kiosk.kiosk().page());
    if (m_kiosk.kiosk().staff()->open() && m_kiosk.session().state() != State::Greeting)
        faults << QStringLiteral("the staff's page in the middle of a session");
}

void KioskInvariants::checkFocus(QStringList& faults)
{
    const QQuickItem* focus = m_kiosk.view().activeFocusItem();
    if (!focus || focus == m_kiosk.view().contentItem()) {
        faults << QStringLiteral("nothing has the focus");
        return;
    }
    if (!focus->isVisible() || !focus->isEnabled())
        faults << QStringLiteral("the focus is on what cannot be used: %1 %2 %3")
                      .arg(focus->metaObject()->className(), focus->objectName(), scripted::named(focus));
    auto* page = m_kiosk.view().property("page").value<QQuickItem*>();
    const bool sheet = page && !page->isEnabled();
    if (sheet == isInside(focus, page))
        faults << QStringLiteral("the focus is %1")
                      .arg(sheet ? QStringLiteral("under the sheet") : QStringLiteral("beside the page"));
}

void KioskInvariants::checkWays(QStringList& faults)
{
    if (!m_kiosk.kiosk().staff()->open() && m_kiosk.kiosk().canGoBack() != m_kiosk.session().canGoBack())
        faults << QStringLiteral("the way back is not what the session says");
    if (m_kiosk.session().state() == State::Greeting && m_kiosk.kiosk().idle()->asking())
        faults << QStringLiteral("asks at the greeting whether anybody is there");
}

/// The next person finds the kiosk as the first did, and nothing of anybody.
void KioskInvariants::checkGreeting(QStringList& faults)
{
    if (m_kiosk.session().state() != State::Greeting || m_searchedAt == m_kiosk.changes())
        return;
    m_searchedAt = m_kiosk.changes();
    const scripted::Search found = scripted::searchAll(m_kiosk.window(), m_kiosk.kiosk());
    for (const QString& trace : traces)
        if (const QString text = found.holding(trace); !text.isEmpty())
            faults << QStringLiteral("left of the last person: %1 in: %2").arg(trace, text);
    if (!found.pictures().isEmpty())
        faults << QStringLiteral("a picture is left: ") + found.pictures().join(u' ');
    if (m_kiosk.kiosk().face()->frame())
        faults << QStringLiteral("a frame of the camera is left");
    if (!m_kiosk.kiosk().phone()->numbers().isEmpty() || !m_kiosk.kiosk().card()->empty())
        faults << QStringLiteral("typed digits are left");
}

} // namespace random_hand
