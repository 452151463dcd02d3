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
/// Five wrong PINs in a row block for 15 s, each further one for twice as long; after ten, only somebody with ManageStaff
/// opens the way again, with a new PIN or without. The last one who could do that waits an hour for each further try
/// instead: a stranger at the keys must not be able to close the device for good. A try counts before it is looked at, so
/// that pulling the plug wins nothing.
///
/// Waits are counted by a clock that nobody can set. After another start of the machine only the time since then is known
/// to have passed: a wait may begin anew, never longer than it was, and never shorter.
class StaffRegister
{
public:
    /// Since which start of the machine, and for how long.
    struct Instant
    {
        QString boot;
        std::chrono::seconds uptime{0};
    };
    using Clock = std::function<Instant()>;

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

    /// An end to a block; the PIN stays.
    Result<void> unblock(const QString& id);

    /// STAFF_PIN_WRONG, also for a number that nobody has, and then after as long a time; STAFF_BLOCKED with the seconds that are left, or "for good".
    Result<StaffMember> signIn(const QString& id, const SecretText& pin);

    static Instant systemTime();

private:
    struct Entry;

    StaffRegister(Database database, Clock clock);
    Result<void> prepare();
    Result<Entry> entry(const QString& id);
    Result<Entry> countTry(const QString& id);
    Result<bool> isLastWhoManages(const Entry& entry);
    Result<std::chrono::seconds> leftToWait(const Entry& entry, const Instant& now);

    Database m_database;
    Clock m_clock;
};

} // namespace chinhchu::app
