import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: choose; ChooseNumbersPage {} }
    Component { id: signing; SigningPage {} }
    Component { id: review; ReviewPage {} }
    Component { id: deliver; DeliverPage {} }
    Component { id: receipt; ReceiptPage {} }

    PageCase {
        name: "ConfirmingPages"
        room: room

        function openFive(component, state) {
            const someone = scripted.newKiosk();
            scripted.fillGenerously();
            scripted.show(state);
            place(component, someone);
        }

        function numbersInSight() {
            return all(item => item instanceof NumberRow).map(row => plain(row.shown));
        }
        function test_chooseNumbers_allAnswered_goesOn() {
            open(choose, "ChooseNumbers");
            tryVerify(() => seen("primary").enabled);
            press("not-mine-1");
            compare(kiosk.page, "ChooseNumbers");
            verify(seen("not-mine-1").Accessible.checked && !seen("mine-1").Accessible.checked);
            press("primary");
            compare(kiosk.page, "Possession");
        }
        /// "Not mine" said of such a number that it is under one's name: the carrier refused the whole binding.
        function test_chooseNumbers_ofANumberThatWouldBeNew_leavesItOut() {
            open(choose, "ChooseNumbers");
            scripted.bringNewNumber();
            tryVerify(() => seen("not-mine-0"));
            const lines = all(item => item instanceof NumberRow).map(row => row.lock);
            compare(lines[0], "New: not under your name yet");
            verify(!lines.slice(1).includes(lines[0]));
            press("not-mine-0");
            compare(kiosk.numbers.data(kiosk.numbers.index(0, 0), Qt.UserRole + 6), HeldNumbers.Left);
            verify(seen("not-mine-0").Accessible.checked);
        }
        function test_chooseNumbers_withoutAnAnswer_asksOrLeavesIt() {
            openFive(choose, "ChooseNumbers");
            rests("primary");
            verify(!seen("secondary")); // the last of the five was not in sight
            while (!seen("numbers").atEnd)
                touch("more");
            tryVerify(() => seen("secondary"));
            rests("primary");
            touch("mine-4");
            rests("primary");
            press("secondary");
            verify(!kiosk.numbers.open);
            verify(!seen("secondary"));
            verify(seen("primary").enabled);
        }
        function test_chooseNumbers_whileTheCarrierIsAsked_waitsAndSaysSo() {
            open(choose, "ChooseNumbers");
            scripted.awaitCarrier(false);
            rests("primary");
            shows("Asking the carrier …");
            compare(page.hintKey, "ChooseNumbers.asking");
            compare(page.hint, "Asking the carrier …");
        }
        /// The number that was typed had been in sight alone, and those that the carrier named then counted as seen.
        function test_chooseNumbers_thatCameLater_areLookedAtFirst() {
            openFive(choose, "ChooseNumbers");
            scripted.awaitCarrier(false);
            tryVerify(() => seen("numbers").seenAll);
            scripted.awaitCarrier(true);
            wait(0);
            verify(!seen("numbers").seenAll);
            verify(!seen("secondary"));
        }
        function test_chooseNumbers_ofAShortList_saysWhyItIsShort() {
            openFive(choose, "ChooseNumbers");
            compare(page.hint, kiosk.numbers.notice);
            shows(kiosk.numbers.notice);
        }
        function test_chooseNumbers_whileSomebodyServes_areCoveredUntilTouched() {
            open(choose, "ChooseNumbers");
            scripted.show("Greeting");
            scripted.serve();
            scripted.show("ChooseNumbers");
            compare(numbersInSight().slice(0, 2), ["0900 ••• 017", "0912 ••• 678"]);
            touch("number-0");
            compare(numbersInSight().slice(0, 2), ["0900 000 017", "0912 ••• 678"]);
        }

        function draw() {
            mouseDrag(seen("pad"), 60, 60, 300, 40);
        }
        function test_signing_drawn_goesOnWithTheDrawing() {
            open(signing, "Signing");
            rests("primary");
            verify(!seen("clear").enabled);
            draw();
            compare(page.hint, "The signature is there.");
            press("primary");
            compare(kiosk.page, "Review");
            verify(scripted.drawn);
        }
        function test_signing_again_beginsWithAWhiteField() {
            open(signing, "Signing");
            draw();
            touch("clear");
            verify(seen("pad").blank);
            compare(page.hint, "");
            rests("primary");
        }
        function test_signing_withoutAHandToDraw_isByName() {
            open(signing, "Signing");
            shows(kiosk.person.fullName);
            press("secondary");
            compare(kiosk.page, "Review");
            verify(!scripted.drawn);
        }

        function test_review_always_showsEachNumberWithItsAnswer() {
            openFive(review, "Review");
            compare(texts().filter(text => text === "Mine").length, 2);
            compare(texts().filter(text => text === "Not mine").length, 1);
            compare(texts().filter(text => text === "Not answered").length, 2);
            shows(kiosk.person.fullName);
            shows("0387 654 321");
        }
        function test_review_confirmedOrNot_goesOnOrBack_data() {
            return [{ tag: "send", way: "primary", next: "Deliver" }, { tag: "back", way: "back", next: "ChooseNumbers" },
                    { tag: "end", way: "end", next: "Greeting" }];
        }
        function test_review_confirmedOrNot_goesOnOrBack(row) {
            open(review, "Review");
            press(row.way);
            compare(kiosk.page, row.next);
        }
        function test_review_whileSomebodyServes_coversTheNumbers() {
            open(review, "Review");
            shows("0900 000 017");
            scripted.show("Greeting");
            scripted.serve();
            scripted.show("Review");
            shows("0900 ••• 017");
        }

        function test_deliver_always_hasNoWayToStopIt() {
            open(deliver, "Deliver");
            for (const way of ["primary", "secondary", "end", "back"])
                verify(!seen(way), way);
            shows("Sealed here");
            shows("Your carrier");
            verify(page.spoken.includes("You may take your card now."));
        }

        function test_receipt_always_showsWhatItsCodeHolds() {
            open(receipt, "Receipt");
            const code = all(item => item instanceof QrPicture)[0];
            compare(code.text, kiosk.receipt.plainText);
            verify(kiosk.receipt.rows.length >= 4);
            for (const row of kiosk.receipt.rows) {
                shows(row.label);
                shows(row.value);
                verify(code.text.includes(row.label), row.label);
            }
            verify(!texts().join(" ").includes("0900 000 017"));
        }
        function test_receipt_printed_onlyWhereThereIsAPrinter() {
            open(receipt, "Receipt");
            compare(seen("secondary") !== null, kiosk.canPrint);
        }
        function test_receipt_finished_isTheNextPersonsGreeting() {
            open(receipt, "Receipt");
            verify(!seen("end") && !seen("back"));
            compare(page.speechKey, "Receipt.delivered");
            press("primary");
            compare(kiosk.page, "Greeting");
        }
    }
}
