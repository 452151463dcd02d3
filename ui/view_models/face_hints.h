#pragma once

#include <QString>

namespace chinhchu::ui {

/// Two to six words to do now, for a hint code of the capture: a failure code ("FACE_NOT_FOUND"), something to change
/// ("COME_CLOSER"), a movement that the liveness check asks for ("TURN_LEFT"), something to do with the
/// card ("DOCUMENT_TURN_OVER") or a quality measure in the names of
/// ISO/IEC 29794-5 ("Luminance"). "Hold still" for none, "Look at the camera" for one that is not known.
QString faceHintText(const QString& code);

/// Where the hint asks to turn the head: "left", "right", "up", "down", empty for all other hints.
QString faceHintDirection(const QString& code);

} // namespace chinhchu::ui
