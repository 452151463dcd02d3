import QtQuick
import ChinhChu

/// What stands on the key that deletes: its sign alone is a riddle to who never used a keyboard.
Row {
    spacing: Theme.mm(2.4)
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: "erase"
        size: Theme.mm(8)
    }
    KioskText {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Delete")
        font.weight: Font.Medium
        wrapMode: Text.NoWrap
        lineHeight: 1
        Accessible.ignored: true
    }
}
