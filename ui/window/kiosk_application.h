#pragma once

#include "ui/window/gui_watch.h"

#include <QGuiApplication>

namespace chinhchu::ui {

/// The application whose every event is under the GuiWatch.
class KioskApplication : public QGuiApplication
{
    Q_OBJECT

public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    [[nodiscard]] GuiWatch& watch() { return m_watch; }

private:
    GuiWatch m_watch;
};

} // namespace chinhchu::ui
