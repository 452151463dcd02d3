import QtQuick
import QtTest
import ChinhChu

/// What holds for every page alike: the ways in the same places, words that are heard as well, a keyboard that comes
/// everywhere, and both languages.
Item {
    id: room
    width: 1366
    height: 768

    PageCase {
        name: "EveryPage"
        room: room

        function openPage(file) {
            const someone = scripted.newKiosk();
            const state = file.slice(0, -"Page".length);
            if (state === "Staff") {
                scripted.openOffice();
                tryVerify(() => someone.staff.available && !someone.staff.busy);
                someone.staff.enter();
            } else if (state === "Problem") {
                scripted.fail("CARD_REMOVED");
            } else {
                scripted.show(state);
            }
            const component = Qt.createComponent("qrc:/qt/qml/ChinhChu/qml/pages/" + file + ".qml");
            compare(component.status, Component.Ready);
            place(component, someone);
            compare(page.kiosk.page, state);
        }
        function rowOfEachPage() {
            const rows = scripted.files("pages").map(file => ({ tag: file }));
            verify(rows.length >= 20);
            return rows;
        }

        function test_ways_onEveryPage_areInTheSamePlaces_data() { return rowOfEachPage(); }
        function test_ways_onEveryPage_areInTheSamePlaces(row) {
            openPage(row.tag);
            if (page.bare)
                return; // the greeting, which has one button in its middle
            const bottom = room.height - page.footerHeight;
            const end = seen("end"), back = seen("back"), onward = seen("primary");
            for (const way of [end, back, onward].filter(way => way))
                compare(way.mapToItem(page, 0, 0).y, bottom, way.objectName);
            if (end)
                compare(end.mapToItem(page, 0, 0).x, Theme.margin);
            if (back)
                compare(back.mapToItem(page, 0, 0).x, Theme.margin + end.width + Theme.space);
            if (onward)
                compare(Math.round(onward.mapToItem(page, onward.width, 0).x), room.width - Theme.margin);
            compare(seen("comfort").mapToItem(page, 0, 0).y, Theme.mm(4));
        }
        function test_words_onEveryPage_areSaidAsTheyAreShown_data() { return rowOfEachPage(); }
        function test_words_onEveryPage_areSaidAsTheyAreShown(row) {
            openPage(row.tag);
            const words = all(item => item instanceof KioskText && !item.fact && item.text !== "" && item.font.pixelSize >= Theme.heading)
                .filter(item => !insideControl(item)).map(item => plain(item.text));
            verify(words.length > 0);
            for (const each of words)
                verify((page.spoken + " " + page.hint).includes(each), each);
            compare(words.includes(plain(Typography.heading(page.title))), page.title !== "");
            verify(page.instruction.split(" ").length <= 25);
            verify(/^[A-Za-z.]+(\.[A-Z_]+)?$/.test(page.speechKey), page.speechKey);
        }
        function insideControl(item) {
            for (; item; item = item.parent)
                if (isControl(item))
                    return true;
            return false;
        }
        function test_tab_onEveryPage_comesToEveryControl_data() { return rowOfEachPage(); }
        function test_tab_onEveryPage_comesToEveryControl(row) {
            openPage(row.tag);
            let left = all(item => isControl(item) && item.focusable && item.enabled);
            verify(left.length > 0);
            for (let i = 0; i < 60 && left.length > 0; ++i) {
                keyClick(Qt.Key_Tab);
                left = left.filter(control => !hasFocus(control));
            }
            compare(left.map(control => control.objectName || control.name), []);
        }
        function test_language_changedOnEveryPage_changesItsWords_data() { return rowOfEachPage(); }
        function test_language_changedOnEveryPage_changesItsWords(row) {
            openPage(row.tag);
            const before = page.spoken;
            touch("language-vi");
            compare(kiosk.language, "vi");
            verify(page.spoken !== before, page.spoken);
            touch("language-en");
            compare(page.spoken, before);
        }
    }
}
