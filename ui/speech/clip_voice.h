#pragma once

#include "ui/speech/voice.h"

#include <memory>

class QSoundEffect;

namespace chinhchu::ui {

/// Recordings made by people: FOLDER/LANGUAGE/KEY.wav.
class ClipVoice : public Voice
{
    Q_OBJECT

public:
    explicit ClipVoice(QString folder, QObject* parent = nullptr);
    ~ClipVoice() override;

    [[nodiscard]] bool knows(const Utterance& utterance) const override;
    [[nodiscard]] bool speaks(const QString& language) const override;
    void say(const Utterance& utterance, double volume) override;
    void stop() override;

    /// Where the recording is; empty when there is none.
    [[nodiscard]] QString file(const Utterance& utterance) const;

private:
    QString m_folder;
    std::unique_ptr<QSoundEffect> m_sound; ///< made for the first recording: it opens the sound device
    bool m_saying = false;
};

} // namespace chinhchu::ui
