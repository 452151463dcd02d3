#include "ui/walk/walk_plan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::ui {

Result<WalkPlan> WalkPlan::load(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, file.toStdString());
    const QJsonObject json = QJsonDocument::fromJson(opened.readAll()).object();
    WalkPlan plan;
    plan.cardDigits = json.value(QStringLiteral("can")).toString();
    for (const QJsonValue& number : json.value(QStringLiteral("msisdn")).toArray())
        plan.msisdns += number.toString();
    if (plan.cardDigits.isEmpty() || plan.msisdns.isEmpty())
        return fail(FailureCode::UsageInvalid, file.toStdString() + ": needs \"can\" and \"msisdn\"");
    return plan;
}

} // namespace chinhchu::ui
