#include "ui/walk/demonstration_walk.h"

#include <QTextStream>

namespace chinhchu::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto pace = 30ms;
constexpr std::chrono::milliseconds mostPatience = 5s;

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

} // namespace

DemonstrationWalk::DemonstrationWalk(Kiosk& kiosk, QQuickWindow& window, WalkPlan plan, QObject* parent)
    : QObject(parent)
    , m_kiosk(kiosk)
    , m_window(window)
    , m_plan(std::move(plan))
    , m_hand(window, m_plan.input)
    , m_pictures(window, m_plan.screenshots)
{
    m_timer.setInterval(pace);
    connect(&m_timer, &QTimer::timeout, this, &DemonstrationWalk::tick);
    connect(&kiosk, &Kiosk::pageChanged, this, &DemonstrationWalk::arrive);
}

void DemonstrationWalk::start()
{
    m_since.start();
    arrive();
    m_timer.start();
}

void DemonstrationWalk::arrive()
{
    if (m_over)
        return;
    m_pictures.keep();
    if (!m_page.isEmpty())
        report(m_page, QString());
    m_page = m_kiosk.page();
    m_since.restart();
    m_deeds.clear();
    plan(m_page);
    m_walked = true;
    m_pictures.look(m_page);
}

void DemonstrationWalk::plan(const QString& page)
{
    const auto use = [this](const QString& name) { m_deeds.enqueue([this, name] { return m_hand.use(name); }); };
    const auto type = [this](const QString& digits) {
        for (const QChar digit : digits)
            m_deeds.enqueue([this, digit] {
                m_hand.type(digit);
                return true;
            });
    };
    const auto lookThenGoOn = [this, &use] {
        m_deeds.enqueue([this] {
            m_pictures.look(m_page);
            return true;
        });
        use(QStringLiteral("primary"));
    };

    if (page == u"Verdict") {
        // The photograph is decoded while the page is there already.
        m_deeds.enqueue([this] {
            return !m_kiosk.session().facts().chipPhoto.empty() || m_since.hasExpired(mostPatience.count());
        });
        lookThenGoOn();
    } else if (page == u"Consent") {
        use(QStringLiteral("tick"));
        lookThenGoOn();
    } else if (page == u"NumberEntry") {
        for (qsizetype i = 0; i < m_plan.msisdns.size(); ++i) {
            if (i > 0)
                use(QStringLiteral("another"));
            type(m_plan.msisdns[i]);
        }
        lookThenGoOn();
    } else if (page == u"Identify") {
        if (m_plan.scan)
            m_deeds.enqueue([this] { return m_kiosk.card()->scanned(); });
        else
            type(m_plan.cardDigits);
        lookThenGoOn();
    } else if (page == u"ChooseNumbers") {
        m_deeds.enqueue([this] { return m_kiosk.numbers()->complete(); });
        // A long list is looked through to its end, and each number gets its answer, before the way on opens.
        m_deeds.enqueue([this] {
            const QQuickItem* onward = m_hand.find(QStringLiteral("primary"));
            if (onward && onward->isEnabled())
                return true;
            const auto& numbers = m_kiosk.session().facts().numbers;
            for (std::size_t i = 0; i < numbers.size(); ++i)
                if (numbers[i].answer == app::SessionFacts::HeldNumber::Answer::Open &&
                    m_hand.use(QStringLiteral("mine-%1").arg(i)))
                    return false;
            m_hand.use(QStringLiteral("more"));
            return false;
        });
        lookThenGoOn();
    } else if (page == u"SignatureOffer" || page == u"Signing") {
        // What is offered need not be taken, and a name is as good as a drawing.
        m_deeds.enqueue([this] {
            m_pictures.look(m_page);
            return true;
        });
        use(QStringLiteral("secondary"));
    } else if (page == u"Greeting" || page == u"Match" || page == u"Review") {
        lookThenGoOn();
    } else if (page == u"Receipt" && m_plan.finish) {
        m_deeds.enqueue([this] {
            m_pictures.look(m_page);
            reportReceipt();
            return true;
        });
        use(QStringLiteral("primary"));
    } else if (page == u"Greeting" && m_plan.finish && m_walked) {
        m_over = true;
    } else if (page == u"Problem" && m_kiosk.canRetry() && m_kiosk.problem()->code() == u"CAMERA_INTERRUPTED") {
        // A machine with other work; who stands there would touch the button too.
        lookThenGoOn();
    } else if (page == u"Receipt" || page == u"Problem") {
        m_deeds.enqueue([this] {
            m_pictures.look(m_page);
            finish();
            return true;
        });
    }
}

void DemonstrationWalk::tick()
{
    // Before the platform gave the window its size, the first page is not arranged yet.
    if (m_over || !m_window.isExposed() || m_window.contentItem()->size() != QSizeF(m_window.size()))
        return;
    if (m_deeds.isEmpty()) {
        // A page that goes on by itself: keep the newest look.
        m_pictures.look(m_page);
        return;
    }
    const Deed deed = m_deeds.dequeue();
    const QString page = m_page;
    if (!deed() && m_page == page)
        m_deeds.prepend(deed);
}

void DemonstrationWalk::finish()
{
    m_over = true;
    m_timer.stop();
    m_pictures.keep();
    const int status = m_kiosk.session().exitStatus();
    report(m_page, m_page == u"Problem" ? m_kiosk.problem()->code() : m_kiosk.receipt()->headline());
    if (m_page == u"Receipt")
        reportReceipt();
    out() << tr("Exit status %1").arg(status) << Qt::endl;
    emit finished(status);
}

void DemonstrationWalk::reportReceipt()
{
    for (const QVariant& row : m_kiosk.receipt()->rows()) {
        const QVariantMap line = row.toMap();
        out() << "    " << line.value("label").toString() << ": " << line.value("value").toString() << Qt::endl;
    }
}

void DemonstrationWalk::report(const QString& page, const QString& what)
{
    out() << page.leftJustified(16) << QString::number(m_since.elapsed()).rightJustified(6) << " ms";
    if (!what.isEmpty())
        out() << "  " << what;
    out() << Qt::endl;
}

} // namespace chinhchu::ui
