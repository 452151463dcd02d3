#pragma once

#include "app/staff/staff_roles.h"

#include <QString>

namespace chinhchu::app {

struct StaffMember
{
    QString id; ///< the number of a member of staff: letters, digits, '-', '.', '_'; stands in evidence and audit trail
    QString name;
    StaffRole role = StaffRole::Helper;

    [[nodiscard]] bool may(StaffRight right) const { return mayDo(role, right); }
};

} // namespace chinhchu::app
