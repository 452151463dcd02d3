#include "tests/nfc/authenticity/forged_document.h"
#include "tests/nfc/shared_vectors.h"

#include <set>

using namespace chinhchu;
using namespace chinhchu::nfc;
using namespace chinhchu::tests;

Q_DECLARE_METATYPE(Change)

/// Every forgery is told apart from every other, and no honest document is mistaken for one.
class ForgedDocumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void verdict_ofForgedSignature_namesTheForgery_data() { rows(signatureForgeries()); }
    void verdict_ofForgedSignature_namesTheForgery() { judgeForgery(); }
    void verdict_ofForgedHashes_namesTheForgery_data() { rows(hashForgeries()); }
    void verdict_ofForgedHashes_namesTheForgery() { judgeForgery(); }
    void verdict_ofForgedChain_namesTheForgery_data() { rows(chainForgeries()); }
    void verdict_ofForgedChain_namesTheForgery() { judgeForgery(); }
    void verdict_ofHonestButOddDocument_isVerified_data() { rows(honestOddities()); }
    void verdict_ofHonestButOddDocument_isVerified();
    void suite_always_isAsLargeAsPromised();

private:
    static void rows(const std::vector<Case>& cases)
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("expected");
        for (const Case& each : cases)
            QTest::newRow(qPrintable(QString("%1 (%2)").arg(each.name, each.reference)))
                << each.change << QByteArray(each.expected);
    }

    static void judgeForgery();
};

void ForgedDocumentsTest::judgeForgery()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, expected);
    Document document;
    change(document);

    const auto verdict = document.judge();

    QVERIFY2(exitStatus(verdict) != 0, told(verdict).constData());
    QVERIFY2(!verdict.reasons.empty(), told(verdict).constData());
    // One property is wrong, so one reason is given; that a data group cannot be judged any more is no reason.
    for (const VerdictReason& reason : verdict.reasons)
        QVERIFY2(text(codeName(reason.code)) == expected, told(verdict).constData());
}

void ForgedDocumentsTest::verdict_ofHonestButOddDocument_isVerified()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, expected);
    Document document;
    change(document);

    const auto verdict = document.judge();

    QVERIFY2(verdict.passive == PassiveResult::Verified, told(verdict).constData());
    QVERIFY2(verdict.reasons.empty(), told(verdict).constData());
    QCOMPARE(exitStatus(verdict), 0);
    QVERIFY2(expected.isEmpty() || warns(verdict, expected.constData()), told(verdict).constData());
}

void ForgedDocumentsTest::suite_always_isAsLargeAsPromised()
{
    std::size_t forgeries = 0;
    std::set<std::string> codes, ideas;
    for (const auto& cases : {signatureForgeries(), hashForgeries(), chainForgeries()}) {
        forgeries += cases.size();
        for (const Case& each : cases) {
            codes.insert(each.expected);
            ideas.insert(each.reference);
        }
    }
    const auto ofBsi = std::count_if(ideas.begin(), ideas.end(), [](const std::string& each) {
        return each.starts_with("LDS_") || each.starts_with("ISO7816_");
    });
    qInfo("%zu forgeries with %zu reason codes, after %td test cases of BSI TR-03105-5.1; %zu honest oddities",
          forgeries, codes.size(), ofBsi, honestOddities().size());
    QVERIFY(forgeries >= 60);
    QVERIFY(codes.size() >= 30);
    QVERIFY(honestOddities().size() >= 20);
}

QTEST_GUILESS_MAIN(ForgedDocumentsTest)
#include "tst_forged_documents.moc"
