#pragma once

#include "resources/base/failure.h"

#include <QByteArray>
#include <QString>

namespace chinhchu::app {

/// @p content stands in the file @p name, whole or not at all. What stands there already is not written again: a document
/// that is asked for every hour changes a few times a year, and a disk wears out. STORAGE_FAILED.
Result<void> keepFile(const QString& name, const QByteArray& content);

} // namespace chinhchu::app
