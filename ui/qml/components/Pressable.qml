import QtQuick
import ChinhChu

/// What every control has: a touch, Space and Enter, a visible focus, a name and a role.
FocusScope {
    id: control

    property string name
    property bool pressed: area.pressed && enabled
    property real corner: Theme.corner
    property bool focusable: true
    signal clicked

    // The mark of the focus reaches beyond its control: a neighbour does not lie on it.
    z: activeFocus && Theme.keyboardInUse ? 1 : 0
    activeFocusOnTab: focusable
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: focusable
    Accessible.onPressAction: if (control.enabled) control.clicked()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                control.clicked();
        }
    }

    // A control that goes away takes no key with it: an invisible one would still be answered by Space.
    onVisibleChanged: {
        const next = !visible && activeFocus ? nextItemInFocusChain() : null;
        if (next && next !== control)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        visible: control.activeFocus && Theme.keyboardInUse
        anchors.fill: parent
        anchors.margins: -Theme.focus * 1.6
        z: 10
        radius: control.corner + Theme.focus * 1.6
        color: "transparent"
        border.color: Theme.ink
        border.width: Theme.focus
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: {
            if (control.focusable)
                control.forceActiveFocus(Qt.MouseFocusReason);
            control.clicked();
        }
    }
}
