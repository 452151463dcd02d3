#include "ui/speech/clip_voice.h"

#include <QDir>
#include <QRegularExpression>
#include <QSoundEffect>
#include <QUrl>

namespace chinhchu::ui {

namespace {

/// A key becomes a file name: nothing in it may lead out of the folder.
bool isPlain(const QString& key)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\z"));
    return plain.match(key).hasMatch();
}

} // namespace

ClipVoice::ClipVoice(QString folder, QObject* parent)
    : Voice(parent)
    , m_folder(std::move(folder))
{
}

ClipVoice::~ClipVoice() = default;

QString ClipVoice::file(const Utterance& utterance) const
{
    if (m_folder.isEmpty() || !isPlain(utterance.key) || !isPlain(utterance.language))
        return {};
    const QString path = m_folder + u'/' + utterance.language + u'/' + utterance.key + QStringLiteral(".wav");
    return QFileInfo(path).isFile() ? path : QString();
}

bool ClipVoice::knows(const Utterance& utterance) const
{
    return !file(utterance).isEmpty();
}

bool ClipVoice::speaks(const QString& language) const
{
    return !m_folder.isEmpty() && isPlain(language) &&
           !QDir(m_folder + u'/' + language).isEmpty(QDir::Files | QDir::NoDotAndDotDot);
}

void ClipVoice::say(const Utterance& utterance, double volume)
{
    stop();
    if (!m_sound) {
        m_sound = std::make_unique<QSoundEffect>();
        const auto over = [this] {
            if (!m_saying || m_sound->isPlaying() || m_sound->status() == QSoundEffect::Loading)
                return;
            m_saying = false;
            emit ended();
        };
        connect(m_sound.get(), &QSoundEffect::playingChanged, this, over);
        connect(m_sound.get(), &QSoundEffect::statusChanged, this, [this, over] {
            if (m_sound->status() == QSoundEffect::Error)
                over();
        });
    }
    m_sound->setVolume(static_cast<float>(volume));
    m_sound->setSource(QUrl::fromLocalFile(file(utterance)));
    m_saying = true;
    m_sound->play();
}

void ClipVoice::stop()
{
    m_saying = false;
    if (m_sound)
        m_sound->stop();
}

} // namespace chinhchu::ui
