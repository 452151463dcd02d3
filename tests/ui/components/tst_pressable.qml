import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 900
    height: 400

    Pressable { id: one; width: 200; height: 100; name: "One" }
    Pressable { id: other; x: 200; width: 200; height: 100; name: "Other" }
    SignalSpy { id: clicks; target: one; signalName: "clicked" }

    TestCase {
        name: "Pressable"
        when: windowShown

        function init() {
            one.enabled = true;
            one.focusable = true;
            Theme.keyboardInUse = false;
            other.forceActiveFocus();
            clicks.clear();
        }
        function mark(control) {
            for (let i = 0; i < control.children.length; ++i)
                if (control.children[i].border !== undefined && control.children[i].visible)
                    return control.children[i];
            return null;
        }
        function test_pressable_touched_saysSoOnceAndTakesTheFocus() {
            mousePress(one);
            verify(one.pressed);
            compare(clicks.count, 0);
            mouseRelease(one);
            verify(!one.pressed);
            compare(clicks.count, 1);
            verify(one.activeFocus);
        }
        function test_pressable_leftBeforeTheFingerIsUp_isSilent() {
            mousePress(one);
            mouseMove(one, 600, 50);
            mouseRelease(one, 600, 50);
            compare(clicks.count, 0);
        }
        function test_pressable_byEachKey_saysSo_data() {
            return [{ tag: "space", key: Qt.Key_Space, count: 1 }, { tag: "return", key: Qt.Key_Return, count: 1 },
                    { tag: "enter", key: Qt.Key_Enter, count: 1 }, { tag: "letter", key: Qt.Key_A, count: 0 }];
        }
        function test_pressable_byEachKey_saysSo(row) {
            one.forceActiveFocus();
            keyClick(row.key);
            compare(clicks.count, row.count);
        }
        function test_pressable_byTab_isReachedUnlessItIsNoControl() {
            keyClick(Qt.Key_Tab);
            verify(one.activeFocus);
            other.forceActiveFocus();
            one.focusable = false;
            keyClick(Qt.Key_Tab);
            verify(!one.activeFocus);
        }
        function test_pressable_disabled_isSilentInEveryWay() {
            one.enabled = false;
            mouseClick(one);
            one.forceActiveFocus();
            keyClick(Qt.Key_Space);
            compare(clicks.count, 0);
        }
        function test_focus_ofAFinger_isNotMarked() {
            one.forceActiveFocus();
            compare(mark(one), null);
        }
        /// A neighbour that came later in the row lay on the mark.
        function test_focus_ofTheKeyboard_isMarkedAroundItAndAboveItsNeighbours() {
            Theme.keyboardInUse = true;
            one.forceActiveFocus();
            const ring = mark(one);
            verify(ring);
            verify(ring.x < 0 && ring.width > one.width);
            verify(ring.border.width >= 3);
            verify(Qt.colorEqual(ring.border.color, Theme.ink));
            verify(one.z > other.z);
            compare(mark(other), null);
        }
        function test_pressable_toAnAssistiveTechnology_isANamedButton() {
            compare(one.Accessible.role, Accessible.Button);
            compare(one.Accessible.name, "One");
            verify(one.Accessible.focusable);
        }
    }
}
