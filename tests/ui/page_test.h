#pragma once

#include "tests/ui/page_stage.h"

#include <QObject>

namespace chinhchu::scripted {

/// A test of pages on one stage: each of its functions begins with usual data, and leaves no complaint of QML behind.
class PageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { (void)PageStage::takeWarnings(); }
    void init();
    void cleanup();
    void cleanupTestCase();

protected:
    PageStage& stage() { return m_stage; }
    [[nodiscard]] app::Session& session() { return m_stage.session(); }
    [[nodiscard]] ui::Kiosk& kiosk() { return m_stage.kiosk(); }
    [[nodiscard]] QQuickWindow& window() { return m_stage.window(); }

private:
    PageStage m_stage;
};

} // namespace chinhchu::scripted
