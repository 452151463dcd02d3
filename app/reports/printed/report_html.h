#pragma once

#include "app/reports/report.h"

#include <QString>

namespace chinhchu::app {

/// The report in the HTML that Qt's rich text knows.
QString reportHtml(const Report& report);

} // namespace chinhchu::app
