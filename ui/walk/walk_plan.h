#pragma once

#include "resources/base/failure.h"

#include <QStringList>

namespace chinhchu::ui {

/// What a walk types, and how.
struct WalkPlan
{
    enum class Input
    {
        Touch,
        Keyboard
    };

    QString cardDigits;
    bool scan = false; ///< waits for the camera to read the code on the card instead of typing
    QStringList msisdns;
    QString screenshots; ///< folder; empty: none
    Input input = Input::Touch;
    bool keepOpen = false;
    bool finish = false; ///< takes the receipt and leaves, instead of ending the program there

    /// {"can": "000017", "msisdn": ["0900000017"]}; FILE_UNREADABLE or USAGE_INVALID name the file.
    static Result<WalkPlan> load(const QString& file);
};

} // namespace chinhchu::ui
