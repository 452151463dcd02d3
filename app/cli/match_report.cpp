#include "app/cli/match_report.h"

#include "app/cli/command.h"

namespace chinhchu::app::cli {

QJsonObject matchJson(const biometrics::MatchResult& match)
{
    return {{"match", match.match},
            {"distance", match.distance},
            {"threshold", match.threshold},
            {"falseMatchRate", match.falseMatchRate},
            {"recipe", QString::fromStdString(match.recipe)},
            {"modelSha256", QString::fromStdString(match.modelSha256)}};
}

QJsonObject livenessJson(const Evidence::Liveness& liveness)
{
    QJsonObject scores;
    for (const auto& [name, value] : liveness.scores) {
        scores.insert(QString::fromStdString(name), value);
    }
    return {{"result", QString::fromStdString(liveness.result)}, {"scores", scores}};
}

QString matchText(const biometrics::MatchResult& match)
{
    const QString verdict = match.match ? Text::tr("the same person") : Text::tr("not the same person");
    return Text::tr("%1: distance %2, threshold %3 (%4)")
        .arg(verdict)
        .arg(match.distance, 0, 'f', 3)
        .arg(match.threshold, 0, 'f', 3)
        .arg(QString::fromStdString(match.recipe));
}

} // namespace chinhchu::app::cli
