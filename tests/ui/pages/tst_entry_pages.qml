import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: numberEntry; NumberEntryPage {} }
    Component { id: identify; IdentifyPage {} }
    Component { id: possession; PossessionPage {} }

    PageCase {
        name: "EntryPages"
        room: room

        function test_entry_typed_opensTheWayOnWithItsLastDigit_data() {
            return [{ tag: "number", component: numberEntry, state: "NumberEntry", digits: "0900000017", next: "Identify" },
                    { tag: "card", component: identify, state: "Identify", digits: "000017", next: "PlaceCard" },
                    { tag: "password", component: possession, state: "Possession", digits: "042137", next: "SignatureOffer" }];
        }
        function test_entry_typed_opensTheWayOnWithItsLastDigit(row) {
            open(row.component, row.state);
            type(row.digits.slice(0, -1));
            rests("primary");
            keyClick(Qt.Key_Return);
            compare(kiosk.page, row.state);
            type(row.digits.slice(-1));
            compare(plain(seen("field").text).replace(/ /g, ""), row.digits);
            verify(seen("field").complete);
            verify(page.hint !== "");
            verify(!page.hint.includes(row.digits));
            verify(seen("primary").enabled);
            keyClick(Qt.Key_Return);
            compare(kiosk.page, row.next);
        }
        function test_entry_onThePad_isTheSameAsOnAKeyboard_data() {
            return test_entry_typed_opensTheWayOnWithItsLastDigit_data();
        }
        function test_entry_onThePad_isTheSameAsOnAKeyboard(row) {
            open(row.component, row.state);
            for (const digit of row.digits)
                touch("key-" + digit);
            touch("key-erase");
            rests("primary");
            keyClick(Qt.Key_Backspace);
            touch("key-" + row.digits.slice(-2, -1));
            touch("key-" + row.digits.slice(-1));
            press("primary");
            compare(kiosk.page, row.next);
        }

        function test_numberEntry_thatIsNoMobileNumber_saysSoBeforeItIsComplete() {
            open(numberEntry, "NumberEntry");
            type("01");
            verify(seen("field").wrong);
            compare(page.hint, kiosk.phone.advice);
            compare(page.hintKey, "NumberEntry.wrong");
            rests("primary");
        }
        function test_numberEntry_ofAnOperator_namesIt() {
            open(numberEntry, "NumberEntry");
            compare(seen("field").side, "");
            type("0900");
            verify(seen("field").side !== "");
            compare(seen("field").side, kiosk.phone.operatorName);
        }
        function test_numberEntry_ofTwoNumbers_keepsTheFirstInSight() {
            open(numberEntry, "NumberEntry");
            verify(!seen("another").enabled);
            type("0900000017");
            press("another");
            compare(plain(kiosk.phone.kept[0]), "0900 000 017");
            compare(seen("field").text, "");
            // One is enough to go on with.
            verify(seen("primary").enabled);
        }

        function test_identify_whileTheCameraLooks_showsWhatItSeesUntilSomebodyTypes() {
            open(identify, "Identify");
            verify(seen("code-picture"));
            compare(page.speechKey, "Identify.camera");
            type("0");
            verify(!seen("code-picture"));
        }
        function test_identify_withoutACamera_doesNotSpeakOfOne() {
            open(identify, "Identify");
            scripted.loseCamera();
            verify(!seen("code-picture"));
            compare(page.speechKey, "Identify");
            verify(!page.spoken.includes("camera"));
            shows(page.instruction);
        }
        function test_identify_withTheCardsCode_canGoOnWithoutADigit() {
            open(identify, "Identify");
            scripted.seeCardsCode();
            compare(page.hintKey, "Identify.read");
            verify(!seen("code-picture"));
            press("primary");
            compare(kiosk.page, "PlaceCard");
        }
        function test_identify_withAnotherCode_saysSoAndGoesOnLooking() {
            open(identify, "Identify");
            scripted.seeForeignCode();
            compare(page.hintKey, "Identify.foreign");
            verify(seen("field").wrong);
            verify(seen("code-picture"));
            rests("primary");
        }
        /// The card's number of many a province looks like a mobile number: a card scanned here went on as a stranger's number.
        function test_numberEntry_withTheCardsCode_takesNothingOfIt() {
            open(numberEntry, "NumberEntry");
            type("079152000017|012345678|Nguyen Thi Hong Tham|08031952|Nu|Thon 3, Quang Khe|20052021");
            keyClick(Qt.Key_Return);
            compare(kiosk.page, "NumberEntry");
            compare(kiosk.phone.shown, "");
            compare(page.hintKey, "NumberEntry.code");
            type("0900000017");
            verify(!kiosk.phone.sawCode);
            keyClick(Qt.Key_Return);
            compare(kiosk.page, "Identify");
        }
        /// A scanner types the code like a keyboard, very fast, and ends with Enter.
        function test_identify_withAScannerThatTypes_takesTheCode() {
            open(identify, "Identify");
            type("001152000017|012345678|Nguyen Thi Hong Tham|08031952|Nu|Thon 3, Quang Khe|20052021");
            keyClick(Qt.Key_Return);
            verify(kiosk.card.scanned);
            compare(seen("field").text, "✓");
            compare(kiosk.page, "Identify"); // the person goes on, not the scanner
        }
        /// Who had begun to type the digits, and then scanned the code, was told that it is from no citizen card.
        function test_identify_withAScannerAfterSomeDigits_takesTheCode() {
            open(identify, "Identify");
            type("017");
            type("001152000017|012345678|Nguyen Thi Hong Tham|08031952|Nu|Thon 3, Quang Khe|20052021");
            keyClick(Qt.Key_Return);
            verify(kiosk.card.scanned);
        }
        function test_identify_ofACardWithoutChip_isLedToTheCounter() {
            open(identify, "Identify");
            press("secondary");
            compare(kiosk.page, "Problem");
            compare(kiosk.problem.code, "CARD_WITHOUT_CHIP");
        }
        function test_identify_ofAParent_asksForTheParentsCard() {
            open(identify, "Identify");
            const own = page.title;
            scripted.giveTurnToGuardian();
            verify(page.title !== own);
            verify(page.title.includes("parent"));
            verify(page.speechKey.startsWith("Identify.parent"));
        }

        function test_possession_always_saysWhereTheMessageWentAndCoversIt() {
            open(possession, "Possession");
            compare(plain(seen("field").side), "0900 ••• 017");
        }
        function test_possession_sendAgain_asksForANewMessage() {
            open(possession, "Possession");
            press("secondary");
            compare(scripted.passwordsAskedFor, 1);
            compare(kiosk.page, "Possession");
        }
        function test_possession_whileTheMessageIsOnItsWay_takesNoDigits() {
            open(possession, "Possession");
            scripted.sendPassword();
            verify(!seen("secondary"));
            type("042137");
            compare(seen("field").text, "");
            compare(page.hintKey, "Possession.waiting");
            compare(page.hint, kiosk.password.advice);
        }
        function test_possession_ofWrongDigits_saysSoUntilNewOnesAreTyped() {
            open(possession, "Possession");
            scripted.refusePassword();
            verify(seen("field").wrong);
            compare(page.hintKey, "Possession.wrong");
            verify(page.hint.includes("2 more tries"));
            shows(page.hint);
            type("0");
            verify(!seen("field").wrong);
            compare(page.hint, "");
        }
    }
}
