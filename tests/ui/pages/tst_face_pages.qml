import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: capture; CaptureFacePage {} }
    Component { id: match; MatchPage {} }

    PageCase {
        name: "FacePages"
        room: room

        function ring() {
            return all(item => item instanceof ProgressRing)[0];
        }

        function test_capture_withAHint_showsAndSaysItAndNothingElse() {
            open(capture, "CaptureFace");
            scripted.hint("MORE_LIGHT", 0.35);
            compare(plain(seen("hint").text), "More light on your face");
            compare(page.hint, seen("hint").text);
            compare(page.hintKey, "FaceHint.MORE_LIGHT");
            compare(ring().value, 0.35);
            verify(!seen("arrow"));
        }
        function test_capture_toTurn_pointsToThatSide_data() {
            return [{ tag: "TURN_LEFT", left: true }, { tag: "TURN_RIGHT", left: false }];
        }
        function test_capture_toTurn_pointsToThatSide(row) {
            open(capture, "CaptureFace");
            scripted.hint(row.tag, 0.5);
            const arrow = seen("arrow");
            verify(arrow);
            compare(arrow.x < seen("hint").x, row.left);
        }
        function test_capture_whenAllIsWell_changesMoreThanItsWords() {
            open(capture, "CaptureFace");
            scripted.hint("MORE_LIGHT", 0.1);
            const before = String(seen("hint").parent.color);
            scripted.hint("", 0.2);
            verify(String(seen("hint").parent.color) !== before);
            compare(plain(seen("hint").text), "Hold still");
        }
        function test_capture_ofTheCamera_isALookingGlass() {
            open(capture, "CaptureFace");
            verify(!seen("live-photo").hasPicture);
            scripted.showToCamera();
            verify(seen("live-photo").hasPicture);
            verify(seen("live-photo").mirrored);
            const oval = seen("live-photo").parent;
            compare(Math.round(100 * oval.height / oval.width), 140);
        }
        function test_capture_always_goesOnByItselfAndCanBeEnded() {
            open(capture, "CaptureFace");
            verify(!seen("primary") && !seen("back"));
            press("end");
            compare(kiosk.page, "Greeting");
        }
        function test_capture_ofAParent_saysWhoseTurnItIs() {
            open(capture, "CaptureFace");
            scripted.giveTurnToGuardian();
            scripted.show("CaptureFace");
            verify(page.title.includes("parent"));
            compare(page.speechKey, "CaptureFace.parent");
        }

        function test_match_found_saysSoAndGoesOn() {
            open(match, "Match");
            compare(page.title, "It is you");
            verify(seen("matched-sign"));
            verify(seen("best-photo").hasPicture);
            compare(ring().value, 1);
            press("primary");
            compare(kiosk.page, "ChooseNumbers");
        }
        function test_match_notYetKnown_promisesNothing() {
            open(match, "Match");
            scripted.forgetMatch();
            verify(!seen("primary") && !seen("matched-sign"));
            compare(ring().value, 0);
            compare(page.speechKey, "Match.pending");
            shows(page.instruction);
            verify(!page.spoken.includes("It is you"));
        }
    }
}
