#pragma once

#include "ui/window/kiosk_window.h"

#include <QQuickWindow>

#include <memory>

namespace chinhchu::scripted {

/// One window for all pages of a test, as a kiosk's stays open from one person to the next. Making one costs more than
/// a hundred pages.
///
/// Places are known before anything is painted, and painting is a fifth of the work: the common window paints only where
/// somebody looks, with CHINHCHU_SCREENSHOTS=<folder> or CHINHCHU_EVERY_PAGE=1.
class PageStage
{
public:
    ~PageStage();

    /// A window in this size and language, usual text size and contrast, nothing typed.
    void open(const QSize& size, const QString& language);
    /// The same with a session of one's own; the window is new, and paints.
    void openFor(app::SessionParts parts, const QSize& size, const QString& language);
    void close();

    /// The greeting always comes in the kiosk's first language.
    void speak(const QString& language);

    /// Lets what the page is made of find its places.
    void settle();

    /// Settles, writes the picture if anybody looks, and fails the test for every fault of the layout.
    void judge(const QString& picture);

    [[nodiscard]] app::Session& session() { return *m_session; }
    [[nodiscard]] ui::Kiosk& kiosk() { return *m_kiosk; }
    [[nodiscard]] QQuickWindow& window() { return *m_window->window(); }

    /// What QML complained about since the last call; complaints are gathered from the first call on.
    static QStringList takeWarnings();

private:
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
};

} // namespace chinhchu::scripted
