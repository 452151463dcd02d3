#include "store/population.h"

#include "http/json_reader.h"

namespace chinhchu::sandbox {

namespace {

constexpr int mostSeeded = 100000;
const QString numberColumns =
    QStringLiteral("msisdn, document, voice_out, voice_in, lock_deadline, authenticated_by, disclaimed_by");
/// Terms stand in a table of their own: a database from before there were any stays good.
const QString numberQuery =
    QStringLiteral("SELECT s.msisdn, s.document, s.voice_out, s.voice_in, s.lock_deadline, s.authenticated_by, "
                   "s.disclaimed_by, COALESCE(t.payment, 'prepaid'), COALESCE(t.holder, 'person'), "
                   "COALESCE(t.device_changed_at, '') "
                   "FROM subscriptions s LEFT JOIN subscription_terms t ON t.msisdn = s.msisdn WHERE ");

/// An empty QString would be stored as NULL.
QString stored(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("") : text;
}

HeldNumber heldNumber(const Row& row)
{
    return {row[0].toString(),
            row[1].toString(),
            row[2].toString(),
            row[3].toString(),
            row[4].toString(),
            row[5].toString(),
            row[6].toString(),
            row[9].toString(),
            row[7].toString() == QLatin1String("postpaid"),
            row[8].toString() == QLatin1String("organisation")};
}

void seedTerms(Connection& connection, JsonReader& number, const QString& msisdn)
{
    const QString payment =
        number.has("payment") ? number.oneOf("payment", {"prepaid", "postpaid"}) : QStringLiteral("prepaid");
    const QString holder =
        number.has("holder") ? number.oneOf("holder", {"person", "organisation"}) : QStringLiteral("person");
    connection.change(QStringLiteral("INSERT INTO subscription_terms (msisdn, payment, holder, device_changed_at) "
                                     "VALUES (?, ?, ?, ?) "
                                     "ON CONFLICT (msisdn) DO NOTHING"),
                      {msisdn, payment, holder, stored(number.optionalText("deviceChangedAt"))});
}

} // namespace

void Population::seed(const QByteArray& json)
{
    JsonReader file = JsonReader::parse(json);
    m_connection.transaction([&] {
        for (JsonReader& person : file.objects(QStringLiteral("people"), mostSeeded)) {
            m_connection.change(
                QStringLiteral("INSERT INTO people (number, old_number, full_name, birth_date) VALUES (?, ?, ?, ?) "
                               "ON CONFLICT (number) DO NOTHING"),
                {person.text("number"), stored(person.optionalText("oldNumber")), person.text("fullName"),
                 person.text("birthDate")});
            person.finish();
        }
        const QStringList states{"active", "suspended"};
        for (JsonReader& number : file.objects(QStringLiteral("subscriptions"), mostSeeded)) {
            const QString msisdn = number.text("msisdn");
            m_connection.change(QStringLiteral("INSERT INTO subscriptions (%1) VALUES (?, ?, ?, ?, ?, '', '') "
                                               "ON CONFLICT (msisdn) DO NOTHING")
                                    .arg(numberColumns),
                                {msisdn, stored(number.text("document")), number.oneOf("voiceSmsOut", states),
                                 number.oneOf("voiceSmsIn", states), stored(number.optionalText("lockDeadline"))});
            seedTerms(m_connection, number, msisdn);
            number.finish();
        }
    });
    file.finish();
}

std::optional<Person> Population::person(const QString& number)
{
    const Rows rows = m_connection.run(
        QStringLiteral("SELECT number, old_number, full_name, birth_date FROM people WHERE number = ?"), {number});
    if (rows.isEmpty())
        return {};
    const Row& row = rows.first();
    return Person{row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString()};
}

std::optional<HeldNumber> Population::number(const QString& msisdn)
{
    const Rows rows = m_connection.run(numberQuery + QStringLiteral("s.msisdn = ?"), {msisdn});
    if (rows.isEmpty())
        return {};
    return heldNumber(rows.first());
}

QList<HeldNumber> Population::numbersUnder(const QString& document)
{
    QList<HeldNumber> numbers;
    const Rows rows = m_connection.run(
        numberQuery + QStringLiteral("s.document = ? AND s.disclaimed_by = '' ORDER BY s.msisdn"), {document});
    for (const Row& row : rows)
        numbers.append(heldNumber(row));
    return numbers;
}

void Population::markAuthenticated(const QString& msisdn, const QString& document, const QString& bindingId)
{
    m_connection.change(
        QStringLiteral("UPDATE subscriptions SET document = ?, voice_out = 'active', voice_in = 'active', "
                       "lock_deadline = '', authenticated_by = ? WHERE msisdn = ?"),
        {document, bindingId, msisdn});
    m_connection.change(QStringLiteral("UPDATE subscription_terms SET device_changed_at = '' WHERE msisdn = ?"), {msisdn});
}

void Population::markDisclaimed(const QString& msisdn, const QString& reference)
{
    m_connection.change(QStringLiteral("UPDATE subscriptions SET disclaimed_by = ? WHERE msisdn = ?"),
                        {reference, msisdn});
}

} // namespace chinhchu::sandbox
