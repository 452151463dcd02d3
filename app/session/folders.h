#pragma once

#include <QString>

namespace chinhchu::app {

/// Where the models are: @p chosen, else $CHINHCHU_MODELS, else the cache that packaging/fetch-models fills, else the
/// folder of the installed package.
QString modelsFolder(const QString& chosen);

} // namespace chinhchu::app
