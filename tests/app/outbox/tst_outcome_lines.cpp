// What became of a binding stands in the audit trail once, whoever heard it and whatever died in between.

#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using State = BindingReceipt::State;

namespace {

BindingReceipt receipt(const char* id, State state)
{
    return {QString::fromLatin1(id), "R-1", state, QDateTime::currentDateTimeUtc(), {"FACE_MISMATCH"}};
}

} // namespace

class TestOutcomeLines : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outbox = *Outbox::open(m_folder->filePath("outbox.sqlite"));
        m_trail = *AuditTrail::open(m_folder->filePath("audit.log"));
        for (const char* id : {"a", "b", "c"})
            QVERIFY(m_outbox->enqueue(id, "sealed"));
    }

    void outcome_thatIsFinalAtOnce_isTold()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Verified)));
        QVERIFY(m_outbox->markRefused("b", "MODEL_NOT_ALLOWED"));
        QVERIFY(m_outbox->markDelivered(receipt("c", State::Received)));
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a", "binding-refused b",
                                       "binding-delivered c"}));
    }

    void outcome_thatComesLater_isToldThen()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Received)));
        QVERIFY(m_outbox->markDelivered(receipt("b", State::Received)));
        tell();
        QVERIFY(m_outbox->markDecided(receipt("b", State::Refused)));
        QVERIFY(m_outbox->markDecided(receipt("a", State::Verified)));
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-delivered b", "binding-verified a",
                                       "binding-refused b"}));
    }

    /// No reasons, joined, were a null string: the queue took the refusal for a fault of the disk, again and again.
    void refusal_withoutReasons_isKeptAndTold()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Received)));
        BindingReceipt refused = receipt("a", State::Refused);
        refused.reasons.clear();
        QVERIFY(m_outbox->markDecided(refused));
        QVERIFY(m_outbox->markRefused("b", {}));
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-refused a", "binding-refused b"}));
    }

    void outcome_thatIsHeardTwice_isToldOnce()
    {
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_outbox->markDelivered(receipt("a", State::Verified)));
            QVERIFY(m_outbox->markDecided(receipt("a", State::Verified)));
            QVERIFY(m_outbox->markRefused("b", "MODEL_NOT_ALLOWED"));
            tell();
        }
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a", "binding-refused b"}));
    }

    void nothingNew_waitsForNoDisk()
    {
        QVERIFY(m_outbox->markFailed("a", {FailureCode::CarrierUnreachable, {}}));
        tell();
        QVERIFY(lines().isEmpty());
    }

    /// Killed after the queue and before the trail: the next one makes up for it.
    void outcome_ofSomebodyWhoWasKilledBeforeTheLine_isMadeUpFor()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Verified)));
        openAgain();
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a"}));
    }

    /// Killed after the line and before the queue knows: it is found there.
    void outcome_ofSomebodyWhoWasKilledAfterTheLine_isNotToldAgain()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Received)));
        tell();
        QVERIFY(m_outbox->markDecided(receipt("a", State::Verified)));
        QVERIFY(m_outbox->markDelivered(receipt("b", State::Received)));
        QVERIFY(m_trail->record({"kiosk", "binding-verified", "a"}));
        openAgain();
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a", "binding-delivered b"}));
    }

    /// A trail that cannot be written to loses nothing.
    void outcome_thatCannotBeTold_stays()
    {
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Verified)));
        QFile head(m_folder->filePath("audit.log.head"));
        QVERIFY(head.open(QIODevice::WriteOnly));
        head.write("no head\n");
        head.close();
        QVERIFY(!tellOutcomes(*m_outbox, *m_trail));
        QVERIFY(head.remove());
        tell();
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a"}));
    }

    void twoProcesses_tellOnce()
    {
        const auto other = *Outbox::open(m_folder->filePath("outbox.sqlite"));
        const auto otherTrail = *AuditTrail::open(m_folder->filePath("audit.log"));
        QVERIFY(m_outbox->markDelivered(receipt("a", State::Received)));
        QVERIFY(tellOutcomes(*other, *otherTrail));
        tell();
        QVERIFY(other->markDecided(receipt("a", State::Verified)));
        tell();
        QVERIFY(tellOutcomes(*other, *otherTrail));
        QCOMPARE(lines(), (QStringList{"binding-delivered a", "binding-verified a"}));
    }

private:
    void tell()
    {
        const auto told = tellOutcomes(*m_outbox, *m_trail);
        QVERIFY2(told, told ? "" : told.error().detail.c_str());
    }

    void openAgain()
    {
        m_outbox.reset();
        m_trail.reset();
        m_outbox = *Outbox::open(m_folder->filePath("outbox.sqlite"));
        m_trail = *AuditTrail::open(m_folder->filePath("audit.log"));
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        QFile file(m_folder->filePath("audit.log"));
        if (!AuditTrail::verify(file.fileName()) || !file.open(QIODevice::ReadOnly))
            return {"the trail is broken"};
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            all.append(line["action"].toString() + ' ' + line["subject"].toString());
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<AuditTrail> m_trail;
};

QTEST_GUILESS_MAIN(TestOutcomeLines)
#include "tst_outcome_lines.moc"
