pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Is everything right?")
    instruction: qsTr("Look once more, then send it to the carrier.")
    primaryText: qsTr("Confirm and send")
    primaryIcon: "send"
    onPrimary: page.kiosk.submit()

    Card {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.min(parent.height, content.height + 2 * Theme.mm(8))

        Column {
            id: content
            x: Theme.wide
            y: Theme.mm(8)
            width: parent.width - 2 * x
            spacing: Theme.mm(4)

            DataRow { width: parent.width; label: qsTr("Full name"); value: page.kiosk.person.fullName; large: true }
            Row {
                width: parent.width
                spacing: Theme.wide
                DataRow { width: (parent.width - Theme.wide) / 2; label: qsTr("Date of birth"); value: page.kiosk.person.birthDate }
                DataRow { width: (parent.width - Theme.wide) / 2; label: qsTr("Card number"); value: page.kiosk.person.number }
            }
            Rectangle { width: parent.width; height: Theme.line; color: Theme.outline }
            Repeater {
                model: page.kiosk.numbers
                delegate: Item {
                    id: line
                    required property string phone
                    required property string masked
                    required property int answer
                    required property bool fresh
                    readonly property bool mine: answer === HeldNumbers.Mine
                    readonly property bool unanswered: answer === HeldNumbers.Left
                    readonly property color tone: mine ? Theme.accent : unanswered ? Theme.quiet : Theme.bad
                    width: content.width
                    height: Theme.mm(page.kiosk.numbers.count > 3 ? 6.4 : 11)
                    KioskText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: page.kiosk.assisted ? line.masked : line.phone
                        fact: true
                        font.pixelSize: page.kiosk.numbers.count > 3 ? Theme.body : Theme.heading
                        font.weight: Font.DemiBold
                        wrapMode: Text.NoWrap
                    }
                    Row {
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        spacing: Theme.mm(2)
                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: !line.unanswered
                            name: line.mine ? "check" : "cross"
                            size: Theme.body * 1.1
                            stroke: 2.6
                            colour: line.tone
                        }
                        KioskText {
                            text: line.mine ? qsTr("Mine") : line.unanswered ? (line.fresh ? qsTr("Left out") : qsTr("Not answered")) : qsTr("Not mine")
                            color: line.tone
                            font.weight: Font.DemiBold
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
        }
    }
}
