#include "tests/ui/scripted/usual_data.h"

#include "tests/ui/scripted/drawn_face.h"

namespace chinhchu::scripted {

using State = app::Session::State;

void useAsUsual(app::Session& session, ui::Kiosk& kiosk, State state)
{
    if (state == State::NumberEntry)
        for (const char digit : {'0', '9', '0', '0', '0', '0', '0', '0', '1', '7'})
            kiosk.phone()->press(QString(QLatin1Char(digit)));
    if (state == State::Identify)
        for (const char digit : {'0', '0', '0', '0', '1', '7'})
            kiosk.card()->press(QString(QLatin1Char(digit)));
    if (state == State::Possession)
        for (const char digit : {'0', '4', '2', '1', '3'})
            kiosk.password()->press(QString(QLatin1Char(digit)));
    if (state == State::ReadChip)
        emit session.readProgress({nfc::ReadProgress::Phase::ReadingFiles, "DG2", 12800, 21500});
    if (state == State::DocumentPictures) {
        auto frame = std::make_shared<biometrics::Frame>();
        frame->image = drawnFace(1280, 720);
        emit session.frame(frame);
        emit session.faceHint(QStringLiteral("DOCUMENT_NO_GLARE"), 0.2);
    }
    if (state == State::CaptureFace) {
        auto frame = std::make_shared<biometrics::Frame>();
        frame->image = drawnFace(1280, 720);
        emit session.frame(frame);
        emit session.faceHint(QStringLiteral("FaceTooSmall"), 0.35);
    }
}

} // namespace chinhchu::scripted
