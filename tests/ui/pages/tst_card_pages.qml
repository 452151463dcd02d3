import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: pictures; DocumentPicturesPage {} }
    Component { id: placeCard; PlaceCardPage {} }
    Component { id: readChip; ReadChipPage {} }
    Component { id: verdict; VerdictPage {} }

    PageCase {
        name: "CardPages"
        room: room

        function bar() {
            return all(item => item.Accessible.role === Accessible.ProgressBar)[0];
        }

        function test_documentPictures_fromFrontToBack_saySoInWordsAndSpeech() {
            open(pictures, "DocumentPictures");
            compare(page.speechKey, "DocumentPictures");
            const front = page.title;
            scripted.turnCard();
            verify(page.title !== front && page.title.includes("back"));
            compare(page.speechKey, "DocumentPictures.back");
            verify(page.spoken.includes("back"));
        }
        function test_documentPictures_withAHint_showAndSayIt() {
            open(pictures, "DocumentPictures");
            scripted.hint("DOCUMENT_NO_GLARE", 0.25);
            compare(plain(seen("hint").text), "Tilt the card away from the lamp");
            compare(page.hint, seen("hint").text);
            compare(page.hintKey, "FaceHint.DOCUMENT_NO_GLARE");
            compare(Math.round(100 * bar().children[0].width / bar().width), 25);
        }
        function test_documentPictures_ofTheCamera_areNotTurnedAround() {
            open(pictures, "DocumentPictures");
            scripted.showToCamera();
            verify(!seen("code-picture").mirrored); // who holds the card reads it
            verify(!seen("primary"));
        }

        function test_placeCard_always_waitsForTheCardAlone() {
            open(placeCard, "PlaceCard");
            verify(!seen("primary"));
            compare(all(item => item instanceof ReaderDrawing).length, 1);
            touch("back");
            compare(kiosk.page, "Identify");
        }
        function test_placeCard_ofACardWithoutChip_isLedToTheCounter() {
            open(placeCard, "PlaceCard");
            press("secondary");
            compare(kiosk.problem.code, "CARD_WITHOUT_CHIP");
        }
        function test_placeCard_ofAParent_speaksOfTheChildsCardFirst() {
            open(placeCard, "PlaceCard");
            scripted.giveTurnToGuardian();
            scripted.show("PlaceCard");
            verify(page.instruction.includes("child"));
            compare(page.speechKey, "PlaceCard.parent");
            verify(page.spoken.includes(page.title) && page.spoken.includes(page.instruction));
        }

        function test_readChip_halfway_showsHowManyBytes() {
            open(readChip, "ReadChip");
            scripted.readPhotograph(10750, 21500);
            compare(bar().value, 0.5);
            compare(plain(seen("doing").text), kiosk.reading.doing);
            compare(page.hint, kiosk.reading.doing);
            shows("10.8 of 21.5 kB");
        }
        function test_readChip_ofACardThatMoved_asksForItAndKeepsWhatWasRead() {
            open(readChip, "ReadChip");
            scripted.readPhotograph(12800, 21500);
            const before = bar().value;
            scripted.moveCardAway();
            compare(page.title, "Put the card back");
            compare(page.speechKey, "ReadChip.gone");
            compare(bar().value, before);
            verify(Qt.colorEqual(bar().colour, Theme.caution));
            // Back on the reader it goes on.
            scripted.readPhotograph(12900, 21500);
            compare(page.title, "Keep the card still");
        }
        function test_readChip_always_canBeEndedAndNotHurried() {
            open(readChip, "ReadChip");
            verify(!seen("primary") && !seen("back"));
            press("end");
            compare(kiosk.page, "Greeting");
        }

        function test_verdict_ofAGenuineCard_showsWhoseItIsAndWhatWasChecked() {
            open(verdict, "Verdict");
            compare(page.title, "This card is genuine.");
            for (const fact of [kiosk.person.fullName, "08/03/1952", kiosk.person.number, kiosk.person.residence])
                shows(fact);
            for (const check of kiosk.person.checks)
                shows(check.text);
            verify(seen("chip-photo").hasPicture);
            compare(page.speechKey, "Verdict.genuine");
        }
        function test_verdict_always_saysTheNameAndAsks() {
            open(verdict, "Verdict");
            compare(page.spoken, "This card is genuine. Nguyễn Thị Hồng Thắm. Is this you?");
        }
        function test_verdict_ofAnIssuerThatIsNotConfirmed_saysSoOnThePage() {
            open(verdict, "Verdict");
            scripted.doubt();
            verify(page.title.includes("not known"));
            compare(page.speechKey, "Verdict.intact");
        }
        function test_verdict_answered_goesToTheFaceOrEnds_data() {
            return [{ tag: "yes", way: "primary", next: "CaptureFace" }, { tag: "no", way: "end", next: "Greeting" }];
        }
        function test_verdict_answered_goesToTheFaceOrEnds(row) {
            open(verdict, "Verdict");
            verify(!seen("back"));
            press(row.way);
            compare(kiosk.page, row.next);
        }
    }
}
