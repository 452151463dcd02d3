#pragma once

#include "resources/base/failure.h"

#include <QString>

namespace chinhchu::app {

/// What a person is told about a failure, in the language of the application.
struct FailureText
{
    QString happened;
    QString todo;
    QString help;
};

/// The three sentences of the failure table (resources/base/failure_codes.def), translated in the context "Failure".
FailureText failureText(FailureCode code);

} // namespace chinhchu::app
