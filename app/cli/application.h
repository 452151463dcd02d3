#pragma once

#include <QCoreApplication>

#include <memory>

namespace chinhchu::app::cli {

/// What the commands run in. A report that is to be printed needs letters, and so a QGuiApplication: on Qt's
/// "offscreen" platform, which needs no screen whatever the environment says. Every other command gets a
/// QCoreApplication, so that a machine without that platform runs them too.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[]);

} // namespace chinhchu::app::cli
