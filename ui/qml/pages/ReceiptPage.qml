pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.receipt.headline
    instruction: page.kiosk.receipt.next
    speechKey: page.kiosk.receipt.delivered ? "Receipt.delivered" : "Receipt.kept"
    canEnd: false
    broad: true
    readonly property real inset: Theme.mm(Theme.textScale > 1 ? 5 : 7)
    primaryText: qsTr("Finish")
    primaryIcon: "check"
    onPrimary: page.kiosk.end()

    secondaryText: page.kiosk.canPrint ? qsTr("Print") : ""
    onSecondary: page.kiosk.print()

    Card {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.min(parent.height, Math.max(content.height, beside.visible ? beside.height : 0) + 2 * page.inset)
        Flow {
            id: content
            x: Theme.wide
            y: page.inset
            width: (beside.visible ? beside.x - Theme.space : parent.width - Theme.wide) - x
            spacing: Theme.mm(Theme.textScale > 1 ? 2 : 3.6)
            Repeater {
                model: page.kiosk.receipt.rows
                delegate: DataRow {
                    required property var modelData
                    // Short ones stand two beside each other.
                    width: page.portrait && modelData.value.length > 20 ? content.width : (content.width - content.spacing) / 2
                    label: modelData.label
                    value: modelData.value
                    textSize: modelData.value.length > 30 ? Theme.small : Theme.body
                }
            }
        }
        // To take home with a phone: the same words.
        Column {
            id: beside
            visible: !page.portrait
            anchors { right: parent.right; top: parent.top; rightMargin: page.inset; topMargin: page.inset }
            width: Theme.mm(Theme.textScale > 1 ? 50 : 57)
            spacing: 0
            QrPicture {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, sheet.parent.height - 2 * page.inset - caption.height)
                height: width
                text: page.kiosk.receipt.plainText
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The receipt as a code for your phone")
            }
            KioskText {
                id: caption
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Scan with your phone")
                font.pixelSize: Theme.small
                color: Theme.quiet
            }
        }
    }
    Row {
        readonly property real room: parent.height - y
        visible: page.portrait && room >= Theme.mm(27)
        anchors.horizontalCenter: parent.horizontalCenter
        y: sheet.height + (Theme.textScale > 1 ? Theme.gap : Theme.space)
        spacing: Theme.space
        QrPicture {
            width: Math.min(parent.room, Theme.mm(64))
            height: width
            text: page.kiosk.receipt.plainText
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The receipt as a code for your phone")
        }
        KioskText { // without it nobody knows what the code is for
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm(44)
            text: caption.text
            color: Theme.quiet
        }
    }
}
