import QtQuick
import QtTest
import ChinhChu

Item {
    width: 900
    height: 600

    BigButton { id: button; width: 300; height: 80; text: "Go on" }
    TickBox { id: tick; y: 120; width: 400; text: "I agree" }
    Choice { id: choice; y: 260; width: 600; label: "Size"; options: ["Normal", "Large"]; objectName: "size" }
    SignalSpy { id: clicks; target: button; signalName: "clicked" }
    SignalSpy { id: picks; target: choice; signalName: "picked" }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            clicks.clear();
            picks.clear();
            tick.ticked = false;
            button.enabled = true;
        }
        function test_button_touched_saysSoOnce() {
            mouseClick(button);
            compare(clicks.count, 1);
        }
        function test_button_byKeyboard_saysSo_data() {
            return [{ tag: "space", key: Qt.Key_Space }, { tag: "return", key: Qt.Key_Return }, { tag: "enter", key: Qt.Key_Enter }];
        }
        function test_button_byKeyboard_saysSo(row) {
            button.forceActiveFocus();
            keyClick(row.key);
            compare(clicks.count, 1);
        }
        function test_button_disabled_isSilent() {
            button.enabled = false;
            mouseClick(button);
            compare(clicks.count, 0);
        }
        function test_button_always_hasNameAndRole() {
            compare(button.Accessible.name, "Go on");
            compare(button.Accessible.role, Accessible.Button);
        }
        function test_tickBox_touchedTwice_isEmptyAgain() {
            mouseClick(tick);
            verify(tick.ticked);
            verify(tick.Accessible.checked);
            mouseClick(tick);
            verify(!tick.ticked);
        }
        function test_tickBox_always_isACheckBoxWithItsText() {
            compare(tick.Accessible.role, Accessible.CheckBox);
            compare(tick.Accessible.name, "I agree");
        }
        function test_choice_touched_saysWhichAndDecidesNothing() {
            mouseClick(findChild(choice, "size-1"));
            compare(picks.count, 1);
            compare(picks.signalArguments[0][0], 1);
            compare(choice.chosen, 0);
        }
        function test_choice_chosen_isTheCheckedOne() {
            choice.chosen = 1;
            verify(findChild(choice, "size-1").Accessible.checked);
            verify(!findChild(choice, "size-0").Accessible.checked);
            choice.chosen = 0;
        }
    }
}
