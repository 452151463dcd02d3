import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1000
    height: 700

    ListModel { id: heights }
    PagedList {
        id: paged
        width: 400
        height: 500
        spacing: 10
        moreText: "More"
        firstText: "First"
        model: heights
        delegate: BigButton {
            required property int index
            required property int tall
            objectName: "row-" + index
            width: 400
            height: tall
            text: "Row " + index
        }
    }
    Component {
        id: numberList
        NumberList { x: 500; width: 400 }
    }
    SignalSpy { id: clicks; signalName: "clicked" }

    TestCase {
        name: "Lists"
        when: windowShown

        function fill(...tall) {
            heights.clear();
            for (const each of tall)
                heights.append({ tall: each });
            paged.first = 0;
            wait(0);
            verify(scripted.settle(paged));
        }
        function rowsInSight() {
            verify(scripted.settle(paged));
            const view = paged.children[0];
            let inSight = [];
            for (let i = 0; i < heights.count; ++i) {
                const row = findChild(paged, "row-" + i);
                const top = row.mapToItem(view, 0, 0).y;
                if (top + row.height > 1 && top < view.height - 1)
                    inSight.push((top > -1 && top + row.height < view.height + 1 ? "" : "half ") + i);
            }
            return inSight.join(",");
        }
        function more() {
            return findChild(paged, "more");
        }

        function test_pagedList_thatFits_showsAllAndNoButton() {
            fill(100, 100, 100);
            compare(rowsInSight(), "0,1,2");
            verify(!more().visible);
            tryVerify(() => paged.seenAll);
        }
        /// "There are more numbers" stood below half a number.
        function test_pagedList_tooLong_endsAtAWholeRow() {
            fill(120, 150, 120, 170, 120, 120);
            compare(rowsInSight(), "0,1,2");
            verify(more().visible);
            compare(more().text, "More");
            verify(!paged.seenAll);
        }
        function test_more_touched_goesOnToTheNextRowsAndAtLastBackToTheFirst() {
            fill(120, 150, 120, 170, 120, 120);
            let steps = [];
            for (let i = 0; i < 3; ++i) {
                mouseClick(more());
                steps.push(rowsInSight());
            }
            compare(steps, ["3,4", "4,5", "0,1,2"]);
            tryVerify(() => paged.seenAll);
        }
        function test_more_atTheLastRows_fillsTheRoomWithTheOnesBefore() {
            fill(100, 100, 100, 100, 100);
            compare(rowsInSight(), "0,1,2");
            mouseClick(more());
            compare(rowsInSight(), "2,3,4");
            compare(more().text, "First");
        }
        function test_row_outOfSight_cannotBeUsed() {
            fill(100, 100, 100, 100, 100);
            verify(findChild(paged, "row-2").enabled);
            verify(!findChild(paged, "row-3").enabled);
            clicks.target = findChild(paged, "row-4");
            clicks.clear();
            mouseClick(more());
            mouseClick(findChild(paged, "row-4"));
            compare(clicks.count, 1);
            verify(!findChild(paged, "row-0").enabled);
        }
        function test_finger_lettingGoBetweenRows_leavesWholeOnes() {
            fill(120, 150, 120, 170, 120, 120);
            mouseDrag(paged, 380, 250, 0, -190);
            tryVerify(() => !paged.children[0].held);
            verify(!rowsInSight().includes("half"), rowsInSight());
        }
        function test_row_higherThanTheRoom_isShownAlone() {
            fill(700, 100, 100);
            compare(rowsInSight(), "half 0");
            mouseClick(more());
            compare(rowsInSight(), "1,2");
        }
        /// The only number was seen, the carrier named four more, and they counted as seen.
        function test_rowsThatComeLater_haveNotBeenSeen() {
            fill(100);
            tryVerify(() => paged.seenAll);
            for (let i = 0; i < 5; ++i)
                heights.append({ tall: 100 });
            verify(!paged.seenAll);
            wait(0);
            verify(!paged.seenAll);
        }

        function typed(digits) {
            const phone = scripted.newKiosk().phone;
            for (const digit of digits)
                phone.press(digit);
            return phone;
        }
        function test_numberList_beforeANumberIsComplete_offersNoOther() {
            const list = createTemporaryObject(numberList, room, { phone: typed("09000000") });
            verify(findChild(list, "another").visible);
            verify(!findChild(list, "another").enabled);
        }
        function test_numberList_another_putsTheTypedOneOnTheList() {
            const phone = typed("0900000017");
            const list = createTemporaryObject(numberList, room, { phone: phone });
            mouseClick(findChild(list, "another"));
            compare(phone.kept.map(each => each.replace(/\u00a0/g, " ")), ["0900 000 017"]);
            compare(phone.shown, "");
            verify(!findChild(list, "another").visible);
        }
        function test_numberList_itsNumberTouched_takesItOff() {
            const phone = typed("0900000017");
            const list = createTemporaryObject(numberList, room, { phone: phone });
            phone.keep();
            verify(scripted.settle(list));
            const line = list.children[1].children[0];
            verify(line.name.includes("list"));
            verify(line.height >= Theme.mm(12.7));
            mouseClick(line);
            compare(phone.kept.length, 0);
        }
    }
}
