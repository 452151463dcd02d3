import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768
    Component {
        id: frame
        KioskPage {
            anchors.fill: parent
            title: "A title"
            instruction: "Do this now."
            Item { objectName: "material"; anchors.fill: parent }
        }
    }
    Item {
        id: upright
        width: 432
        height: 768
    }
    KioskText { id: words; visible: false; width: 200; text: "Words that are much longer than the room that they have" }
    SignalSpy { id: spy }

    TestCase {
        id: test
        name: "PageFrame"
        when: windowShown

        function cleanup() {
            Theme.unit = 4;
        }
        function open(more, place = room) {
            const kiosk = scripted.newKiosk();
            scripted.show("Review");
            return createTemporaryObject(frame, place, Object.assign({ kiosk: kiosk }, more));
        }
        function placeOf(page, name) {
            const item = findChild(page, name);
            verify(scripted.settle(page));
            return item.mapToItem(page, 0, 0, item.width, item.height);
        }
        function test_material_belowTheWordsOrBesideThem_hasTheRoomThatTheyLeave() {
            const page = open({});
            const beside = placeOf(page, "material");
            verify(beside.x > page.columnWidth);
            page.broad = true;
            const below = placeOf(page, "material");
            compare(below.x, Theme.margin);
            verify(below.y > beside.y && below.width > beside.width);
            page.instruction = "";
            verify(placeOf(page, "material").y < below.y);
        }
        function test_page_toAnAssistiveTechnology_isCalledByItsTitle() {
            const page = open({});
            compare(page.Accessible.role, Accessible.Pane);
            compare(page.Accessible.name, "A title");
        }
        function test_sentences_ofParts_endEachAndLeaveOutTheEmptyOnes() {
            const page = open({});
            compare(page.sentences(["One", "", "Two?", "Three …"]), "One. Two? Three …");
            compare(page.spoken, "A title. Do this now.");
        }
        function test_ways_inARow_endAndBackAtTheLeftOnwardAtTheRight() {
            const page = open({ primaryText: "Go on", secondaryText: "Another way" });
            const end = placeOf(page, "end"), back = placeOf(page, "back");
            const second = placeOf(page, "secondary"), onward = placeOf(page, "primary");
            compare(end.x, Theme.margin);
            verify(end.right < back.x && back.right < second.x && second.right < onward.x);
            compare(Math.round(onward.right), room.width - Theme.margin);
            compare(end.y, onward.y);
        }
        function test_ways_onAnUprightPage_standBelowTheWayOnAndAreAllInSight() {
            Theme.unit = upright.width / Theme.shortSide;
            const page = open({ primaryText: "Go on", secondaryText: "Another way" }, upright);
            const end = placeOf(page, "end"), back = placeOf(page, "back");
            const second = placeOf(page, "secondary"), onward = placeOf(page, "primary");
            verify(page.threeRows);
            verify(onward.bottom < second.y && second.bottom < end.y);
            compare(end.y, back.y);
            compare(onward.width, second.width);
            verify(back.bottom <= upright.height);
        }
        function test_ways_touched_doWhatTheySay() {
            const page = open({ primaryText: "Go on", secondaryText: "Another way" });
            spy.target = page;
            for (const way of ["primary", "secondary"]) {
                spy.signalName = way;
                spy.clear();
                mouseClick(findChild(page, way));
                compare(spy.count, 1, way);
            }
            mouseClick(findChild(page, "back"));
            compare(page.kiosk.page, "ChooseNumbers");
            mouseClick(findChild(page, "end"));
            compare(page.kiosk.page, "Greeting");
        }
        function test_wayOn_notYetOpen_isSeenAndSilent() {
            const page = open({ primaryText: "Go on", primaryEnabled: false });
            spy.target = page;
            spy.signalName = "primary";
            spy.clear();
            verify(findChild(page, "primary").visible);
            mouseClick(findChild(page, "primary"));
            compare(spy.count, 0);
        }
        function test_ways_thatAPageHasNot_areNotThere() {
            const page = open({ canEnd: false });
            for (const way of ["primary", "secondary", "end"])
                verify(!findChild(page, way).visible, way);
            page.bare = true;
            verify(!findChild(page, "back").visible);
        }
        function test_comfort_touched_opensTheSheet() {
            const page = open({});
            verify(!page.comfortOpen);
            mouseClick(findChild(page, "comfort"));
            verify(page.comfortOpen);
        }
        function test_kioskText_inTooLittleRoom_breaksAndIsNeverCutOff() {
            verify(words.lineCount > 1);
            verify(!words.truncated);
            verify(words.contentWidth <= 200);
            compare(words.elide, Text.ElideNone);
        }
        function test_kioskText_toAnAssistiveTechnology_isItsText() {
            compare(words.Accessible.role, Accessible.StaticText);
            compare(words.Accessible.name, words.text);
            verify(!words.fact);
        }
        /// Somebody's name may hold anything.
        function test_kioskText_ofMarkup_showsItAsItIs() {
            words.text = "<b>x</b>";
            compare(words.textFormat, Text.PlainText);
        }
    }
}
