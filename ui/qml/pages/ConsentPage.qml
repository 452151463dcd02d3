pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Before we start")
    instruction: qsTr("Please read this. Nothing happens before you agree.")
    primaryText: qsTr("I agree, go on")
    primaryEnabled: tick.ticked
    onPrimary: page.kiosk.agree()
    spoken: sentences([title, instruction, page.kiosk.consent.spoken])

    /// Large words need the room of the tick, which then stands beside them.
    readonly property bool tickAside: Theme.textScale > 1 && !page.portrait

    sideContent: [
        SideSign {
            visible: !page.tickAside && room >= Theme.mm(24)
            name: "shield"
        },
        Item {
            id: aside
            visible: page.tickAside
            anchors.fill: parent
        }
    ]

    Item {
        id: material
        anchors.fill: parent
    }
    Column {
        id: tiles
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.mm(Theme.textScale > 1 ? 2 : (page.portrait ? 5 : 2.4))
        readonly property real tileHeight: ((page.tickAside ? material.height : tick.y - Theme.mm(page.portrait && Theme.textScale === 1 ? 8 : 2)) - 3 * spacing) / 4

        readonly property real mostHeight: Theme.mm(Theme.textScale > 1 ? 58 : 44)

        Repeater {
            model: page.kiosk.consent.sections
            delegate: Card {
                id: tile
                required property var modelData
                width: tiles.width
                height: Math.min(tiles.tileHeight, tiles.mostHeight)
                RoundSign {
                    id: sign
                    x: Theme.mm(5)
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.mm(page.portrait && Theme.textScale === 1 ? 22 : 16)
                    name: tile.modelData.picture
                }
                Column {
                    objectName: "tile-words"
                    anchors { left: sign.right; right: parent.right; leftMargin: Theme.mm(5); rightMargin: Theme.mm(4); verticalCenter: parent.verticalCenter }
                    KioskText {
                        width: parent.width
                        text: tile.modelData.title
                        font.weight: Font.Bold
                        lineHeight: 1
                    }
                    Sentence {
                        said: tile.modelData.body
                        font.pixelSize: Theme.small
                        color: Theme.quiet
                        lineHeight: Theme.textScale > 1 ? 0.9 : 1
                    }
                }
            }
        }
    }
    TickBox {
        id: tick
        objectName: "tick"
        parent: page.tickAside ? aside : material
        height: page.portrait && Theme.textScale > 1 ? Theme.mm(16.5) : implicitHeight
        anchors { left: parent.left; right: parent.right }
        y: page.portrait ? Math.min(parent.height - height, 4 * tiles.mostHeight + 3 * tiles.spacing + Theme.mm(8)) : parent.height - height
        text: page.kiosk.consent.statement
        focus: true
    }
}
