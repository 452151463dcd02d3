#pragma once

#include "ui/view_models/kiosk.h"
#include "ui/walk/hand.h"
#include "ui/walk/page_pictures.h"
#include "ui/walk/walk_plan.h"

#include <QElapsedTimer>
#include <QQueue>
#include <QTimer>

#include <functional>

namespace chinhchu::ui {

/// Walks one session by using the real controls of the real pages, as a person would, and says on standard output where
/// it is and how long each page took. For demonstrations, for the manual's pictures and for tests.
class DemonstrationWalk : public QObject
{
    Q_OBJECT

public:
    DemonstrationWalk(Kiosk& kiosk, QQuickWindow& window, WalkPlan plan, QObject* parent = nullptr);

    void start();

signals:
    /// At the receipt, or where something went wrong; with the exit status of the session.
    void finished(int exitStatus);

private:
    using Deed = std::function<bool()>;

    void arrive();
    void tick();
    void plan(const QString& page);
    void finish();
    void report(const QString& page, const QString& what);
    void reportReceipt();

    Kiosk& m_kiosk;
    QQuickWindow& m_window;
    WalkPlan m_plan;
    Hand m_hand;
    PagePictures m_pictures;
    QQueue<Deed> m_deeds; ///< one each tick; a deed that cannot be done yet is tried again
    QTimer m_timer;
    QElapsedTimer m_since;
    QString m_page;
    bool m_walked = false; ///< the first greeting is behind it
    bool m_over = false;
};

} // namespace chinhchu::ui
