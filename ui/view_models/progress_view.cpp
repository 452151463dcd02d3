#include "ui/view_models/progress_view.h"

#include <QLocale>

#include <algorithm>

namespace chinhchu::ui {

using Phase = nfc::ReadProgress::Phase;

double ProgressView::fraction() const
{
    if (m_progress.phase == Phase::Done)
        return 1;
    if (m_progress.bytesTotal <= 0)
        return 0;
    return std::clamp(static_cast<double>(m_progress.bytesRead) / static_cast<double>(m_progress.bytesTotal), 0.0, 1.0);
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

QString ProgressView::amount() const
{
    if (m_progress.bytesTotal <= 0)
        return {};
    const QLocale locale(QLocale::Vietnamese);
    const auto inKilobytes = [&locale](std::int64_t bytes) {
        return locale.toString(static_cast<double>(bytes) / 1000, 'f', 1);
    };
    return tr("%1 of %2 kB").arg(inKilobytes(m_progress.bytesRead), inKilobytes(m_progress.bytesTotal));
}

void ProgressView::update(const nfc::ReadProgress& progress)
{
    m_progress = progress;
    emit changed();
}

} // namespace chinhchu::ui
