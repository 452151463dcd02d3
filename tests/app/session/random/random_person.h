#pragma once

#include "tests/app/session/kit/network_line.h"
#include "tests/app/session/kit/quick_counter.h"
#include "tests/app/session/kit/removable_card.h"
#include "tests/app/session/random/chance.h"
#include "tests/app/session/random/sealed_rules.h"

#include <QSignalSpy>

namespace by_chance {

/// What a session is made of, by chance: mode, policy, whose card, and whether there is a carrier at all.
struct Setting
{
    QString mode;
    bool child = false;
    bool password = false;
    bool signature = false;
    bool offline = false; ///< no network from the beginning
    bool limited = false; ///< a camera and a disk that fail at times

    static Setting of(unsigned seed, Random& random);
    [[nodiscard]] QString text() const;
};

/// Somebody before a session without a window: calls every input that there is, in any order, and now and then the
/// right one. Watches where the session goes and what it seals.
class RandomPerson
{
public:
    RandomPerson(counter::QuickCounter& counter, const Setting& setting, Random& random);

    /// One input; says which.
    QString step();
    /// The right one for where the session is; empty where there is only to wait.
    QString goOn();
    /// What went wrong since the last call.
    [[nodiscard]] QStringList takeFaults() { return std::exchange(m_faults, {}); }

    [[nodiscard]] chinhchu::app::Session& session() { return *m_session; }
    [[nodiscard]] int sealed() const { return m_sealed; }
    void mendEverything();

private:
    chinhchu::app::SessionParts parts();
    void entered(chinhchu::app::Session::State state);
    void checkSealed();
    QString input(int which);
    QString answer(bool right);
    QString enterPassword(bool right);
    QString circumstance();
    QString giveConsent();
    QString identify(bool right);

    counter::QuickCounter& m_counter;
    const Setting m_setting;
    Random& m_random;
    counter::NetworkLine m_line;
    counter::RemovableCard m_card;
    counter::RemovableCard m_guardianCard;
    std::shared_ptr<std::atomic<bool>> m_cameraWorks = std::make_shared<std::atomic<bool>>(true);
    std::shared_ptr<std::atomic<bool>> m_diskFull = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<chinhchu::app::Session> m_session;
    chinhchu::app::Session::State m_last = chinhchu::app::Session::State::Greeting;
    Deeds m_deeds;
    QString m_password;
    QStringList m_faults;
    QStringList m_bindings; ///< those of this person that were sealed
    int m_sealed = 0;
};

} // namespace by_chance
