import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.receipt.headline
    instruction: page.kiosk.receipt.next
    canEnd: false
    primaryText: qsTr("Finish")
    primaryIcon: "check"
    onPrimary: page.kiosk.end()

    sideContent: RoundSign {
        visible: parent.height >= size
        size: Theme.mm(34)
        name: page.kiosk.receipt.delivered ? "check" : "lock"
    }

    Card {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.min(parent.height, content.height + 2 * Theme.wide)
        Column {
            id: content
            x: Theme.wide
            y: Theme.wide
            width: parent.width - 2 * x
            spacing: Theme.mm(4)
            Repeater {
                model: page.kiosk.receipt.rows
                delegate: DataRow {
                    required property var modelData
                    width: content.width
                    label: modelData.label
                    value: modelData.value
                }
            }
        }
    }
}
