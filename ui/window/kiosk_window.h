#pragma once

#include "ui/speech/speaker.h"
#include "ui/view_models/kiosk.h"

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QTimer>

#include <memory>
#include <vector>

namespace chinhchu::ui {

/// The window with its pages, bound to one Kiosk, which must outlive it.
class KioskWindow
{
public:
    struct Options
    {
        bool still = false; ///< nothing moves by itself: for pictures of the pages
        QSize size;
    };

    KioskWindow(Kiosk& kiosk, const Options& options);

    /// Lets @p speaker say what the pages say, from now on; it must outlive the window or go before it.
    void listen(Speaker& speaker);

    /// Reads every page on another thread, one after the other with pauses between, so that none has to be read when it is to
    /// show.
    void prepareAllPages();

    /// Null when the pages could not be loaded.
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] QQmlApplicationEngine& engine() { return m_engine; }

private:
    QQmlApplicationEngine m_engine;
    QStringList m_toPrepare;
    QTimer m_preparing;
    std::vector<std::unique_ptr<QQmlComponent>> m_pages; ///< kept, so that what was read is kept
    QQuickWindow* m_window = nullptr;
};

} // namespace chinhchu::ui
