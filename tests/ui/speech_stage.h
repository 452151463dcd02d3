#pragma once

#include "tests/ui/noting_voice.h"
#include "ui/speech/speaker.h"
#include "ui/window/kiosk_window.h"

#include <memory>
#include <vector>

namespace chinhchu::scripted {

/// A kiosk that nobody sees, and what it says. Its window stays from one person to the next, as in a kiosk, and is
/// never shown: what is said does not depend on what is painted.
class SpeechStage
{
public:
    /// A new person, in Vietnamese, and a voice that has said nothing yet.
    void open();
    /// The person has gone, the voice too.
    void close();

    /// Voices that are asked before a new one that can say everything, which is returned.
    NotingVoice* addVoices(std::vector<std::unique_ptr<ui::Voice>> first = {});

    /// Lets the texts of a page settle: what is said is gathered until the event loop runs.
    static void settle();

    /// The large texts in sight, below @p item or everywhere, that tell what to do: no data of a person, no button.
    QStringList instructions(const QQuickItem* item = nullptr);
    /// Those of them that were not said since the voice was cleared.
    QStringList unheard(const QQuickItem* item = nullptr);

    [[nodiscard]] app::Session& session() { return *m_session; }
    [[nodiscard]] ui::Kiosk& kiosk() { return *m_kiosk; }
    [[nodiscard]] QQuickWindow& window() { return *m_window->window(); }
    [[nodiscard]] NotingVoice& voice() { return *m_voice; }
    [[nodiscard]] ui::Speaker& speaker() { return *m_speaker; }

private:
    void makeWindow();

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<ui::Kiosk> m_kiosk;
    std::unique_ptr<ui::KioskWindow> m_window;
    std::unique_ptr<ui::Speaker> m_speaker;
    NotingVoice* m_voice = nullptr;
    int m_large = 0; ///< the size of a heading, from which on a text is large
};

} // namespace chinhchu::scripted
