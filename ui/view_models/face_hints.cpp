#include "ui/view_models/face_hints.h"

#include <QCoreApplication>

#include <array>

namespace chinhchu::ui {

namespace {

struct Hint
{
    const char* code;
    const char* text;
};

constexpr std::array hints = {
    Hint{"FACE_NOT_FOUND", QT_TRANSLATE_NOOP("FaceHint", "Look at the camera")},
    Hint{"FACE_NOT_ALONE", QT_TRANSLATE_NOOP("FaceHint", "One person only, please")},
    Hint{"FACE_QUALITY_POOR", QT_TRANSLATE_NOOP("FaceHint", "Come a little closer")},
    Hint{"COME_CLOSER", QT_TRANSLATE_NOOP("FaceHint", "Come a little closer")},
    Hint{"MOVE_BACK", QT_TRANSLATE_NOOP("FaceHint", "Step back a little")},
    Hint{"STAND_ALONE", QT_TRANSLATE_NOOP("FaceHint", "One person only, please")},
    Hint{"HOLD_STILL", QT_TRANSLATE_NOOP("FaceHint", "Hold still")},
    Hint{"MORE_LIGHT", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"LESS_LIGHT", QT_TRANSLATE_NOOP("FaceHint", "Too bright: turn from the light")},
    Hint{"EVEN_LIGHT", QT_TRANSLATE_NOOP("FaceHint", "Turn towards the light")},
    Hint{"OPEN_EYES", QT_TRANSLATE_NOOP("FaceHint", "Open your eyes")},
    Hint{"CLOSE_MOUTH", QT_TRANSLATE_NOOP("FaceHint", "Close your mouth")},
    Hint{"UNCOVER_FACE", QT_TRANSLATE_NOOP("FaceHint", "Take off mask or hat")},
    Hint{"CAMERA_UNAVAILABLE", QT_TRANSLATE_NOOP("FaceHint", "The camera is waking up")},
    Hint{"FaceTooSmall", QT_TRANSLATE_NOOP("FaceHint", "Come a little closer")},
    Hint{"FaceTooLarge", QT_TRANSLATE_NOOP("FaceHint", "Step back a little")},
    Hint{"InterEyeDistance", QT_TRANSLATE_NOOP("FaceHint", "Come a little closer")},
    Hint{"HeadSize", QT_TRANSLATE_NOOP("FaceHint", "Come a little closer")},
    Hint{"CropOfTheFaceImage", QT_TRANSLATE_NOOP("FaceHint", "Bring your face into the oval")},
    Hint{"LeftwardCrop", QT_TRANSLATE_NOOP("FaceHint", "Bring your face into the oval")},
    Hint{"RightwardCrop", QT_TRANSLATE_NOOP("FaceHint", "Bring your face into the oval")},
    Hint{"MarginAbove", QT_TRANSLATE_NOOP("FaceHint", "Bring your face into the oval")},
    Hint{"MarginBelow", QT_TRANSLATE_NOOP("FaceHint", "Bring your face into the oval")},
    Hint{"Luminance", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"LuminanceMean", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"UnderExposure", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"UnderExposurePrevention", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"OverExposure", QT_TRANSLATE_NOOP("FaceHint", "Too bright: turn from the light")},
    Hint{"OverExposurePrevention", QT_TRANSLATE_NOOP("FaceHint", "Too bright: turn from the light")},
    Hint{"IlluminationUniformity", QT_TRANSLATE_NOOP("FaceHint", "Turn towards the light")},
    Hint{"DynamicRange", QT_TRANSLATE_NOOP("FaceHint", "More light on your face")},
    Hint{"Sharpness", QT_TRANSLATE_NOOP("FaceHint", "Hold still")},
    Hint{"MotionBlurPrevention", QT_TRANSLATE_NOOP("FaceHint", "Hold still")},
    Hint{"EyesOpen", QT_TRANSLATE_NOOP("FaceHint", "Open your eyes")},
    Hint{"EyesVisible", QT_TRANSLATE_NOOP("FaceHint", "Take off dark glasses")},
    Hint{"MouthClosed", QT_TRANSLATE_NOOP("FaceHint", "Close your mouth")},
    Hint{"MouthOcclusionPrevention", QT_TRANSLATE_NOOP("FaceHint", "Take off your mask")},
    Hint{"FaceOcclusionPrevention", QT_TRANSLATE_NOOP("FaceHint", "Take off mask or hat")},
    Hint{"HeadPose", QT_TRANSLATE_NOOP("FaceHint", "Look straight ahead")},
    Hint{"HeadPoseYaw", QT_TRANSLATE_NOOP("FaceHint", "Look straight ahead")},
    Hint{"HeadPosePitch", QT_TRANSLATE_NOOP("FaceHint", "Hold your head level")},
    Hint{"HeadPoseRoll", QT_TRANSLATE_NOOP("FaceHint", "Hold your head upright")},
    Hint{"SingleFacePresent", QT_TRANSLATE_NOOP("FaceHint", "One person only, please")},
    Hint{"TURN_LEFT", QT_TRANSLATE_NOOP("FaceHint", "Turn your head slowly left")},
    Hint{"TURN_RIGHT", QT_TRANSLATE_NOOP("FaceHint", "Turn your head slowly right")},
    Hint{"LOOK_UP", QT_TRANSLATE_NOOP("FaceHint", "Look up slowly")},
    Hint{"LOOK_LEFT", QT_TRANSLATE_NOOP("FaceHint", "Turn your head slowly left")},
    Hint{"LOOK_RIGHT", QT_TRANSLATE_NOOP("FaceHint", "Turn your head slowly right")},
    Hint{"LOOK_DOWN", QT_TRANSLATE_NOOP("FaceHint", "Lower your head slowly")},
    Hint{"BLINK", QT_TRANSLATE_NOOP("FaceHint", "Close your eyes for a second")},
    Hint{"DOCUMENT_SHOW_CARD", QT_TRANSLATE_NOOP("FaceHint", "Show the whole card, close up")},
    Hint{"DOCUMENT_COME_CLOSER", QT_TRANSLATE_NOOP("FaceHint", "Bring the card closer")},
    Hint{"DOCUMENT_LAY_FLAT", QT_TRANSLATE_NOOP("FaceHint", "Hold the card straight")},
    Hint{"DOCUMENT_MORE_LIGHT", QT_TRANSLATE_NOOP("FaceHint", "More light on the card")},
    Hint{"DOCUMENT_LESS_LIGHT", QT_TRANSLATE_NOOP("FaceHint", "Too bright: turn from the light")},
    Hint{"DOCUMENT_NO_GLARE", QT_TRANSLATE_NOOP("FaceHint", "Tilt the card away from the lamp")},
    Hint{"DOCUMENT_HOLD_STILL", QT_TRANSLATE_NOOP("FaceHint", "Hold the card still")},
    Hint{"DOCUMENT_TURN_OVER", QT_TRANSLATE_NOOP("FaceHint", "Turn the card over")},
    Hint{"LOOK_STRAIGHT", QT_TRANSLATE_NOOP("FaceHint", "Look straight ahead")},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("FaceHint", text);
}

} // namespace

QString faceHintText(const QString& code)
{
    if (code.isEmpty())
        return translated(QT_TRANSLATE_NOOP("FaceHint", "Hold still"));
    for (const Hint& hint : hints)
        if (code == QLatin1String(hint.code))
            return translated(hint.text);
    return translated(QT_TRANSLATE_NOOP("FaceHint", "Look at the camera"));
}

QString faceHintDirection(const QString& code)
{
    for (const char* direction : {"left", "right", "up", "down"}) {
        const QString upper = QString::fromLatin1(direction).toUpper();
        if (code == QStringLiteral("TURN_") + upper || code == QStringLiteral("LOOK_") + upper)
            return QString::fromLatin1(direction);
    }
    return {};
}

} // namespace chinhchu::ui
