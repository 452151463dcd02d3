#include "ui/view_models/progress_view.h"

#include "app/settings/language.h"

#include <QLocale>

#include <algorithm>

namespace chinhchu::ui {

using Phase = nfc::ReadProgress::Phase;

namespace {

/// The photograph is the last and by far the largest file; before its length is known the whole is taken to be as large
/// as that of most cards, so that the ring does not fill, empty and fill again.
constexpr std::int64_t usualBytes = 18000;

bool wholeIsKnown(const nfc::ReadProgress& progress)
{
    return progress.file == "DG2" || progress.bytesTotal >= usualBytes;
}

} // namespace

double ProgressView::fraction() const
{
    if (m_progress.phase == Phase::Done)
        return 1;
    if (m_progress.bytesTotal <= 0)
        return 0;
    const std::int64_t whole = wholeIsKnown(m_progress) ? m_progress.bytesTotal : usualBytes;
    return std::clamp(static_cast<double>(m_progress.bytesRead) / static_cast<double>(whole), 0.0, 1.0);
}

QString ProgressView::doing() const
{
    switch (m_progress.phase) {
    case Phase::Connecting:
        return tr("Looking for the chip");
    case Phase::OpeningChannel:
        return tr("Opening a protected connection");
    case Phase::ReadingFiles:
        return m_progress.file == "DG2" ? tr("Reading the photograph") : tr("Reading the chip");
    case Phase::Authenticating:
        return tr("Checking that the card is genuine");
    case Phase::WaitingForCard:
        return tr("The card moved. Put it back.");
    case Phase::Done:
        return tr("Everything was read");
    }
    return {};
}

QString ProgressView::phase() const
{
    switch (m_progress.phase) {
    case Phase::Connecting:
        return QStringLiteral("Connecting");
    case Phase::OpeningChannel:
        return QStringLiteral("OpeningChannel");
    case Phase::ReadingFiles:
        return m_progress.file == "DG2" ? QStringLiteral("Photograph") : QStringLiteral("Files");
    case Phase::Authenticating:
        return QStringLiteral("Authenticating");
    case Phase::WaitingForCard:
        return QStringLiteral("WaitingForCard");
    case Phase::Done:
        return QStringLiteral("Done");
    }
    return {};
}

QString ProgressView::amount() const
{
    if (m_progress.bytesTotal <= 0)
        return {};
    const QLocale locale(app::installedLanguage());
    const auto inKilobytes = [&locale](std::int64_t bytes) {
        return locale.toString(static_cast<double>(bytes) / 1000, 'f', 1);
    };
    if (!wholeIsKnown(m_progress) && m_progress.phase != Phase::Done)
        return tr("%1 kB read").arg(inKilobytes(m_progress.bytesRead));
    return tr("%1 of %2 kB").arg(inKilobytes(m_progress.bytesRead), inKilobytes(m_progress.bytesTotal));
}

void ProgressView::update(const nfc::ReadProgress& progress)
{
    m_progress = progress;
    emit changed();
}

} // namespace chinhchu::ui
