// The carrier's list of issuers: signed by the openssl command or by the real sandbox, taken in and kept by the device.

#include "app/carrier/trust_list_store.h"
#include "app/outbox/housekeeping.h"
#include "kit/sandbox_process.h"
#include "kit/synthetic_chip.h"
#include "nfc/authenticity/trust_store_content.h"
#include "tests/app/delivery/signed_by.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

std::string detailOf(const Result<TrustList>& list)
{
    return list ? "valid" : std::string(codeName(list.error().code)) + ' ' + list.error().detail;
}

QString base64(const QByteArray& der)
{
    return QString::fromLatin1(der.toBase64());
}

} // namespace

class TestTrustListStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        testing::certify(m_home, "documents", "/OU=documents/CN=Documents");
        testing::certify(m_home, "another", "/OU=devices/CN=kiosk-0002");
        const QString folder = m_home.file("state");
        const kit::SyntheticState state(folder, "Synthetic");
        state.revokeSigner(folder + "/revoked.crl");
        m_certificate = testing::openssl(folder, {"x509", "-in", "csca.crt", "-outform", "DER"});
        m_revocations = testing::openssl(folder, {"crl", "-in", "revoked.crl", "-outform", "DER"});
        m_newer = signedBy("documents", list("2026-11-02T00:00:00Z", {base64(m_certificate)}, {base64(m_revocations)}));
        m_older = signedBy("documents", list("2026-11-01T00:00:00.500Z", {}, {}));
    }

    void init()
    {
        QFile::remove(file());
        QDir(trust()).removeRecursively();
    }

    void load_withoutAFile_isNothing() { QVERIFY(!store().load().value()); }

    void take_ofAList_isBelievedByWhateverReadsIssuers()
    {
        const auto taken = store().take(m_newer);
        QVERIFY2(taken, detailOf(taken).c_str());
        QCOMPARE(taken->version, QStringLiteral("v"));
        const auto kept = store().load().value();
        QVERIFY(kept);
        QCOMPARE(kept->issuedAt, QDateTime(QDate(2026, 11, 2), QTime(0, 0), Qt::UTC));
        QCOMPARE(kept->certificates, 1);
        QCOMPARE(kept->revocationLists, 1);
        QCOMPARE(anchors(), QByteArrayList{m_certificate});
        QCOMPARE(issuers().content().revocationLists.size(), std::size_t(1));
    }

    /// An issuer that the carrier no longer believes.
    void take_ofAListWithoutAnIssuer_takesItAway()
    {
        QVERIFY(store().take(m_newer));
        QVERIFY(store().take(signedBy("documents", list("2026-11-03T00:00:00Z", {}, {}))));
        QVERIFY(anchors().isEmpty());
        QVERIFY(issuers().content().revocationLists.empty());
        QCOMPARE(store().load().value()->certificates, 0);
    }

    void take_leavesWhatStaffImported()
    {
        QVERIFY(QDir().mkpath(trust()));
        QVERIFY(QFile::copy(m_home.file("state/csca.crt"), trust() + "/own.crt"));
        QVERIFY(store().take(m_older));
        QCOMPARE(anchors(), QByteArrayList{m_certificate});
    }

    void take_ofAnOlderList_changesNothing()
    {
        QVERIFY(store().take(m_newer));
        QCOMPARE(detailOf(store().take(m_older)),
                 "TRUST_IMPORT_OLDER the carrier's list: of 2026-11-01T00:00:00Z after 2026-11-02T00:00:00Z");
        QCOMPARE(anchors().size(), 1);
        QVERIFY(store().take(m_newer));
    }

    /// It is asked for every hour; a file that takes another's place has another number.
    void take_ofTheSameListAgain_writesNothing()
    {
        QVERIFY(store().take(m_newer));
        const auto before = numbers();
        QVERIFY(store().take(m_newer));
        QCOMPARE(numbers(), before);
        QVERIFY(QFile::remove(trust() + "/carrier-list.pem"));
        QVERIFY(store().take(m_newer));
        QVERIFY(!anchors().isEmpty());
    }

    void take_ofWhatTheCarrierDidNotSign_changesNothing()
    {
        QVERIFY(store().take(m_older));
        QByteArray changed = m_newer;
        const qsizetype at = changed.indexOf("2026-11-02");
        QVERIFY(at > 0);
        changed[at + 3] = '7';
        const QByteArray content = list("2026-11-09T00:00:00Z", {base64(m_certificate)}, {});

        for (const QByteArray& each : {changed, signedBy("another", content), content, QByteArray()})
            QCOMPARE(codeName(store().take(each).error().code), std::string_view("CARRIER_UNTRUSTED"));
        QVERIFY(anchors().isEmpty());
        QCOMPARE(store().load().value()->issuedAt.date(), QDate(2026, 11, 1));
    }

    void take_ofABrokenList_namesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const QByteArray& content, const char* what) {
            QTest::newRow(name) << content << std::string("TRUST_IMPORT_BROKEN the carrier's list: ") + what;
        };
        const QString good = base64(m_certificate);
        row("no JSON", "x", "format");
        row("another format", list("2026-11-09T00:00:00Z", {}, {}).replace("chinhchu-trust-list", "chinhchu-policy"), "format");
        row("no time", list("yesterday", {}, {}), "version, issuedAt");
        row("no certificates", list("2026-11-09T00:00:00Z", {}, {}).replace("\"certificates\"", "\"others\""), "certificates");
        row("no base64", list("2026-11-09T00:00:00Z", {good, "!"}, {}), "certificates, entry 2");
        row("no certificate", list("2026-11-09T00:00:00Z", {base64("x")}, {}), "certificates, entry 1");
        row("more behind it", list("2026-11-09T00:00:00Z", {base64(m_certificate + "x")}, {}), "certificates, entry 1");
        row("a certificate for a list", list("2026-11-09T00:00:00Z", {}, {good}), "revocationLists, entry 1");
    }

    /// One that cannot be read would keep every program from starting.
    void take_ofABrokenList_namesWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(std::string, expected);
        QVERIFY(store().take(m_newer));
        QCOMPARE(detailOf(store().take(signedBy("documents", content))), expected);
        QCOMPARE(anchors(), QByteArrayList{m_certificate});
    }

    void load_ofADamagedFile_saysSoAndTheNextListMendsIt()
    {
        QVERIFY(store().take(m_newer));
        m_home.write("trust-list.cms", m_newer.first(100));
        QVERIFY(!store().load());
        QVERIFY(store().take(m_older));
        QCOMPARE(store().load().value()->certificates, 0);
    }

    /// Signed by the real sandbox, over the network, as a kiosk that nobody uses asks for it.
    void housekeeping_whileNobodyIsThere_takesWhatTheCarrierHandsOut()
    {
        kit::SandboxProcess carrier;
        carrier.enrol("enrolment");
        QVERIFY(QFile::copy(m_home.file("state/csca.crt"), carrier.trustFolder() + "/csca.crt"));
        const Enrolment enrolment = *Enrolment::load(Home(carrier.folder()));
        const auto lists = std::make_shared<TrustListStore>(file(), enrolment.carrierAuthorityPem, trust());
        Housekeeping housekeeping({nullptr, std::make_shared<CarrierClient>(enrolment, carrier.url()), nullptr, nullptr,
                                   enrolment, nullptr, lists});
        std::optional<Result<std::optional<TrustList>>> taken;
        housekeeping.refreshTrustList([&](auto list) { taken = std::move(list); });
        QVERIFY(QTest::qWaitFor([&] { return taken.has_value(); }, 30000));
        QVERIFY2(*taken, taken->has_value() ? "" : taken->error().detail.c_str());
        QCOMPARE((**taken)->certificates, 1);
        QCOMPARE(anchors(), QByteArrayList{m_certificate});
    }

