pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// Ten digits and an eraser, laid out like a telephone.
Grid {
    id: pad

    signal digit(string digit)
    signal erase

    property real keyWidth: Theme.mm(30)
    property real keyHeight: Theme.mm(17.5)

    columns: 3
    spacing: Theme.mm(3)

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase"]
        delegate: Item {
            id: cell
            required property string modelData
            width: pad.keyWidth
            height: pad.keyHeight
            Pressable {
                id: key
                objectName: "key-" + cell.modelData
                visible: cell.modelData !== ""
                anchors.fill: parent
                name: cell.modelData === "erase" ? qsTr("Delete the last digit") : cell.modelData
                onClicked: cell.modelData === "erase" ? pad.erase() : pad.digit(cell.modelData)
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.corner
                    color: key.pressed ? Theme.tint : Theme.surface
                    border.width: Theme.line
                    border.color: Theme.strong ? Theme.ink : Theme.outline
                }
                KioskText {
                    visible: cell.modelData !== "erase"
                    anchors.centerIn: parent
                    text: cell.modelData
                    font.pixelSize: Math.min(Theme.mm(10.5), pad.keyHeight * 0.62)
                    font.weight: Font.Medium
                    lineHeight: 1
                    Accessible.ignored: true
                }
                Loader {
                    anchors.centerIn: parent
                    source: cell.modelData === "erase" ? Qt.resolvedUrl("EraseSign.qml") : ""
                }
            }
        }
    }
}
