#pragma once

#include "tests/app/session/kit/network_line.h"
#include "tests/app/session/kit/quick_counter.h"
#include "tests/app/session/kit/removable_card.h"
#include "tests/app/session/random/chance.h"
#include "tests/ui/invented_office.h"
#include "ui/window/kiosk_window.h"

#include <memory>
#include <utility>

namespace random_hand {

using by_chance::oneIn;
using by_chance::pick;
using by_chance::Random;

/// What the kiosk is that a hand finds.
struct Circumstances
{
    QString mode;
    QString language;
    QSize size;
    bool password = false;
    bool signature = false;
    bool child = false;    ///< and a parent beside it; where somebody serves
    bool pictures = false; ///< of the card
    bool legible = true;   ///< the card before the camera can be read
    bool offer = false;    ///< of a digital signature
    bool hurried = false;  ///< nobody is waited for longer than a moment
    /// Up to this page everything is done right: chance alone seldom gets far.
    chinhchu::app::Session::State start = chinhchu::app::Session::State::Greeting;

    /// Every mode, language, shape and page to start from has its turn; the rest is left to chance.
    static Circumstances of(unsigned seed, Random& random);
    [[nodiscard]] QString text() const;
};

/// The real window on the real session, with a card, a network and a member of staff that come and go.
class ImpatientKiosk
{
public:
    ImpatientKiosk(counter::QuickCounter& counter, const Circumstances& circumstances);

    [[nodiscard]] chinhchu::app::Session& session() { return m_session; }
    [[nodiscard]] chinhchu::ui::Kiosk& kiosk() { return m_kiosk; }
    [[nodiscard]] chinhchu::ui::KioskWindow& window() { return m_window; }
    [[nodiscard]] QQuickWindow& view() { return *m_window.window(); }
    [[nodiscard]] counter::QuickCounter& counter() { return m_counter; }
    /// Of the person who has the turn.
    [[nodiscard]] counter::RemovableCard& card();
    [[nodiscard]] counter::NetworkLine& line() { return m_line; }
    [[nodiscard]] const Circumstances& circumstances() const { return m_circumstances; }
    /// How often another state was entered so far.
    [[nodiscard]] int changes() const { return m_changes; }
    /// How often a page that asks a person something was answered so far: not what machines or the clock did.
    [[nodiscard]] int answers() const { return m_answers; }
    /// What the next person would find otherwise than the first one did, each time the greeting came back.
    [[nodiscard]] QStringList takeStrangeGreetings() { return std::exchange(m_strangeGreetings, {}); }

private:
    void entered(chinhchu::app::Session::State state);
    static chinhchu::app::SessionParts partsOf(ImpatientKiosk& kiosk);

    counter::QuickCounter& m_counter;
    const Circumstances m_circumstances;
    counter::NetworkLine m_line;
    counter::RemovableCard m_card;
    counter::RemovableCard m_guardianCard;
    chinhchu::app::Session m_session;
    chinhchu::ui::Kiosk m_kiosk;
    chinhchu::ui::KioskWindow m_window;
    int m_changes = 0;
    int m_answers = 0;
    chinhchu::app::Session::State m_last = chinhchu::app::Session::State::Greeting;
    bool m_setOtherwise = false; ///< a member of staff decided what the greeting comes in
    QStringList m_strangeGreetings;
};

} // namespace random_hand
