#include "http/message.h"

#include <QJsonDocument>

namespace chinhchu::sandbox {

Answer jsonAnswer(int status, const QJsonObject& object)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer errorAnswer(int status, const QString& code, const QString& message)
{
    return jsonAnswer(status, {{"status", status}, {"code", code}, {"message", message}});
}

} // namespace chinhchu::sandbox
