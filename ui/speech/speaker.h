#pragma once

#include "app/health/health.h"
#include "ui/speech/voice.h"
#include "ui/view_models/comfort.h"

#include <optional>
#include <vector>

namespace chinhchu::ui {

/// Makes the pages heard. A page interrupts everything; a hint waits until the sentence before it has ended, and only
/// the newest waits. Of several voices the first that knows an utterance says it: recordings before the synthetic one.
/// Without any voice the kiosk goes on silently.
class Speaker : public QObject
{
    Q_OBJECT

public:
    /// @p comfort has the volume and is told whether there is a voice; both it and the voices' order stay.
    Speaker(Comfort& comfort, std::vector<std::unique_ptr<Voice>> voices, QObject* parent = nullptr);
    ~Speaker() override;

    /// A voice for this language is there.
    [[nodiscard]] bool speaks(const QString& language) const;

    /// Ready, or Limited with VOICE_MISSING: a session can run without.
    [[nodiscard]] app::HealthCheck health() const;

signals:
    /// A voice has found out what it can say; health() is right from now on.
    void foundOut();

public slots:
    void sayPage(const QString& key, const QString& text);
    void sayHint(const QString& key, const QString& text);
    void stop();

private:
    void say(const Utterance& utterance);
    void ended(const Voice* voice);
    void look();

    Comfort& m_comfort;
    std::vector<std::unique_ptr<Voice>> m_voices;
    Voice* m_saying = nullptr;
    std::optional<Utterance> m_next;
};

} // namespace chinhchu::ui
