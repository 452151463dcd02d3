#pragma once

#include "ui/speech/voice.h"

#include <QStringList>

namespace chinhchu::scripted {

/// Writes down what it was asked to say.
class NotingVoice : public ui::Voice
{
public:
    struct Said
    {
        ui::Utterance utterance;
        double volume;
    };

    [[nodiscard]] bool knows(const ui::Utterance& utterance) const override
    {
        return speaks(utterance.language) && (onlyKey.isEmpty() || utterance.key == onlyKey);
    }
    [[nodiscard]] bool speaks(const QString& language) const override { return languages.contains(language); }
    void say(const ui::Utterance& utterance, double volume) override
    {
        said.append({utterance, volume});
        if (endsAtOnce)
            QMetaObject::invokeMethod(this, &Voice::ended, Qt::QueuedConnection);
    }
    void stop() override { ++stops; }

    [[nodiscard]] QString everything() const
    {
        QStringList all;
        for (const Said& each : said)
            all << each.utterance.text;
        return all.join(u' ');
    }

    QStringList languages = {"vi", "en"};
    QString onlyKey;
    bool endsAtOnce = true;
    QList<Said> said;
    int stops = 0;
};

} // namespace chinhchu::scripted
