#include "ui/view_models/face_view.h"

#include "ui/view_models/face_hints.h"

namespace chinhchu::ui {

FaceView::FaceView(const app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

QString FaceView::hint() const
{
    return faceHintText(m_code);
}

QString FaceView::hintKey() const
{
    return QStringLiteral("FaceHint.") + (m_code.isEmpty() ? QStringLiteral("HOLD_STILL") : m_code);
}

QString FaceView::direction() const
{
    return faceHintDirection(m_code);
}

bool FaceView::matched() const
{
    const auto& match = m_session.facts().match;
    return match && match->match;
}

void FaceView::wipe()
{
    m_frame.reset();
    m_code.clear();
    m_progress = 0;
    emit frameChanged();
    emit changed();
    emit matchChanged();
}

void FaceView::show(const std::shared_ptr<const biometrics::Frame>& frame)
{
    m_frame = frame;
    emit frameChanged();
}

void FaceView::update(const QString& code, double progress)
{
    if (code == m_code && progress == m_progress)
        return;
    m_code = code;
    m_progress = progress;
    emit changed();
}

} // namespace chinhchu::ui
