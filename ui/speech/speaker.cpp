#include "ui/speech/speaker.h"

#include "app/settings/language.h"

#include <algorithm>
#include <utility>

namespace chinhchu::ui {

Speaker::Speaker(Comfort& comfort, std::vector<std::unique_ptr<Voice>> voices, QObject* parent)
    : QObject(parent)
    , m_comfort(comfort)
    , m_voices(std::move(voices))
{
    for (const auto& voice : m_voices) {
        connect(voice.get(), &Voice::ended, this, [this, each = voice.get()] { ended(each); });
        connect(voice.get(), &Voice::changed, this, [this] {
            look();
            emit foundOut();
        });
    }
    connect(&comfort, &Comfort::changed, this, [this] {
        if (!m_comfort.sound())
            stop();
    });
    look();
}

Speaker::~Speaker()
{
    stop();
}

bool Speaker::speaks(const QString& language) const
{
    return std::any_of(m_voices.begin(), m_voices.end(), [&](const auto& voice) { return voice->speaks(language); });
}

app::HealthCheck Speaker::health() const
{
    app::HealthCheck check;
    check.name = QStringLiteral("voice");
    QStringList missing;
    for (const QString& language : app::languages())
        if (!speaks(language))
            missing << language;
    if (!missing.isEmpty()) {
        check.state = app::HealthCheck::State::Limited;
        check.failure = Failure{FailureCode::VoiceMissing, missing.join(QStringLiteral(", ")).toStdString()};
    }
    return check;
}

void Speaker::sayPage(const QString& key, const QString& text)
{
    stop();
    look();
    say({key, text, app::installedLanguage()});
}

void Speaker::sayHint(const QString& key, const QString& text)
{
    const Utterance hint{key, text, app::installedLanguage()};
    if (m_saying)
        m_next = hint;
    else
        say(hint);
}

void Speaker::stop()
{
    m_next.reset();
    if (Voice* voice = std::exchange(m_saying, nullptr))
        voice->stop();
}

void Speaker::say(const Utterance& utterance)
{
    if (!m_comfort.sound() || utterance.text.isEmpty())
        return;
    const auto found =
        std::find_if(m_voices.begin(), m_voices.end(), [&](const auto& voice) { return voice->knows(utterance); });
    if (found == m_voices.end())
        return;
    m_saying = found->get();
    m_saying->say(utterance, m_comfort.loudness());
}

void Speaker::ended(const Voice* voice)
{
    // The end of what was interrupted may arrive late.
    if (voice != m_saying)
        return;
    m_saying = nullptr;
    if (const auto next = std::exchange(m_next, {}))
        say(*next);
}

void Speaker::look()
{
    m_comfort.setVoice(speaks(app::installedLanguage()));
}

} // namespace chinhchu::ui
