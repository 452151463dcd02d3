#include "nfc/authenticity/verdict_policy.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::nfc;

Q_DECLARE_METATYPE(VerdictDecision)

namespace {

using enum VerdictDecision;
using enum ServiceMode;

AuthenticityVerdict genuine()
{
    AuthenticityVerdict verdict;
    verdict.passive = PassiveResult::Verified;
    verdict.active = ChipProof::Passed;
    verdict.revocation = RevocationState::Fresh;
    return verdict;
}

AuthenticityVerdict unknownIssuer()
{
    AuthenticityVerdict verdict = genuine();
    verdict.passive = PassiveResult::IssuerUnknown;
    verdict.revocation = RevocationState::NotChecked;
    verdict.reasons.push_back({FailureCode::IssuerUnknown, "DS"});
    return verdict;
}

AuthenticityVerdict withoutProof()
{
    AuthenticityVerdict verdict = genuine();
    verdict.active = verdict.chip = ChipProof::Unsupported;
    verdict.reasons.push_back({FailureCode::ChipProofAbsent, "DG14, DG15"});
    return verdict;
}

constexpr ServiceMode modes[] = {Assisted, Mobile, SelfService};
constexpr OnlineCheck answers[] = {OnlineCheck::NotAsked, OnlineCheck::Unreachable, OnlineCheck::Confirmed,
                                   OnlineCheck::Denied};

} // namespace

class VerdictPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void decide_onGenuineChip_goesOnInEveryMode()
    {
        for (ServiceMode mode : modes)
            QVERIFY(decide(genuine(), mode, OnlineCheck::NotAsked) == GoOn);
    }

    void decide_onFailure_refusesWhateverAnybodySays()
    {
        AuthenticityVerdict verdict = genuine();
        verdict.reasons.push_back({FailureCode::SignerRevoked, "DS"});
        for (ServiceMode mode : modes) {
            for (OnlineCheck answer : answers)
                QVERIFY(decide(verdict, mode, answer, {true, true, true, true}) == Refuse);
        }
    }

    void decide_onUnknownIssuer_followsTheCarrier()
    {
        for (ServiceMode mode : modes) {
            QVERIFY(decide(unknownIssuer(), mode, OnlineCheck::NotAsked) == AskCarrier);
            QVERIFY(decide(unknownIssuer(), mode, OnlineCheck::Confirmed) == GoOn);
            QVERIFY(decide(unknownIssuer(), mode, OnlineCheck::Denied) == Refuse);
            QVERIFY(decide(unknownIssuer(), mode, OnlineCheck::Unreachable) == GoOnProvisionally);
        }
        VerdictPolicy strict;
        strict.provisionalWhenUnreachable = false;
        QVERIFY(decide(unknownIssuer(), Mobile, OnlineCheck::Unreachable, strict) == Refuse);
    }

    void decide_onIssuerOfOtherDocuments_followsTheCarrierToo()
    {
        AuthenticityVerdict verdict = genuine();
        verdict.passive = PassiveResult::IssuerUnknown;
        verdict.reasons.push_back({FailureCode::IssuerNotForDocument, "CSCA"});
        QVERIFY(decide(verdict, Assisted, OnlineCheck::NotAsked) == AskCarrier);
    }

    /// The carrier is asked about the signer alone: it does not see that the document names another state.
    void decide_onCountriesThatDisagree_refusesWhateverTheCarrierSays()
    {
        for (FailureCode code : {FailureCode::IssuerCountryDisagrees, FailureCode::SignerCountryDisagrees}) {
            AuthenticityVerdict verdict = genuine();
            verdict.passive = PassiveResult::IssuerUnknown;
            verdict.reasons.push_back({code, "DG1"});
            QVERIFY(decide(verdict, Assisted, OnlineCheck::Confirmed) == Refuse);
            QVERIFY(decide(verdict, Mobile, OnlineCheck::Unreachable) == Refuse);
        }
    }

    void decide_onChipWithoutProof_needsEyes()
    {
        VerdictPolicy trusting;
        trusting.staffMayAcceptUnprovenChip = true;
        QVERIFY(decide(withoutProof(), SelfService, OnlineCheck::Confirmed, trusting) == HandOver);
        QVERIFY(decide(withoutProof(), Assisted, OnlineCheck::Confirmed) == Refuse);
        QVERIFY(decide(withoutProof(), Assisted, OnlineCheck::NotAsked, trusting) == GoOn);
        QVERIFY(decide(withoutProof(), Mobile, OnlineCheck::NotAsked, trusting) == GoOn);
    }

    void decide_onStaleOrMissingList_dependsOnPolicy()
    {
        VerdictPolicy strict;
        strict.acceptStaleRevocation = strict.acceptMissingRevocation = false;
        for (RevocationState state : {RevocationState::Stale, RevocationState::Missing}) {
            AuthenticityVerdict verdict = genuine();
            verdict.revocation = state;
            QVERIFY(decide(verdict, Assisted, OnlineCheck::NotAsked) == GoOn);
            QVERIFY(decide(verdict, Assisted, OnlineCheck::NotAsked, strict) == AskCarrier);
            QVERIFY(decide(verdict, Assisted, OnlineCheck::Confirmed, strict) == GoOn);
        }
        QVERIFY(decide(genuine(), Assisted, OnlineCheck::NotAsked, strict) == GoOn);
    }

    void toString_ofADecision_isItsName()
    {
        QCOMPARE(toString(GoOnProvisionally), std::string_view("provisional"));
        QCOMPARE(toString(Refuse), std::string_view("refuse"));
    }
};

QTEST_APPLESS_MAIN(VerdictPolicyTest)
#include "tst_verdict_policy.moc"
