#pragma once

#include "app/evidence/evidence.h"

#include <QJsonObject>
#include <QString>

namespace chinhchu::app::cli {

QJsonObject matchJson(const biometrics::MatchResult& match);
QJsonObject livenessJson(const Evidence::Liveness& liveness);
QString matchText(const biometrics::MatchResult& match);

} // namespace chinhchu::app::cli
