import QtQuick
import ChinhChu

KioskPage {
    id: page
    broad: true
    title: qsTr("Before we start")
    instruction: qsTr("Please read this. Nothing happens before you agree.")
    primaryText: qsTr("I agree, go on")
    primaryEnabled: tick.ticked
    onPrimary: page.kiosk.agree()

    Grid {
        id: tiles
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: tick.top; bottomMargin: Theme.space }
        columns: page.portrait ? 1 : 2
        spacing: Theme.space
        readonly property int rowCount: 4 / columns
        readonly property real tileWidth: (width - (columns - 1) * spacing) / columns
        readonly property real tileHeight: Math.min((height - (rowCount - 1) * spacing) / rowCount, Theme.mm(46))

        Repeater {
            model: page.kiosk.consent.sections
            delegate: Card {
                id: tile
                required property var modelData
                width: tiles.tileWidth
                height: tiles.tileHeight
                RoundSign {
                    id: sign
                    x: Theme.mm(5)
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.mm(18)
                    name: tile.modelData.picture
                }
                Column {
                    anchors { left: sign.right; right: parent.right; leftMargin: Theme.mm(5); rightMargin: Theme.mm(5); verticalCenter: parent.verticalCenter }
                    spacing: Theme.mm(0.8)
                    KioskText {
                        width: parent.width
                        text: tile.modelData.title
                        font.weight: Font.Bold
                    }
                    KioskText {
                        width: parent.width
                        text: tile.modelData.body
                        font.pixelSize: Theme.small
                        color: Theme.quiet
                    }
                }
            }
        }
    }
    TickBox {
        id: tick
        objectName: "tick"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        text: page.kiosk.consent.statement
        focus: true
    }
}
