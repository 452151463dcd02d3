#pragma once

#include "ui/speech/voice.h"

#include <QSet>
#include <QThread>

namespace chinhchu::ui {

/// The voice of Qt TextToSpeech (on Debian speech-dispatcher with espeak-ng). Lives in a thread of its own: finding the
/// service starts a program and waits for it, and the window must not.
class SyntheticVoice : public Voice
{
    Q_OBJECT

public:
    explicit SyntheticVoice(QObject* parent = nullptr);
    ~SyntheticVoice() override;

    [[nodiscard]] bool knows(const Utterance& utterance) const override;
    /// False until the service has answered.
    [[nodiscard]] bool speaks(const QString& language) const override;
    void say(const Utterance& utterance, double volume) override;
    void stop() override;

private:
    class Engine;

    QThread m_thread;
    Engine* m_engine; ///< lives in m_thread
    bool m_answered = false;
    QSet<QString> m_languages;
};

} // namespace chinhchu::ui
