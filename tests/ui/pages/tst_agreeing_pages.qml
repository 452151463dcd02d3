import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: greeting; GreetingPage {} }
    Component { id: consent; ConsentPage {} }
    Component { id: guardian; GuardianConsentPage {} }
    Component { id: offer; SignatureOfferPage {} }

    PageCase {
        name: "AgreeingPages"
        room: room

        function test_greeting_started_goesToTheConsent_data() {
            return [{ tag: "touch" }, { tag: "keyboard" }];
        }
        function test_greeting_started_goesToTheConsent(row) {
            open(greeting, "Greeting");
            if (row.tag === "touch")
                touch("primary");
            else
                keyClick(Qt.Key_Return); // the focus is there from the beginning
            compare(kiosk.page, "Consent");
        }
        function test_greeting_always_hasNothingToEndOrToGoBackTo() {
            open(greeting, "Greeting");
            verify(!seen("end") && !seen("back"));
            shows("Confirm your phone number");
            verify(page.spoken.startsWith("Confirm your phone number."));
            verify(page.spoken.includes("citizen card with a chip"));
        }
        function test_greeting_withoutMembersOfStaff_hasNoDoorForThem() {
            open(greeting, "Greeting");
            verify(!seen("staff"));
            scripted.openOffice();
            tryVerify(() => seen("staff"));
            press("staff");
            compare(kiosk.page, "Staff");
        }
        function test_greeting_whileSomebodyServes_offersToSignOut() {
            open(greeting, "Greeting");
            scripted.openOffice();
            tryVerify(() => kiosk.staff.available && !kiosk.staff.busy);
            kiosk.staff.enter();
            for (const digit of "2041")
                kiosk.staff.type(digit);
            kiosk.staff.goOn();
            for (const digit of "736412")
                kiosk.staff.type(digit);
            kiosk.staff.goOn();
            tryVerify(() => kiosk.staff.serving === "2041" && !kiosk.staff.busy);
            kiosk.staff.serve();
            verify(seen("staff").text.startsWith("2041"));
            touch("staff");
            compare(kiosk.staff.serving, "");
            compare(seen("staff").text, "Staff");
        }

        function test_agreement_notTicked_keepsTheWayOnShut_data() {
            return [{ tag: "consent", component: consent, state: "Consent", next: "NumberEntry" },
                    { tag: "guardian", component: guardian, state: "GuardianConsent", next: "Identify" },
                    { tag: "signature", component: offer, state: "SignatureOffer", next: "Signing" }];
        }
        function test_agreement_notTicked_keepsTheWayOnShut(row) {
            open(row.component, row.state);
            rests("primary");
            compare(kiosk.page, row.state);
            compare(scripted.consent, "");
            // By the keyboard alone, and back again.
            press("tick");
            verify(seen("tick").ticked);
            verify(seen("primary").enabled);
            keyClick(Qt.Key_Space);
            rests("primary");
            keyClick(Qt.Key_Space);
            press("primary");
            compare(kiosk.page, row.next);
            verify(scripted.consent !== "");
        }
        function test_consent_always_showsAndSaysTheSentencesThatAreRecorded() {
            open(consent, "Consent");
            compare(kiosk.consent.sections.length, 4);
            for (const each of kiosk.consent.sections) {
                shows(each.title);
                shows(each.body);
                verify(page.spoken.includes(each.title) && page.spoken.includes(each.body), each.title);
            }
            compare(seen("tick").text, kiosk.consent.statement);
        }
        function test_consent_inTheLargestText_hasItsTickBesideTheWords() {
            open(consent, "Consent");
            const before = seen("tick").mapToItem(page, 0, 0).x;
            Theme.textScale = Theme.largestText;
            verify(seen("tick").mapToItem(page, 0, 0).x < before);
            press("tick");
            verify(seen("primary").enabled);
        }
        function test_guardianConsent_always_showsAndSaysWhatIsAgreedTo() {
            open(guardian, "GuardianConsent");
            shows(kiosk.guardianConsent);
            verify(page.spoken.includes(kiosk.guardianConsent));
            touch("tick");
            touch("primary");
            compare(scripted.consent, kiosk.guardianConsent);
            verify(kiosk.guardianTurn);
        }
        function test_signatureOffer_declined_needsNoTickAndRecordsNothing() {
            open(offer, "SignatureOffer");
            press("secondary");
            compare(kiosk.page, "Signing");
            compare(scripted.consent, "");
        }
        function test_signatureOffer_always_showsAndSaysItsThreeSentences() {
            open(offer, "SignatureOffer");
            compare(kiosk.offer.sentences.length, 3);
            for (const each of kiosk.offer.sentences) {
                shows(each);
                verify(page.spoken.includes(each), each);
            }
        }
    }
}
