#include "app/evidence/evidence_verification.h"
#include "app/session/document_capture.h"
#include "nfc/authenticity/saved_files.h"
#include "tests/app/delivery/enrolled_home.h"
#include "tests/app/delivery/simulated_session.h"
#include "tests/simulators/camera/papers/painted_card.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::SimulatedSession;

Q_DECLARE_METATYPE(std::function<void(std::vector<Evidence::DocumentPicture>&)>)

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool has(const std::vector<nfc::VerdictReason>& reasons, FailureCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [code](const auto& reason) { return reason.code == code; });
}

/// Every step but those about files that evidence does not enclose: DG3, which nobody may read, DG13, which never leaves
/// the kiosk, and EF.COM, which nobody signed.
QByteArray described(const nfc::AuthenticityVerdict& verdict)
{
    QByteArray lines;
    for (const nfc::VerdictStep& step : verdict.steps) {
        if (step.subject == "DG3" || step.subject == "DG13" || step.name == "com-agrees")
            continue;
        lines += QByteArray::fromStdString(step.name + '|' + step.subject + '|' + step.detail + '|') +
                 QByteArray::number(int(step.outcome)) + '\n';
    }
    return lines;
}

/// The value of one DER element with a long or short length.
QByteArray insideOf(const QByteArray& element)
{
    const auto first = static_cast<unsigned char>(element[1]);
    return element.mid(first < 0x80 ? 2 : 2 + (first & 0x7F));
}

/// r ‖ s as the SEQUENCE of two INTEGERs that the openssl command reads.
QByteArray derSignature(const QByteArray& plain)
{
    QByteArray integers;
    for (QByteArray number : {plain.left(plain.size() / 2), plain.right(plain.size() / 2)}) {
        // X.690, 8.3.2: as short as it can be, and not negative.
        while (number.size() > 1 && number[0] == '\0' && !(number[1] & 0x80))
            number.remove(0, 1);
        if (number[0] & 0x80)
            number.prepend('\0');
        integers += QByteArray("\x02") + char(number.size()) + number;
    }
    return QByteArray("\x30") + char(integers.size()) + integers;
}

/// A painted card, as a session takes its pictures.
std::vector<Evidence::DocumentPicture> picturesOfACard()
{
    DocumentCapture capture;
    capture.camera = std::make_shared<CameraSlot>();
    capture.camera->camera = stage::cardBeforeCamera();
    capture.frame = [](const auto&) {};
    capture.hint = [](const auto&, double) {};
    capture.turned = [] {};
    return captureDocument(capture, {}).value();
}

} // namespace

