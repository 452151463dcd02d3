#include "store/signature_requests.h"

#include "http/json_reader.h"
#include "store/population.h"

#include <QDate>
#include <QUuid>

namespace chinhchu::sandbox {

QString SignatureRequests::add(const QString& bindingId, const QString& personNumber, const QDateTime& consentGivenAt)
{
    constexpr int minimumAge = 14;
    const auto person = Population(m_connection).person(personNumber);
    const QDate birth = person ? QDate::fromString(person->birthDate, Qt::ISODate) : QDate();
    if (!birth.isValid() || birth.addYears(minimumAge) > QDate::currentDate())
        return {};
    m_connection.change(
        QStringLiteral("INSERT INTO signature_requests (binding_id, request_id, consent_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (binding_id) DO NOTHING"),
        {bindingId, QUuid::createUuid().toString(QUuid::WithoutBraces), toText(consentGivenAt)});
    const Rows rows =
        m_connection.run(QStringLiteral("SELECT request_id FROM signature_requests WHERE binding_id = ?"), {bindingId});
    return rows.first().first().toString();
}

} // namespace chinhchu::sandbox
