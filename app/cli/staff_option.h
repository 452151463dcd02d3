#pragma once

#include "app/cli/command.h"
#include "app/settings/enrolment.h"
#include "app/staff/staff_register.h"

namespace chinhchu::app::cli {

/// Adds --staff and --staff-pin.
void addStaffOptions(QCommandLineParser& parser);

/// Signs in; a refusal leaves a line in the audit trail, as at the kiosk.
Result<StaffMember> signInNoted(StaffRegister& staff, const CommandContext& context, const QString& id,
                                const SecretText& pin);

/// Who the options name. Where a register of staff is kept they have to sign in; STAFF_PIN_WRONG, STAFF_BLOCKED, or
/// STAFF_NOT_ALLOWED when the role lacks @p right. Without a register, under a demonstration enrolment only, any name
/// will do and stands for a clerk. Nothing when no one is named.
Result<std::optional<StaffMember>> staffFromOptions(const CommandContext& context, Enrolment::Kind kind,
                                                    StaffRight right);

} // namespace chinhchu::app::cli
