#pragma once

#include "biometrics/face_engine.h"

#include <QJsonObject>
#include <QString>

namespace chinhchu::app::cli {

QJsonObject matchJson(const biometrics::MatchResult& match);
QString matchText(const biometrics::MatchResult& match);

} // namespace chinhchu::app::cli
