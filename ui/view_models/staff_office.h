#pragma once

#include "app/settings/kiosk_settings.h"
#include "app/staff/staff_member.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QString>

#include <vector>

namespace chinhchu::ui {

/// One line of a list for the staff. Never personal data.
struct StaffLine
{
    enum class Tone
    {
        Plain,
        Good,
        Caution,
        Bad
    };

    QString label;
    QString value;
    QString detail; ///< smaller, below; may be empty
    Tone tone = Tone::Plain;
    QString setting{}; ///< the name to change it by; empty: it cannot be changed here
};

/// What the staff's pages ask for. Every call may take long and is made on a thread of its own, one at a time.
class StaffOffice
{
public:
    virtual ~StaffOffice() = default;

    /// Somebody could sign in: without members there is no door.
    virtual bool hasMembers() = 0;
    /// STAFF_PIN_WRONG, STAFF_BLOCKED, or what keeps the register from being read.
    virtual Result<app::StaffMember> signIn(const QString& id, const SecretText& pin) = 0;
    /// @p why: "button", "idle" or "end of program".
    virtual void signedOut(const QString& id, const QString& why) = 0;
    virtual std::vector<StaffLine> today() = 0;
    virtual std::vector<StaffLine> queue() = 0;
    virtual std::vector<StaffLine> health() = 0;
    virtual std::vector<StaffLine> settings() = 0;
    /// Gives @p setting its next value on behalf of @p id; what is set then.
    virtual Result<app::KioskSettings> change(const QString& setting, const QString& id) = 0;
};

} // namespace chinhchu::ui
