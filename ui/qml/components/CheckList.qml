pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// What was checked and how it came out, one line each.
Column {
    id: list
    property var checks: []
    spacing: Theme.mm(4)
    Repeater {
        model: list.checks
        delegate: Item {
            id: line
            required property var modelData
            readonly property bool passed: modelData.outcome === "passed"
            readonly property color ink: passed ? Theme.good : modelData.outcome === "warning" ? Theme.caution : Theme.bad
            width: list.width
            height: Math.max(words.implicitHeight, dot.height)
            Rectangle {
                id: dot
                width: Theme.mm(9)
                height: width
                radius: width / 2
                anchors.verticalCenter: parent.verticalCenter
                color: line.ink
                Icon {
                    anchors.centerIn: parent
                    name: line.passed ? "check" : line.modelData.outcome === "warning" ? "warning" : "cross"
                    size: parent.width * 0.68
                    stroke: 2.8
                    colour: Theme.accentInk
                }
            }
            KioskText {
                id: words
                anchors { left: dot.right; right: parent.right; leftMargin: Theme.mm(4); verticalCenter: parent.verticalCenter }
                text: line.modelData.text
                font.pixelSize: Theme.textScale > 1 ? Theme.small : Theme.body
            }
        }
    }
}
