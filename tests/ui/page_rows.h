#pragma once

#include "app/session/session.h"
#include "resources/base/failure.h"

#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

Q_DECLARE_METATYPE(chinhchu::FailureCode)

namespace chinhchu::scripted {

/// Which pages a test looks at, in which format: the rows of Qt Test.
///
/// With CHINHCHU_EVERY_PAGE=1 everything is multiplied by everything (the test pages_everywhere). Without it each page,
/// failure, size, language, text size and contrast is there, but of what differs by its text alone only the longest.
[[nodiscard]] bool everyPage();

/// 1920x1080, 1366x768 with the least room, and upright.
[[nodiscard]] const QList<QSize>& sizes();
[[nodiscard]] QString sizeName(const QSize& size);

/// The columns size and language.
void addFormats();

/// size, language, generous, state: every page but the problem, with usual data and with the longest.
void addPages();

/// size, language, contrast, state.
void addPagesInLargeText();

/// size, language, large, idle: the sheet that lies over a page.
void addSheets();

/// size, language, hint, large: the longest hint of the live guidance.
void addHints();

/// size, language, code, large.
void addProblems();

/// size, language, stage, trouble.
void addPasswords();

/// language, state: every page.
void addStates();

} // namespace chinhchu::scripted
