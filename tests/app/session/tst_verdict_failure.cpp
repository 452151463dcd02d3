// What policy may let through, and what it may not.

#include "app/session/verdict_failure.h"

#include <QtTest>

using namespace chinhchu;

class TestVerdictFailure : public QObject
{
    Q_OBJECT

private slots:
    void verdict_whereOnlyTheIssuerIsUnknown_mayBeTolerated() { QVERIFY(app::lacksOnlyTheIssuer(unknownIssuer())); }

    /// A policy that tolerates unknown issuers let chips through that had nothing to prove they were no copies.
    void verdict_withoutProofOfTheChip_isNotTolerated()
    {
        nfc::AuthenticityVerdict verdict = unknownIssuer();
        verdict.active = verdict.chip = nfc::ChipProof::Unsupported;
        verdict.reasons.push_back({FailureCode::ChipProofAbsent, "DG14, DG15"});

        QVERIFY(!app::lacksOnlyTheIssuer(verdict));
    }

    void verdict_withAnotherReasonBeside_isNotTolerated_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("withdrawn or not, nobody knows") << int(FailureCode::RevocationUnknown);
        QTest::newRow("another state's issuer") << int(FailureCode::IssuerCountryDisagrees);
        QTest::newRow("issuer of other documents") << int(FailureCode::IssuerNotForDocument);
    }

    void verdict_withAnotherReasonBeside_isNotTolerated()
    {
        QFETCH(int, code);
        nfc::AuthenticityVerdict verdict = unknownIssuer();
        verdict.reasons.push_back({static_cast<FailureCode>(code), {}});

        QVERIFY(!app::lacksOnlyTheIssuer(verdict));
    }

    void verdict_thatIsVerifiedOrFailed_isNoMatterOfTheIssuer()
    {
        nfc::AuthenticityVerdict verified = unknownIssuer();
        verified.passive = nfc::PassiveResult::Verified;
        verified.reasons.clear();
        nfc::AuthenticityVerdict failed = unknownIssuer();
        failed.chip = nfc::ChipProof::Failed;

        QVERIFY(!app::lacksOnlyTheIssuer(verified));
        QVERIFY(!app::lacksOnlyTheIssuer(failed));
    }

private:
    static nfc::AuthenticityVerdict unknownIssuer()
    {
        nfc::AuthenticityVerdict verdict;
        verdict.passive = nfc::PassiveResult::IssuerUnknown;
        verdict.active = nfc::ChipProof::Passed;
        verdict.reasons.push_back({FailureCode::IssuerUnknown, {}});
        return verdict;
    }
};

QTEST_GUILESS_MAIN(TestVerdictFailure)
#include "tst_verdict_failure.moc"
