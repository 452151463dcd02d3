import QtQuick
import ChinhChu

/// A button with words on it, and a sign where one helps. One primary on a page.
Pressable {
    id: button

    enum Kind { Primary, Secondary, Quiet }

    property string text
    property string icon
    property bool iconAtEnd: false
    property int kind: BigButton.Secondary
    property int textSize: kind === BigButton.Primary ? Theme.heading : Theme.body
    /// Not yet: grey, but its words can be read by those who ask themselves what comes.
    readonly property bool waiting: kind === BigButton.Primary && !enabled
    readonly property color ground: waiting ? (Theme.strong ? Theme.surface : Theme.outline)
                                  : kind === BigButton.Primary ? (pressed ? Theme.accentPressed : Theme.accent)
                                  : pressed ? Theme.tint
                                  : kind === BigButton.Secondary ? Theme.surface : "transparent"
    readonly property color ink: waiting ? Theme.quiet : kind === BigButton.Primary ? Theme.accentInk : Theme.ink

    name: text
    implicitHeight: Theme.button
    implicitWidth: row.implicitWidth + Theme.mm(kind === BigButton.Quiet ? 10 : 18)
    // In strong contrast it is told by being fainter, and still 7:1.
    opacity: enabled || (waiting && !Theme.strong) ? 1 : waiting ? 0.7 : 0.45

    Rectangle {
        anchors.fill: parent
        radius: button.corner
        color: button.ground
        border.width: button.kind === BigButton.Secondary || Theme.strong ? Theme.line : 0
        border.color: button.kind === BigButton.Secondary ? (Theme.strong ? Theme.ink : Theme.quiet) : Theme.outline
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.mm(3.4)
        layoutDirection: button.iconAtEnd ? Qt.RightToLeft : Qt.LeftToRight
        Icon {
            visible: button.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: button.icon
            size: button.textSize * 1.15
            stroke: 2.1
            colour: button.ink
        }
        KioskText {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, button.width > 0 ? button.width - Theme.mm(button.icon === "" ? 6 : 18) : implicitWidth)
            text: button.text
            color: button.ink
            font.pixelSize: button.textSize
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
