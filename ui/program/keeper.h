#pragma once

#include <QStringList>

namespace chinhchu::ui {

/// The process that stays while those with the window come and go: each person of a self-service kiosk gets a process of
/// their own, so that nothing of the last one can be left in its memory. The keeper holds no session and no window.
///
/// A kept process writes lines into the descriptor of its option --kept-by: "greeting" when its window is on the screen,
/// "next" when its person has gone, its session is destroyed, and only a picture of the greeting is left. Then the keeper
/// starts another, and at that one's "greeting" closes the standard input of the first, which ends it. What must outlive a
/// person, with which cards attacks were caught, is asked and answered on the same two ways (kept_refusals.h).

/// Whether a process with these arguments is to be a keeper: not for --alone, and not for a walk unless it says --keep.
bool isToKeep(const QStringList& arguments);

/// For the process that follows: the same, but nothing of a walk and of its person.
QStringList argumentsOfTheNext(const QStringList& arguments);

/// Runs until the process with the window ends by itself; its exit status.
int keepKiosk(int argc, char** argv);

} // namespace chinhchu::ui
