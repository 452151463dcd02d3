import QtQuick
import ChinhChu

/// The mark: a card whose corner is a tick, and the name.
Row {
    spacing: Theme.mm(3)
    Accessible.role: Accessible.Graphic
    Accessible.name: "ChinhChu"

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mm(11)
        height: Theme.mm(11)
        radius: Theme.mm(3.2)
        color: Theme.accent
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: parent.width * 0.72
            stroke: 3
            colour: Theme.accentInk
        }
    }
    KioskText {
        anchors.verticalCenter: parent.verticalCenter
        text: "Chính chủ"
        font.pixelSize: Theme.mm(6.4)
        font.weight: Font.Bold
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
