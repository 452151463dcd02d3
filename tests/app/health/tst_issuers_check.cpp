#include "app/carrier/trust_list_store.h"
#include "app/health/checks.h"
#include "kit/synthetic_chip.h"
#include "tests/app/delivery/signed_by.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

/// What the doctor says of the certificates of issuers; the lists are signed by the openssl command.
class TestIssuersCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        testing::certify(m_home, "documents", "/OU=documents/CN=Documents");
        const QString folder = m_home.file("state");
        const kit::SyntheticState state(folder, "Synthetic");
        m_certificate = testing::openssl(folder, {"x509", "-in", "csca.crt", "-outform", "DER"});
    }

    void init()
    {
        QFile::remove(m_home.home().trustListFile());
        QDir(m_home.home().trustFolder()).removeRecursively();
    }

    void issuers_ofNobody_areMissingAndASessionIsLimited()
    {
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Limited);
        QCOMPARE(found.failure->code, FailureCode::IssuersMissing);
    }

    void issuers_fromTheCarrier_sayHowOldTheListIs()
    {
        takeListOf(QDateTime::currentDateTimeUtc().addDays(-3));
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Ready);
        QVERIFY2(found.detail.endsWith("(1 certificates, 0 revocation lists) is 3 days old"), qPrintable(found.detail));
    }

    /// The carrier's clock may be ahead.
    void issuers_fromAListOfTomorrow_areNotOlderThanNothing()
    {
        takeListOf(QDateTime::currentDateTimeUtc().addDays(1));
        QVERIFY(check().detail.endsWith("is 0 days old"));
    }

    void issuers_thatStaffImported_haveNoAge()
    {
        QVERIFY(QDir().mkpath(m_home.home().trustFolder()));
        QVERIFY(QFile::copy(m_home.file("state/csca.crt"), m_home.home().trustFolder() + "/own.crt"));
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Ready);
        QVERIFY(!found.detail.contains("days old"));
    }

    void issuers_besideADamagedList_limitASession()
    {
        takeListOf(QDateTime::currentDateTimeUtc());
        m_home.write("trust-list.cms", "no list");
        const HealthCheck found = check();
        QCOMPARE(found.state, HealthCheck::State::Limited);
        QCOMPARE(found.failure->code, FailureCode::CarrierUntrusted);
    }

private:
    [[nodiscard]] HealthCheck check() const
    {
        KioskOptions options;
        options.home = m_home.folder();
        return checkIssuers(options, m_home.home(), m_home.enrolment());
    }

    void takeListOf(const QDateTime& issuedAt) const
    {
        const QByteArray list =
            QJsonDocument(QJsonObject{{"format", "chinhchu-trust-list"},
                                      {"version", "v"},
                                      {"issuedAt", issuedAt.toString(Qt::ISODate)},
                                      {"certificates", QJsonArray{QString::fromLatin1(m_certificate.toBase64())}},
                                      {"revocationLists", QJsonArray{}}})
                .toJson();
        const TrustListStore store(m_home.home().trustListFile(), m_home.enrolment().carrierAuthorityPem,
                                   m_home.home().trustFolder());
        if (!store.take(testing::signedBy(m_home, "documents", list)))
            qFatal("the list was not taken");
    }

    testing::EnrolledHome m_home;
    QByteArray m_certificate;
};

QTEST_GUILESS_MAIN(TestIssuersCheck)
#include "tst_issuers_check.moc"
