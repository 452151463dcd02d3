#include "tests/ui/speech_stage.h"

#include "app/settings/language.h"
#include "tests/ui/scripted/scripted_session.h"

#include <QtTest>

namespace chinhchu::scripted {

namespace {

QString firstLanguage()
{
    return QStringLiteral("vi");
}

QStringList largeTexts(const QQuickItem* item, int large)
{
    if (!item->isVisible() || item->property("focusable").isValid())
        return {};
    QStringList all;
    const QVariant fact = item->property("fact");
    if (fact.isValid() && !fact.toBool() && item->property("font").value<QFont>().pixelSize() >= large)
        // Where a line must not end is nothing to hear.
        all << item->property("text").toString().replace(QChar(QChar::Nbsp), u' ');
    for (const QQuickItem* child : item->childItems())
        all << largeTexts(child, large);
    all.removeAll(QString());
    return all;
}

} // namespace

void SpeechStage::settle()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
}

void SpeechStage::open()
{
    fillGenerously(false);
    if (m_window) {
        m_kiosk->comfort()->reset();
        show(*m_session, app::Session::State::Greeting);
        settle();
    } else {
        makeWindow();
    }
    m_voice = addVoices();
}

void SpeechStage::makeWindow()
{
    app::installTranslation(firstLanguage());
    app::SessionParts parts;
    parts.enrolment.kind = app::Enrolment::Kind::Demo;
    m_session = std::make_unique<app::Session>(std::move(parts));
    m_kiosk = std::make_unique<ui::Kiosk>(*m_session);
    m_window =
        std::make_unique<ui::KioskWindow>(*m_kiosk, ui::KioskWindow::Options{.still = true, .size = {1366, 768}});
    QVERIFY(m_window->window());
    QQmlComponent theme(&m_window->engine());
    theme.setData("import QtQml\nimport ChinhChu\nQtObject { property int heading: Theme.heading }", QUrl());
    const std::unique_ptr<QObject> sizes(theme.create());
    QVERIFY2(sizes, qPrintable(theme.errorString()));
    m_large = sizes->property("heading").toInt();
    settle();
}

void SpeechStage::close()
{
    m_speaker.reset();
    m_voice = nullptr;
    if (m_kiosk->language() != firstLanguage())
        m_kiosk->speak(firstLanguage());
}

NotingVoice* SpeechStage::addVoices(std::vector<std::unique_ptr<ui::Voice>> first)
{
    auto voice = std::make_unique<NotingVoice>();
    m_voice = voice.get();
    first.push_back(std::move(voice));
    // The one before goes first: it would say everything a second time.
    m_speaker.reset();
    m_speaker = std::make_unique<ui::Speaker>(*m_kiosk->comfort(), std::move(first));
    m_window->listen(*m_speaker);
    return m_voice;
}

QStringList SpeechStage::instructions(const QQuickItem* item)
{
    return largeTexts(item ? item : window().contentItem(), m_large);
}

QStringList SpeechStage::unheard(const QQuickItem* item)
{
    QStringList shown = instructions(item);
    shown.removeIf([heard = m_voice->everything()](const QString& each) { return heard.contains(each); });
    return shown;
}

} // namespace chinhchu::scripted