class TestEvidenceVerification : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_enrolment = m_home.enrolment();
        m_keys = {contentOf(m_home.file("carrier/seal.key")), m_enrolment.carrierAuthorityPem};
    }

    void verifyEvidence_ofAGenuineChip_verifies_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("ECDSA") << "cccd-2021";
        QTest::newRow("RSA") << "cccd-2024";
    }

    void verifyEvidence_ofAGenuineChip_verifies()
    {
        QFETCH(QString, profile);
        const SimulatedSession session(profile, pki(), m_enrolment);

        const auto report = verify(session.evidence);

        QVERIFY(report);
        QCOMPARE(toString(report->chip.passive), std::string_view("verified"));
        QCOMPARE(toString(report->chip.active), std::string_view("passed"));
        for (const auto& reason : report->reasons)
            qWarning("%s %s", codeName(reason.code).data(), reason.subject.c_str());
        QCOMPARE(report->exitStatus(), 0);
    }

    /// The document signer was once judged by the signing time in EF.SOD, and the kiosk judges by the card's issue date.
    void verifyEvidence_ofAGenuineChip_findsWhatTheKioskFound()
    {
        const SimulatedSession session("cccd-2021", pki(), m_enrolment);
        const QTemporaryDir files;
        for (const auto& [name, content] : session.evidence.chip.files) {
            QFile file(files.filePath(QString::fromStdString(name == "EF.SOD" ? "EF_SOD" : "EF_" + name) + ".bin"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(reinterpret_cast<const char*>(content.raw.data()), qint64(content.raw.size()));
        }
        const auto trust = nfc::TrustStore::load((pki() + "/csca").toStdString());
        const auto kiosk = nfc::verifySavedFiles(files.path().toStdString(), *trust, std::chrono::system_clock::now());
        QVERIFY(kiosk);

        const auto report = verify(session.evidence);

        QVERIFY(report);
        QCOMPARE(described(report->chip), described(*kiosk));
        QVERIFY(described(report->chip).contains("issue date 2021-06-01"));
        QCOMPARE(toString(report->chip.passive), toString(kiosk->passive));
        QCOMPARE(report->chip.reasons.size(), kiosk->reasons.size());
    }

    void verifyEvidence_withoutItsIssuer_isIntactButUnconfirmed()
    {
        const SimulatedSession session("cccd-2021", pki(), m_enrolment);
        const auto report = verifyEvidence(sealed(session.evidence), m_keys, nfc::TrustStore(), nullptr);
        QVERIFY(report);
        QCOMPARE(toString(report->chip.passive), std::string_view("issuer-unknown"));
        QCOMPARE(report->exitStatus(), 6);
    }

    void verifyEvidence_withAChangedDataGroup_fails()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.chip.files["DG1"].raw[20] ^= 1;
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QCOMPARE(toString(report->chip.passive), std::string_view("failed"));
        QVERIFY(has(report->chip.reasons, FailureCode::DataGroupHashMismatch));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_withAnotherCitizensSod_fails()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.chip.files["EF.SOD"] =
            SimulatedSession("cccd-2024", pki(), m_enrolment).evidence.chip.files["EF.SOD"];
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QCOMPARE(report->exitStatus(), 5);
        QVERIFY(has(report->reasons, FailureCode::EvidenceNotFresh));
    }

    void verifyEvidence_withAnAnswerToAnotherNonce_isNotFresh()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.freshness->nonce[0] ^= 1;
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QCOMPARE(toString(report->chip.active), std::string_view("passed"));
        QVERIFY(has(report->reasons, FailureCode::EvidenceNotFresh));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_withAForgedAnswer_fails()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.chip.activeAuthentication->response = session.answer(Bytes(8, 0));
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::ActiveAuthenticationFailed));
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_withoutTheAnswerOfAChipThatCould_fails()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.chip.activeAuthentication.reset();
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::ActiveAuthenticationFailed));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_ofAnotherPersonThanTheChips_disagrees()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.chip.identity.number = "001099000002";
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_ofAChildWithItsParent_verifiesBoth()
    {
        const SimulatedSession session = childWithParent();
        const auto report = verify(session.evidence);
        QVERIFY(report);
        for (const auto& reason : report->reasons)
            qWarning("%s %s", codeName(reason.code).data(), reason.subject.c_str());
        QCOMPARE(report->exitStatus(), 0);
        QVERIFY(report->guardianChip);
        QCOMPARE(toString(report->guardianChip->passive), std::string_view("verified"));
        QCOMPARE(toString(report->guardianChip->active), std::string_view("passed"));
    }

    void verifyEvidence_ofAChildAlone_fails()
    {
        SimulatedSession session = childWithParent();
        session.evidence.guardian.reset();
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_withAParentWhoIsNone_fails_data()
    {
        QTest::addColumn<QString>("flaw");
        QTest::addColumn<FailureCode>("code");
        QTest::newRow("the child again") << "same" << FailureCode::EvidenceDisagrees;
        QTest::newRow("no consent") << "consent" << FailureCode::EvidenceDisagrees;
        QTest::newRow("consent after sealing") << "late" << FailureCode::EvidenceDisagrees;
        QTest::newRow("chip's answer to another nonce") << "nonce" << FailureCode::EvidenceNotFresh;
        QTest::newRow("no answer of the chip") << "answer" << FailureCode::ActiveAuthenticationFailed;
        QTest::newRow("face of somebody else") << "face" << FailureCode::FaceMismatch;
    }

    void verifyEvidence_withAParentWhoIsNone_fails()
    {
        QFETCH(QString, flaw);
        QFETCH(FailureCode, code);
        SimulatedSession session = childWithParent();
        Evidence::Guardian& guardian = *session.evidence.guardian;
        if (flaw == "same")
            static_cast<PersonProof&>(guardian) = session.evidence;
        else if (flaw == "consent")
            guardian.consent.text = " ";
        else if (flaw == "late")
            guardian.consent.givenAt = QDateTime::currentDateTime().addDays(1);
        else if (flaw == "nonce")
            guardian.freshness->nonce[0] ^= 1;
        else if (flaw == "answer")
            guardian.chip.activeAuthentication.reset();
        else
            guardian.match.match = false;

        const auto report = verify(session.evidence);

        QVERIFY(report);
        QVERIFY(has(report->reasons, code));
        QVERIFY(report->exitStatus() != 0);
    }

    void verifyEvidence_withAParentsChangedDataGroup_fails()
    {
        SimulatedSession session = childWithParent();
        session.evidence.guardian->chip.files["DG1"].raw[20] ^= 1;
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QCOMPARE(toString(report->chip.passive), std::string_view("verified"));
        QCOMPARE(toString(report->guardianChip->passive), std::string_view("failed"));
        QCOMPARE(report->exitStatus(), 5);
    }

    /// Whose the point of service is decides what may be registered there, so the certificate says it, not the kiosk.
    void verifyEvidence_ofAPointThatTheCertificateDoesNotName_disagrees()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        m_enrolment.point = Enrolment::Point::CarrierOwn;
        const auto report = verify(session.evidence);
        m_enrolment.point = Enrolment::Point::Authorised;
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_withADistanceBeyondItsThreshold_disagrees()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.match.distance = 0.9;
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
    }

    void verifyEvidence_withPicturesOfTheCard_measuresThemAgain()
    {
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.documentPictures = picturesOfACard();
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QCOMPARE(report->exitStatus(), 0);
        const auto steps = std::ranges::count_if(
            report->steps, [](const auto& step) { return step.name.starts_with("document-"); });
        QCOMPARE(steps, 4);
    }

    void verifyEvidence_withOtherPicturesThanItNames_disagrees_data()
    {
        using Change = std::function<void(std::vector<Evidence::DocumentPicture>&)>;
        QTest::addColumn<Change>("change");
        QTest::newRow("another hash") << Change([](auto& sides) { sides[0].sha256 = QByteArray(64, '0'); });
        QTest::newRow("another size") << Change([](auto& sides) { ++sides[1].height; });
        QTest::newRow("exchanged sides") << Change([](auto& sides) { std::swap(sides[0].jpeg, sides[1].jpeg); });
        QTest::newRow("sharper than it is") << Change([](auto& sides) { sides[0].legibility.blur -= 0.1; });
        QTest::newRow("larger than it is") << Change([](auto& sides) { sides[1].legibility.width *= 1.1; });
        QTest::newRow("no picture") << Change([](auto& sides) { sides[1].jpeg = {1, 2, 3}; });
    }

    void verifyEvidence_withOtherPicturesThanItNames_disagrees()
    {
        QFETCH(std::function<void(std::vector<Evidence::DocumentPicture>&)>, change);
        SimulatedSession session("cccd-2021", pki(), m_enrolment);
        session.evidence.documentPictures = picturesOfACard();
        change(session.evidence.documentPictures);
        const auto report = verify(session.evidence);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceDisagrees));
        QCOMPARE(report->exitStatus(), 5);
    }

    void verifyEvidence_namedAfterAnotherDevice_isRefused()
    {
        const SimulatedSession session("cccd-2021", pki(), m_enrolment);
        Enrolment lying = m_enrolment;
        lying.deviceId = "kiosk-0002";
        const QByteArray der = *sealEvidence(session.evidence, lying);
        const auto report = verifyEvidence(view(der), m_keys, nfc::TrustStore(), nullptr);
        QVERIFY(report);
        QVERIFY(has(report->reasons, FailureCode::EvidenceSignatureInvalid));
        QCOMPARE(report->exitStatus(), 5);
    }

    /// One signature in 256 has such a number, and the openssl command then refused what the chip had answered.
    void derSignature_ofNumbersThatBeginWithZero_isAsShortAsItCanBe()
    {
        QCOMPARE(derSignature(QByteArray::fromHex("0000017f" "0080ffff")).toHex(),
                 QByteArray("300a" "0202017f" "02040080ffff"));
    }

    void evidence_withTheOpensslCommandAlone_canBeVerified()
    {
        const SimulatedSession session("cccd-2021", pki(), m_enrolment);
        m_home.write("sealed.der", *sealEvidence(session.evidence, m_enrolment));
        const auto openssl = [this](const QStringList& arguments) {
            return testing::openssl(m_home.folder(), arguments);
        };

        // The two envelopes.
        openssl({"cms", "-decrypt", "-binary", "-inform", "DER", "-in", "sealed.der", "-inkey", "carrier/seal.key",
                 "-recip", "enrolment/carrier-seal.crt", "-out", "signed.der"});
        const QByteArray payload = openssl({"cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                                            "signed.der", "-CAfile", "enrolment/carrier-ca.crt", "-purpose", "any"});
        const QJsonObject chip = QJsonDocument::fromJson(payload).object()["chip"].toObject();
        const auto file = [&chip](const char* name) {
            return QByteArray::fromBase64(chip[name].toString().toLatin1());
        };

        // The document signer's signature and chain, and the hashes it signed.
        m_home.write("sod.der", insideOf(file("sod")));
        const QString csca = QDir(pki() + "/csca").entryInfoList({"*.cer"}).constFirst().absoluteFilePath();
        openssl({"x509", "-inform", "DER", "-in", csca, "-out", "csca.pem"});
        const QByteArray hashes = openssl({"cms", "-verify", "-binary", "-inform", "DER", "-in", "sod.der", "-CAfile",
                                           "csca.pem", "-purpose", "any"});
        for (const char* name : {"dg1", "dg2", "dg14", "dg15"}) {
            m_home.write("group", file(name));
            QVERIFY2(hashes.contains(openssl({"dgst", "-sha256", "-binary", "group"})), name);
        }

        // The chip's own proof, and that it was made for this session.
        const QJsonObject root = QJsonDocument::fromJson(payload).object();
        m_home.write("bound", QByteArray::fromBase64(root["freshness"]["nonce"].toString().toLatin1()) + "kiosk-0001" +
                                  root["sessionId"].toString().toUtf8() + file("sod"));
        const QByteArray challenge = openssl({"dgst", "-sha256", "-binary", "bound"}).left(8);
        QCOMPARE(challenge.toBase64(), chip["activeAuthentication"]["challenge"].toString().toLatin1());
        m_home.write("challenge", challenge);
        m_home.write("aa.der", insideOf(file("dg15")));
        m_home.write("answer", derSignature(QByteArray::fromBase64(
                                   chip["activeAuthentication"]["response"].toString().toLatin1())));
        openssl({"pkey", "-pubin", "-inform", "DER", "-in", "aa.der", "-pubout", "-out", "aa.pem"});
        QVERIFY(openssl({"dgst", "-sha256", "-verify", "aa.pem", "-signature", "answer", "challenge"})
                    .contains("Verified OK"));
    }

private:
    static ByteView view(const QByteArray& bytes)
    {
        return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
    }

    [[nodiscard]] QString pki() const { return m_home.file("pki"); }

    /// A child of ten, and an adult with another card, in one session.
    SimulatedSession childWithParent()
    {
        SimulatedSession child("cccd-child", pki(), m_enrolment);
        const SimulatedSession parent("cccd-2021", pki(), m_enrolment);
        Evidence::Guardian& guardian = child.evidence.guardian.emplace();
        static_cast<PersonProof&>(guardian) = parent.evidence;
        guardian.consent = {"Tôi là cha mẹ.", "vi", parent.evidence.consent.givenAt};
        return child;
    }

    ByteView sealed(const Evidence& evidence)
    {
        m_sealed = *sealEvidence(evidence, m_enrolment);
        return view(m_sealed);
    }

    Result<EvidenceReport> verify(const Evidence& evidence)
    {
        const auto trust = nfc::TrustStore::load((pki() + "/csca").toStdString());
        if (!trust)
            return tl::unexpected(trust.error());
        return verifyEvidence(sealed(evidence), m_keys, *trust, nullptr);
    }

    testing::EnrolledHome m_home;
    Enrolment m_enrolment;
    EvidenceKeys m_keys;
    QByteArray m_sealed;
};

QTEST_GUILESS_MAIN(TestEvidenceVerification)
#include "tst_evidence_verification.moc"
