#pragma once

#include "store/database.h"
#include "verification/binding_verification.h"

namespace chinhchu::sandbox {

/// Tells the citizen what became of a binding, on the numbers that are registered under their own documents: nobody gets
/// messages about numbers that somebody else claims. A sandbox has no radio: the console is the telephone.
void tellCitizen(Connection& connection, const Verification& verification);

} // namespace chinhchu::sandbox
