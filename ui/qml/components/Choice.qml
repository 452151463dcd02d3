pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// A label and a few answers of which one holds.
Column {
    id: choice
    property string label
    property var options: []
    property int chosen: 0
    property int perRow: options.length
    signal picked(int index)
    spacing: Theme.mm(1.4)

    KioskText {
        width: choice.width
        text: choice.label
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
    Grid {
        columns: choice.perRow
        spacing: Theme.gap
        Repeater {
            model: choice.options
            delegate: Pressable {
                id: option
                required property int index
                required property string modelData
                readonly property bool holds: index === choice.chosen
                objectName: choice.objectName + "-" + index
                name: choice.label + ": " + modelData
                width: (choice.width - (choice.perRow - 1) * Theme.gap) / choice.perRow
                height: Theme.mm(15)
                Accessible.role: Accessible.RadioButton
                Accessible.checked: holds
                onClicked: choice.picked(index)
                Rectangle {
                    anchors.fill: parent
                    radius: option.corner
                    color: option.holds ? Theme.accent : option.pressed ? Theme.tint : Theme.surface
                    border.width: option.holds ? 0 : Theme.line
                    border.color: Theme.quiet
                }
                KioskText {
                    anchors.centerIn: parent
                    text: option.modelData
                    font.weight: option.holds ? Font.DemiBold : Font.Normal
                    color: option.holds ? Theme.accentInk : Theme.ink
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
