#include "ui/speech/synthetic_voice.h"

#include <QLocale>
#include <QTextToSpeech>

#include <memory>

namespace chinhchu::ui {

namespace {

QString languageOf(const QLocale& locale)
{
    return QLocale::languageToCode(locale.language());
}

} // namespace

/// What happens in the thread.
class SyntheticVoice::Engine : public QObject
{
public:
    /// The languages it has voices for; none when there is no service.
    QSet<QString> open()
    {
        if (QTextToSpeech::availableEngines().isEmpty())
            return {};
        m_speech = std::make_unique<QTextToSpeech>();
        if (m_speech->state() == QTextToSpeech::Error)
            return {};
        QSet<QString> languages;
        for (const QLocale& locale : m_speech->availableLocales())
            languages += languageOf(locale);
        return languages;
    }

    void say(const Utterance& utterance, double volume)
    {
        if (!m_speech)
            return;
        m_speech->stop();
        if (languageOf(m_speech->locale()) != utterance.language)
            for (const QLocale& locale : m_speech->availableLocales())
                if (languageOf(locale) == utterance.language) {
                    m_speech->setLocale(locale);
                    break;
                }
        m_began = false;
        m_speech->setVolume(volume);
        // A little slower than a young engineer likes it.
        m_speech->setRate(-0.15);
        m_speech->say(utterance.text);
    }

    void stop()
    {
        if (m_speech)
            m_speech->stop();
    }

    QTextToSpeech* speech() const { return m_speech.get(); }

    /// Whether this is the end of the newest utterance. That of one that was interrupted arrives late: before the next
    /// begins.
    bool isEnd(QTextToSpeech::State state)
    {
        if (state == QTextToSpeech::Speaking)
            m_began = true;
        const bool over = state == QTextToSpeech::Error || (state == QTextToSpeech::Ready && m_began);
        if (over)
            m_began = false;
        return over;
    }

private:
    std::unique_ptr<QTextToSpeech> m_speech;
    bool m_began = false;
};

SyntheticVoice::SyntheticVoice(QObject* parent)
    : Voice(parent)
    , m_engine(new Engine)
{
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("voice"));
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_engine, [this] {
        const QSet<QString> languages = m_engine->open();
        if (QTextToSpeech* speech = m_engine->speech())
            connect(speech, &QTextToSpeech::stateChanged, m_engine, [this](QTextToSpeech::State state) {
                if (m_engine->isEnd(state))
                    QMetaObject::invokeMethod(this, &Voice::ended);
            });
        QMetaObject::invokeMethod(this, [this, languages] {
            m_answered = true;
            m_languages = languages;
            emit changed();
        });
    });
}

SyntheticVoice::~SyntheticVoice()
{
    m_thread.quit();
    m_thread.wait();
}

bool SyntheticVoice::knows(const Utterance& utterance) const
{
    // What comes before the service has answered waits in the thread.
    return !m_answered || m_languages.contains(utterance.language);
}

bool SyntheticVoice::speaks(const QString& language) const
{
    return m_languages.contains(language);
}

void SyntheticVoice::say(const Utterance& utterance, double volume)
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, utterance, volume] { engine->say(utterance, volume); });
}

void SyntheticVoice::stop()
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->stop(); });
}

} // namespace chinhchu::ui
