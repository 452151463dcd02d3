#pragma once

#include "store/database.h"

#include <optional>

namespace chinhchu::sandbox {

/// What the population database says of a person.
struct Person
{
    QString number;
    QString oldNumber; ///< 9-digit CMND; empty if there was none
    QString fullName;
    QString birthDate; ///< yyyy-MM-dd
};

/// A number as the carrier keeps it.
struct HeldNumber
{
    QString msisdn;   ///< E.164
    QString document; ///< 12-digit number or 9-digit CMND under which it is registered; empty: nobody has it yet
    QString voiceOut; ///< active or suspended
    QString voiceIn;
    QString lockDeadline;    ///< RFC 3339; empty if no lock is announced
    QString authenticatedBy; ///< binding; empty if none
    QString disclaimedBy;
    QString deviceChangedAt; ///< RFC 3339; empty if its SIM stayed where it was, or was confirmed since
    bool postpaid = false;
    bool organisation = false; ///< an organisation's; the document is that of the person who was given the SIM
};

/// People and their numbers.
class Population
{
public:
    explicit Population(Connection& connection)
        : m_connection(connection)
    {
    }

    /// Adds what is missing from a seed file (demo-population.json); keeps what is there. Throws JsonError or
    /// StoreError.
    void seed(const QByteArray& json);

    std::optional<Person> person(const QString& number);
    std::optional<HeldNumber> number(const QString& msisdn);
    QList<HeldNumber> numbersUnder(const QString& document);

    /// The rightful holder is known: locks are lifted, the number moves to the new document.
    void markAuthenticated(const QString& msisdn, const QString& document, const QString& bindingId);
    void markDisclaimed(const QString& msisdn, const QString& reference);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
