#pragma once

#include "tests/app/session/kit/counter.h"

#include <QTest>

namespace counter {

/// What tests of whole sessions without a reader begin with: one counter for all of them, or why there is none here.
class CounterTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<Counter> m_counter;

private slots:
    void initTestCase()
    {
        if (const QString missing = Counter::missing(); !missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
        m_counter = std::make_unique<Counter>();
    }
};

} // namespace counter
