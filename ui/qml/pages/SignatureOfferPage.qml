pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("A digital signature?")
    instruction: qsTr("With it you sign papers on your phone. You need not take it.")
    primaryText: qsTr("Yes, ask for it")
    primaryEnabled: tick.ticked
    secondaryText: qsTr("No, thank you")
    onPrimary: page.kiosk.requestSignature()
    onSecondary: page.kiosk.declineSignature()
    spoken: sentences([title, instruction, page.kiosk.offer.spoken])

    sideContent: SideSign {
        name: "pen"
    }

    Column {
        id: tiles
        readonly property real tileHeight: Math.min(Theme.mm(44), (parent.height - tick.height - 3 * spacing) / 3)
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.mm(Theme.textScale > 1 ? 2.4 : 4)

        Repeater {
            model: page.kiosk.offer.sentences
            delegate: Card {
                id: tile
                required property int index
                required property string modelData
                width: tiles.width
                height: tiles.tileHeight
                RoundSign {
                    id: sign
                    x: Theme.mm(5)
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.mm(page.portrait ? 22 : 16)
                    name: ["card", "target", "shield"][tile.index]
                }
                Sentence {
                    anchors { left: sign.right; leftMargin: Theme.mm(5); verticalCenter: parent.verticalCenter }
                    room: tile.width - x - Theme.mm(4)
                    said: tile.modelData
                    lineHeight: Theme.textScale > 1 ? 0.9 : 1
                }
            }
        }
        TickBox {
            id: tick
            objectName: "tick"
            width: tiles.width
            height: Theme.textScale > 1 && !page.portrait ? Theme.mm(16) : implicitHeight
            text: page.kiosk.offer.statement
            focus: true
        }
    }
}
