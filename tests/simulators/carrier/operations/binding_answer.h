#pragma once

#include "http/message.h"
#include "store/bindings.h"

namespace chinhchu::sandbox {

/// The object that submission and status have in common.
QJsonObject shown(const Binding& binding);

} // namespace chinhchu::sandbox
