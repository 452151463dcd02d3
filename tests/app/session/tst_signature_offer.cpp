// The offer of a public digital signature: who is asked, and what reaches the carrier.

#include "tests/app/session/kit/quick_counter.h"

#include "app/session/signature_consent.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;

namespace {

/// When the sandbox was told that the person of a binding agreed; empty: it knows of no request.
QString requestedAt(kit::SandboxProcess& carrier, const QString& bindingId)
{
    const QString name = QStringLiteral("signature-requests");
    QString found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", name);
        database.setDatabaseName(carrier.database().mid(7)); // "sqlite:"
        if (!database.open())
            qFatal("no database");
        QSqlQuery query(database);
        query.prepare("SELECT consent_at FROM signature_requests WHERE binding_id = ?");
        query.addBindValue(bindingId);
        if (query.exec() && query.next())
            found = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return found;
}

} // namespace

class TestSignatureOffer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_counter = std::make_unique<QuickCounter>(QJsonObject{{"signatureOffer", true}}); }

    void request_withItsConsent_reachesTheCarrierWithTheBinding()
    {
        Session session(m_counter->parts());
        QCOMPARE(QuickCounter::walk(session, State::SignatureOffer), State::SignatureOffer);

        session.requestSignature(signatureConsent().recorded(), "en");
        QCOMPARE(session.state(), State::Review);
        const QDateTime agreed = session.facts().signatureWish->consent.givenAt;
        const QString binding = session.facts().bindingId;
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.exitStatus(), 0);
        const QString told = requestedAt(m_counter->carrier(), binding);
        QCOMPARE(QDateTime::fromString(told, Qt::ISODateWithMs), agreed);
        QVERIFY(m_counter->audit().contains("signature-requested " + binding));
    }

    void offer_whenDeclined_isCountedAndAsksForNothing()
    {
        Session session(m_counter->parts());
        QuickCounter::walk(session, State::SignatureOffer);

        session.declineSignature();
        const QString binding = session.facts().bindingId;
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.exitStatus(), 0);
        QCOMPARE(requestedAt(m_counter->carrier(), binding), QString());
        QVERIFY(m_counter->audit().contains("signature-declined " + binding));
    }

    void answer_afterGoingBack_isAskedForAnew()
    {
        Session session(m_counter->parts());
        QuickCounter::walk(session, State::SignatureOffer);
        session.requestSignature("yes", "en");
        session.back();

        session.confirmNumbers();

        QCOMPARE(session.state(), State::SignatureOffer);
        QVERIFY(!session.facts().signatureWish);
    }

    void whoIsTooYoung_isNotAsked()
    {
        SessionParts parts = m_counter->parts();
        parts.policy.signatureFrom = 100;
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Review), State::Review);

        QVERIFY(!session.facts().signatureWish);
    }

    void withoutNetwork_theRequestWaitsWithTheBinding()
    {
        Session session(m_counter->parts(m_counter->nobody()));
        QuickCounter::walk(session, State::SignatureOffer);
        session.requestSignature(signatureConsent().recorded(), "vi");
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        const Evidence evidence = m_counter->queued();

        QVERIFY(evidence.signatureWish && evidence.signatureWish->wanted);
        QCOMPARE(evidence.signatureWish->consent.text, signatureConsent().recorded());
        QCOMPARE(evidence.signatureWish->consent.language, "vi");
    }

private:
    std::unique_ptr<QuickCounter> m_counter;
};

QTEST_GUILESS_MAIN(TestSignatureOffer)
#include "tst_signature_offer.moc"
