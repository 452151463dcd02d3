pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// The numbers given so far, and the way to give one more. A touch takes one off the list.
Column {
    id: list
    required property PhoneEntry phone
    spacing: Theme.gap

    BigButton {
        objectName: "another"
        visible: list.phone.canAddAnother || list.phone.kept.length === 0
        enabled: list.phone.canAddAnother
        width: list.width
        icon: "plus"
        text: qsTr("One more number")
        onClicked: list.phone.keep()
    }
    Flow {
        width: list.width
        spacing: Theme.gap
        Repeater {
            model: list.phone.kept
            delegate: Pressable {
                id: line
                required property int index
                required property string modelData
                width: words.implicitWidth + Theme.mm(18)
                height: Theme.touch
                name: qsTr("Take %1 off the list").arg(modelData)
                onClicked: list.phone.remove(line.index)
                Card {
                    anchors.fill: parent
                    tinted: true
                }
                KioskText {
                    id: words
                    x: Theme.mm(4)
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Icon {
                    anchors { right: parent.right; rightMargin: Theme.mm(4); verticalCenter: parent.verticalCenter }
                    name: "cross"
                    size: Theme.mm(6)
                }
            }
        }
    }
}
