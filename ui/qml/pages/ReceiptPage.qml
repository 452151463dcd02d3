pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.receipt.headline
    instruction: page.kiosk.receipt.next
    speechKey: page.kiosk.receipt.delivered ? "Receipt.delivered" : "Receipt.kept"
    canEnd: false
    readonly property real inset: Theme.mm(Theme.textScale > 1 ? 5 : 7)
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
        height: Math.min(parent.height, content.height + 2 * page.inset)
        Flow {
            id: content
            x: Theme.wide
            y: page.inset
            width: parent.width - 2 * x
            spacing: Theme.mm(Theme.textScale > 1 ? 2 : 3.6)
            Repeater {
                model: page.kiosk.receipt.rows
                delegate: DataRow {
                    required property var modelData
                    // Short ones stand two beside each other.
                    width: modelData.value.length > 20 ? content.width : (content.width - content.spacing) / 2
                    label: modelData.label
                    value: modelData.value
                    textSize: modelData.value.length > 30 ? Theme.small : Theme.body
                }
            }
        }
    }
}
