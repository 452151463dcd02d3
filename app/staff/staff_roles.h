#pragma once

#include <optional>
#include <string_view>

namespace chinhchu::app {

/// Who stands behind the counter.
enum class StaffRole
{
    Helper,     ///< of a technology group or a union: leads people to the kiosk, sees no personal data
    Clerk,      ///< serves at the counter
    Supervisor, ///< of a point of service
    Technician  ///< keeps the device running, sees no personal data
};

/// What a role may do.
enum class StaffRight
{
    WatchChallenge,     ///< stand beside someone who does the challenge with small movements
    ServeSession,       ///< lead a session in assisted or mobile mode, and see whose it is
    AcceptUnprovenChip, ///< look at a document whose chip cannot prove that it is no copy
    MakeReports,
    SeeQueue, ///< what waits for the carrier; no personal data
    SeeHealth,
    ChangeSettings,
    ManageStaff
};

/// The one table of rights.
constexpr bool mayDo(StaffRole role, StaffRight right)
{
    using enum StaffRole;
    switch (right) {
    case StaffRight::WatchChallenge:
        return role != Technician;
    case StaffRight::ServeSession:
    case StaffRight::MakeReports:
        return role == Clerk || role == Supervisor;
    case StaffRight::AcceptUnprovenChip:
    case StaffRight::ManageStaff:
        return role == Supervisor;
    case StaffRight::SeeQueue:
        return role != Helper;
    case StaffRight::SeeHealth:
        return true;
    case StaffRight::ChangeSettings:
        return role == Technician || role == Supervisor;
    }
    return false;
}

constexpr std::string_view staffRoleNames[] = {"helper", "clerk", "supervisor", "technician"};

constexpr std::string_view toString(StaffRole role)
{
    return staffRoleNames[static_cast<int>(role)];
}

constexpr std::optional<StaffRole> staffRole(std::string_view name)
{
    for (int role = 0; role < 4; ++role) {
        if (staffRoleNames[role] == name)
            return static_cast<StaffRole>(role);
    }
    return std::nullopt;
}

} // namespace chinhchu::app