private:
    static QByteArray list(const char* issuedAt, const QJsonArray& certificates, const QJsonArray& revocationLists)
    {
        return QJsonDocument(QJsonObject{{"format", "chinhchu-trust-list"},
                                         {"version", "v"},
                                         {"issuedAt", issuedAt},
                                         {"certificates", certificates},
                                         {"revocationLists", revocationLists}})
            .toJson();
    }

    QByteArray signedBy(const char* name, const QByteArray& content) const
    {
        return testing::signedBy(m_home, QString::fromLatin1(name), content);
    }

    TrustListStore store() const { return {file(), m_home.enrolment().carrierAuthorityPem, trust()}; }
    QString file() const { return m_home.file("trust-list.cms"); }
    QString trust() const { return m_home.file("trust"); }
    nfc::TrustStore issuers() const { return nfc::TrustStore::load(trust().toStdString()).value_or(nfc::TrustStore()); }
    QByteArrayList anchors() const
    {
        const nfc::TrustStore store = issuers();
        QByteArrayList all;
        for (const nfc::Anchor& each : store.content().anchors) {
            const Bytes& der = each.certificate.der();
            all << QByteArray(reinterpret_cast<const char*>(der.data()), qsizetype(der.size()));
        }
        return all;
    }

    /// Of the list and of the certificates in it.
    std::pair<ino_t, ino_t> numbers() const
    {
        struct stat list{}, certificates{};
        if (::stat(QFile::encodeName(file()).constData(), &list) != 0 ||
            ::stat(QFile::encodeName(trust() + "/carrier-list.pem").constData(), &certificates) != 0)
            qFatal("nothing was kept");
        return {list.st_ino, certificates.st_ino};
    }

    testing::EnrolledHome m_home;
    QByteArray m_certificate, m_revocations, m_newer, m_older;
};

QTEST_GUILESS_MAIN(TestTrustListStore)
#include "tst_trust_list_store.moc"
