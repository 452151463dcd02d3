import QtQuick
import ChinhChu

/// A box that is empty until somebody ticks it.
Pressable {
    id: box
    property bool ticked: false
    property string text
    name: text
    implicitHeight: Math.max(Theme.button, words.implicitHeight + Theme.mm(6))
    Accessible.role: Accessible.CheckBox
    Accessible.checked: ticked
    onClicked: ticked = !ticked

    Rectangle {
        anchors.fill: parent
        radius: box.corner
        color: box.ticked || box.pressed ? Theme.tint : Theme.surface
        border.width: box.ticked ? Theme.focus * 0.7 : Theme.line
        border.color: box.ticked ? Theme.accent : Theme.quiet
    }
    Rectangle {
        id: square
        anchors { left: parent.left; leftMargin: Theme.mm(5); verticalCenter: parent.verticalCenter }
        width: Theme.mm(10)
        height: width
        radius: Theme.mm(2)
        color: box.ticked ? Theme.accent : Theme.surface
        border.width: Theme.line * 2
        border.color: box.ticked ? Theme.accent : Theme.quiet
        Icon {
            visible: box.ticked
            anchors.centerIn: parent
            name: "check"
            size: parent.width * 0.8
            stroke: 3
            colour: Theme.accentInk
        }
    }
    KioskText {
        id: words
        anchors { left: square.right; right: parent.right; margins: Theme.mm(5); verticalCenter: parent.verticalCenter }
        text: box.text
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
