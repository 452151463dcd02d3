pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// The five parts of the way, and where one is.
Row {
    id: stepper
    property int current: -1
    property var names: [qsTr("Number"), qsTr("Card"), qsTr("Face"), qsTr("Confirm"), qsTr("Done")]
    property bool compact: false
    property real connector: Theme.mm(5)

    spacing: Theme.mm(2.4)
    Accessible.role: Accessible.Indicator
    Accessible.name: current >= 0 ? qsTr("Step %1 of %2: %3").arg(current + 1).arg(names.length).arg(names[current]) : ""

    Repeater {
        model: stepper.names
        delegate: Row {
            id: part
            required property int index
            required property string modelData
            readonly property bool done: index < stepper.current || (stepper.current === stepper.names.length - 1)
            readonly property bool now: index === stepper.current
            spacing: Theme.mm(2.2)

            Rectangle {
                visible: part.index > 0
                anchors.verticalCenter: parent.verticalCenter
                width: stepper.connector
                height: Theme.line * 1.4
                color: part.done || part.now ? Theme.accent : Theme.outline
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.mm(7.6)
                height: width
                radius: width / 2
                color: part.done || part.now ? Theme.accent : "transparent"
                border.width: part.done || part.now ? 0 : Theme.line * 1.4
                border.color: Theme.quiet
                Icon {
                    visible: part.done
                    anchors.centerIn: parent
                    name: "check"
                    size: parent.width * 0.7
                    stroke: 3
                    colour: Theme.accentInk
                }
                KioskText {
                    visible: !part.done
                    anchors.centerIn: parent
                    text: part.index + 1
                    font.pixelSize: Theme.mm(4.4)
                    font.weight: Font.Bold
                    lineHeight: 1
                    color: part.now ? Theme.accentInk : Theme.quiet
                    Accessible.ignored: true
                }
            }
            KioskText {
                visible: !stepper.compact || part.now
                anchors.verticalCenter: parent.verticalCenter
                text: part.modelData
                font.pixelSize: Theme.mm(4.6)
                font.weight: part.now ? Font.Bold : Font.Normal
                color: part.now ? Theme.ink : Theme.quiet
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
