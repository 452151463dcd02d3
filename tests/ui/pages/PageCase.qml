import QtQuick
import QtTest
import ChinhChu

/// One person in front of one page: what the tests of the pages have in common.
TestCase {
    id: test
    required property Item room
    property KioskPage page: null
    readonly property Kiosk kiosk: page ? page.kiosk : null

    when: windowShown

    function initTestCase() {
        Theme.unit = Theme.unitFor(room.width, room.height, 0);
        Theme.animate = false;
    }
    function init() {
        failOnWarning(/\.qml/);
    }
    function cleanup() {
        Theme.textScale = 1;
    }

    /// A new session that has come to @p state, or has failed with the code @p state.
    function open(component, state) {
        const someone = scripted.newKiosk();
        if (/^[A-Z_]+$/.test(state))
            scripted.fail(state);
        else
            scripted.show(state);
        place(component, someone);
    }
    function place(component, someone) {
        page = createTemporaryObject(component, room, { kiosk: someone, width: room.width, height: room.height });
        verify(page);
        page.forceActiveFocus();
        verify(scripted.settle(page));
    }

    /// The visible thing of that name; null if there is none.
    function seen(name, from = page) {
        if (!from.visible)
            return null;
        if (from.objectName === name)
            return from;
        for (let i = 0; i < from.children.length; ++i) {
            const found = seen(name, from.children[i]);
            if (found)
                return found;
        }
        return null;
    }
    function all(accepted, from = page) {
        if (!from.visible)
            return [];
        let found = accepted(from) ? [from] : [];
        for (let i = 0; i < from.children.length; ++i)
            found = found.concat(all(accepted, from.children[i]));
        return found;
    }
    function isControl(item) {
        return item.focusable !== undefined;
    }
    /// Every text in sight, without those on controls; a sign that only keeps a line together is a space.
    function texts(from = page) {
        if (!from.visible || isControl(from))
            return [];
        let words = from instanceof KioskText && from.text !== "" ? [plain(from.text)] : [];
        for (let i = 0; i < from.children.length; ++i)
            words = words.concat(texts(from.children[i]));
        return words;
    }
    function plain(text) {
        return text.replace(/\u00a0/g, " ");
    }
    function shows(text) {
        const words = texts();
        verify(words.includes(plain(text)), "\"" + text + "\" in " + words.join(" | "));
    }

    function touch(name) {
        const control = seen(name);
        verify(control, name);
        verify(scripted.settle(page));
        mouseClick(control);
    }
    function hasFocus(control) {
        for (let item = room.Window.activeFocusItem; item; item = item.parent)
            if (item === control)
                return true;
        return false;
    }
    /// By the keyboard alone: Tab until it is reached, then Space.
    function press(name) {
        const control = seen(name);
        verify(control, name);
        for (let i = 0; i < 60 && !hasFocus(control); ++i)
            keyClick(Qt.Key_Tab);
        verify(hasFocus(control), "Tab does not reach " + name);
        keyClick(Qt.Key_Space);
    }
    function type(digits) {
        for (const digit of digits)
            keyClick(digit);
    }
    function rests(name) {
        const control = seen(name);
        verify(control, name);
        verify(!control.enabled, name + " can be used");
        mouseClick(control);
    }
}
