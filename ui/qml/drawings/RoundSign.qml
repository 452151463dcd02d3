import QtQuick
import ChinhChu

/// A sign in a soft circle.
Rectangle {
    id: sign
    property alias name: icon.name
    property color colour: Theme.accent
    property real size: Theme.mm(40)
    width: size
    height: size
    radius: size / 2
    color: Theme.tint
    Icon {
        id: icon
        anchors.centerIn: parent
        size: sign.size * 0.52
        stroke: 1.5
        colour: sign.colour
    }
}
