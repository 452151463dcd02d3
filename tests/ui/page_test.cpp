#include "tests/ui/page_test.h"

#include "tests/ui/scripted/scripted_session.h"

#include <QtTest>

namespace chinhchu::scripted {

void PageTest::init()
{
    (void)PageStage::takeWarnings();
    fillGenerously(false);
}

void PageTest::cleanup()
{
    if (QTest::currentTestFailed())
        m_stage.close();
    QCOMPARE(PageStage::takeWarnings(), QStringList());
}

void PageTest::cleanupTestCase()
{
    m_stage.close();
    QCOMPARE(PageStage::takeWarnings(), QStringList());
}

} // namespace chinhchu::scripted
