import QtQuick
import ChinhChu

/// The numbers given so far; a touch takes one off the list.
Column {
    id: list
    required property PhoneEntry phone
    spacing: Theme.gap
    Repeater {
        model: list.phone.kept
        delegate: Card {
            id: line
            required property int index
            required property string modelData
            width: list.width
            height: Theme.touch + Theme.mm(3)
            tinted: true
            KioskText {
                x: Theme.mm(5)
                anchors.verticalCenter: parent.verticalCenter
                text: line.modelData
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
            Pressable {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.touch
                height: Theme.touch
                name: qsTr("Take %1 off the list").arg(line.modelData)
                onClicked: list.phone.remove(line.index)
                Icon {
                    anchors.centerIn: parent
                    name: "cross"
                    size: Theme.mm(6)
                }
            }
        }
    }
}
