import QtQuick
import QtTest
import ChinhChu

Item {
    width: 1200
    height: 700

    NumberRow {
        id: row
        index: 3
        width: 1000
        phone: "0900 000 017"
        masked: "0900 ••• 017"
        lock: "Working"
        urgent: false
        fresh: false
        answer: HeldNumbers.Open
    }
    Stepper { id: stepper; y: 400 }
    ProgressRing { id: ring; y: 450; width: 120; height: 120 }
    SignalSpy { id: answers; target: row; signalName: "answered" }
    SignalSpy { id: lefts; target: row; signalName: "leftOut" }

    TestCase {
        name: "Rows"
        when: windowShown

        function init() {
            answers.clear();
            lefts.clear();
            row.fresh = false;
            row.answer = HeldNumbers.Open;
            row.covered = false;
        }
        function test_numberRow_open_hasNoAnswerChecked() {
            verify(!findChild(row, "mine-3").Accessible.checked);
            verify(!findChild(row, "not-mine-3").Accessible.checked);
        }
        function test_numberRow_answered_saysWhichAndDecidesNothing() {
            mouseClick(findChild(row, "not-mine-3"));
            compare(answers.count, 1);
            compare(answers.signalArguments[0][0], false);
            compare(row.answer, HeldNumbers.Open);
            mouseClick(findChild(row, "mine-3"));
            compare(answers.signalArguments[1][0], true);
        }
        function test_numberRow_ofAnAnswer_showsIt() {
            row.answer = HeldNumbers.NotMine;
            verify(findChild(row, "not-mine-3").Accessible.checked);
            verify(!findChild(row, "mine-3").Accessible.checked);
        }
        /// Disowning a number that nobody had registered for the person was refused by the carrier at the very end.
        function test_numberRow_thatWouldBeNew_canBeLeftOutAndNotDisowned() {
            row.fresh = true;
            mouseClick(findChild(row, "not-mine-3"));
            compare(answers.count, 0);
            compare(lefts.count, 1);
            verify(findChild(row, "not-mine-3").Accessible.name.includes("Leave out"));
            row.answer = HeldNumbers.Left;
            verify(findChild(row, "not-mine-3").Accessible.checked);
        }
        function test_numberRow_always_namesTheNumberInItsAnswers() {
            verify(findChild(row, "mine-3").Accessible.name.includes("0900 000 017"));
        }
        function test_numberRow_covered_uncoversWhenTouched() {
            row.covered = true;
            compare(row.shown, "0900 ••• 017");
            verify(!findChild(row, "mine-3").Accessible.name.includes("000 017"));
            mouseClick(findChild(row, "number-3"));
            compare(row.shown, "0900 000 017");
        }
        function test_stepper_onTheWay_saysWhichStep() {
            stepper.current = 1;
            compare(stepper.Accessible.name, "Step 2 of 5: Card");
        }
        function test_stepper_beforeTheWay_saysNothing() {
            stepper.current = -1;
            compare(stepper.Accessible.name, "");
        }
        function test_progressRing_halfway_saysSo() {
            ring.value = 0.5;
            compare(ring.Accessible.role, Accessible.ProgressBar);
            compare(ring.Accessible.description, "50 %");
        }
        /// Black and dark green could not be told apart.
        function test_progressRing_inStrongContrast_isWiderThanItsTrack() {
            compare(ring.trackThickness, ring.thickness);
            Theme.contrast = Theme.StrongLight;
            verify(ring.trackThickness < ring.thickness / 3);
            Theme.contrast = Theme.Light;
        }
    }
}
