#pragma once

#include "app/settings/database.h"
#include "app/staff/staff_member.h"
#include "resources/base/wiping_memory.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace chinhchu::app {

/// Who may sign in at this device, in an SQLite file of its own. PINs are kept as Argon2id hashes only.
///
/// Five wrong PINs in a row block for 15 s, each further one for twice as long; after ten, only a new PIN from somebody
/// with ManageStaff opens the way again. A try counts before it is looked at, so that pulling the plug wins nothing. A
/// clock that was set back does not shorten a block.
class StaffRegister
{
public:
    using Clock = std::function<std::chrono::sys_seconds()>;

    static Result<std::unique_ptr<StaffRegister>> open(const QString& file, Clock clock = systemTime);

    /// Whether nobody is known yet: the first one may be added by whoever sets the device up.
    [[nodiscard]] Result<bool> isEmpty();
    [[nodiscard]] Result<std::vector<StaffMember>> members();

    /// USAGE_INVALID: the number is not one or is taken, or the PIN is too simple. The first member must be one who may
    /// manage the others.
    Result<void> add(const StaffMember& member, const SecretText& pin);
    Result<void> remove(const QString& id);
    /// A new PIN, and an end to any block.
    Result<void> changePin(const QString& id, const SecretText& pin);

    /// STAFF_PIN_WRONG, also for a number that nobody has; STAFF_BLOCKED with the seconds that are left, or "for good".
    Result<StaffMember> signIn(const QString& id, const SecretText& pin);

    static std::chrono::sys_seconds systemTime();

private:
    struct Entry;

    StaffRegister(Database database, Clock clock);
    Result<void> prepare();
    Result<Entry> entry(const QString& id);
    Result<Entry> countTry(const QString& id);

    Database m_database;
    Clock m_clock;
};

} // namespace chinhchu::app
