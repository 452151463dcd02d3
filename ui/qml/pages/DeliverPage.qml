pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Sending to the carrier")
    instruction: qsTr("You may take your card now.")
    canEnd: false

    Card {
        anchors.fill: parent
        Item {
            id: way
            anchors.centerIn: parent
            width: Math.min(parent.width - Theme.mm(44), Theme.mm(140))
            height: Theme.mm(44)
            property real travelled: 0.5
            SequentialAnimation {
                running: Theme.animate && page.visible
                loops: Animation.Infinite
                NumberAnimation { target: way; property: "travelled"; from: 0; to: 1; duration: 1600; easing.type: Easing.InOutSine }
                PauseAnimation { duration: 300 }
            }
            RoundSign {
                id: from
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.mm(38)
                name: "lock"
            }
            RoundSign {
                id: to
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                size: Theme.mm(38)
                name: "building"
            }
            KioskText {
                anchors { horizontalCenter: from.horizontalCenter; top: from.bottom; topMargin: Theme.space }
                text: qsTr("Sealed here")
                font.weight: Font.DemiBold
            }
            KioskText {
                anchors { horizontalCenter: to.horizontalCenter; top: to.bottom; topMargin: Theme.space }
                text: qsTr("Your carrier")
                font.weight: Font.DemiBold
            }
            Repeater {
                model: 5
                delegate: Rectangle {
                    required property int index
                    readonly property real span: to.x - from.width - Theme.mm(12)
                    x: from.width + Theme.mm(6) + span * index / 4 - width / 2
                    anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                    width: Theme.mm(3.4)
                    height: width
                    radius: width / 2
                    color: Math.abs(way.travelled * 4 - index) < 0.75 ? Theme.accent : Theme.outline
                }
            }
        }
    }
}
