import QtQuick
import QtTest
import ChinhChu

Item {
    id: root
    width: 1366
    height: 768
    Component {
        id: staffTabs
        StaffTabs { width: 400; columns: 1 }
    }
    Component {
        id: staffLines
        StaffLines { width: 900; height: 500 }
    }

    TestCase {
        id: test
        name: "StaffLists"
        when: windowShown

        function signedIn(): StaffDesk {
            const desk = scripted.newKiosk().staff;
            scripted.openOffice();
            tryVerify(() => desk.available && !desk.busy);
            desk.enter();
            for (const digit of "2041")
                desk.type(digit);
            desk.goOn();
            for (const digit of "736412")
                desk.type(digit);
            desk.goOn();
            tryVerify(() => desk.signedIn && !desk.busy);
            return desk;
        }
        function test_staffTabs_ofASupervisor_haveEachListAndTheChosenOneChecked() {
            const desk = signedIn();
            const tabs = createTemporaryObject(staffTabs, root, { desk: desk });
            for (const list of ["Today", "Queue", "Health", "Settings"])
                verify(findChild(tabs, "list-" + list), list);
            verify(findChild(tabs, "list-Today").Accessible.checked);
            compare(findChild(tabs, "list-Today").Accessible.role, Accessible.RadioButton);
            mouseClick(findChild(tabs, "list-Queue"));
            tryVerify(() => !desk.busy);
            compare(desk.list, "Queue");
            verify(findChild(tabs, "list-Queue").Accessible.checked);
            verify(!findChild(tabs, "list-Today").Accessible.checked);
        }
        function test_staffLines_thatCannotBeChanged_haveNoButton() {
            const desk = signedIn();
            const lines = createTemporaryObject(staffLines, root, { desk: desk });
            verify(scripted.settle(lines));
            const button = findChild(lines, "change-");
            verify(!button || !button.visible);
        }
        /// Tab went on to a button below the edge, where nobody saw it.
        function test_staffLines_reachedByTab_comeIntoSight() {
            const desk = signedIn();
            const lines = createTemporaryObject(staffLines, root, { desk: desk, height: 120 });
            desk.show("Settings");
            tryVerify(() => !desk.busy && desk.lines.length === 3);
            verify(scripted.settle(lines));
            // A list makes the rows beyond its edge when there is time.
            tryVerify(() => findChild(lines, "change-camera") !== null);
            const last = findChild(lines, "change-camera");
            verify(last.mapToItem(lines, 0, last.height).y > lines.height);
            for (let i = 0; i < 5 && !last.activeFocus; ++i)
                keyClick(Qt.Key_Tab);
            verify(last.activeFocus);
            verify(last.mapToItem(lines, 0, last.height).y <= lines.height);
        }
        function test_staffLines_changed_showTheNextValue() {
            const desk = signedIn();
            const lines = createTemporaryObject(staffLines, root, { desk: desk });
            desk.show("Settings");
            tryVerify(() => !desk.busy && desk.lines.length === 3);
            verify(scripted.settle(lines));
            const button = findChild(lines, "change-volume");
            verify(button.visible);
            verify(button.Accessible.name.includes("Sound"));
            verify(button.Accessible.name.includes("2"));
            mouseClick(button);
            tryVerify(() => !desk.busy && desk.lines[0].value === "3");
        }
    }
}
