import QtQuick
import ChinhChu

/// Shows the digits typed so far, large, with one line of advice below them.
Column {
    id: field
    property string text
    property string placeholder
    property string side
    /// It is part of what is asked, not a remark.
    property bool sideMatters: false
    property string advice
    property bool wrong: false
    property bool complete: false

    spacing: Theme.mm(2)

    Rectangle {
        width: field.width
        height: Theme.mm(22)
        radius: Theme.corner
        color: Theme.surface
        border.width: Theme.focus
        border.color: field.wrong ? Theme.bad : field.complete ? Theme.accent : Theme.outline

        KioskText {
            anchors { left: parent.left; leftMargin: Theme.mm(6); verticalCenter: parent.verticalCenter }
            text: field.text !== "" ? field.text : field.placeholder
            fact: true
            color: field.text !== "" ? Theme.ink : Theme.quiet
            // Fainter than what is typed, and still to be read: 4.5:1, and 7:1 where the contrast is strong.
            opacity: field.text !== "" ? 1 : Theme.strong ? 0.7 : 0.82
            font.pixelSize: Theme.mm(10.5)
            font.weight: field.text !== "" ? Font.DemiBold : Font.Normal
            font.letterSpacing: Theme.unit * 0.3
            wrapMode: Text.NoWrap
            lineHeight: 1
        }
        KioskText {
            anchors { right: parent.right; rightMargin: Theme.mm(6); verticalCenter: parent.verticalCenter }
            text: field.side
            fact: field.sideMatters
            color: field.sideMatters ? Theme.ink : Theme.quiet
            font.pixelSize: field.sideMatters ? Theme.body : Theme.small
            font.weight: field.sideMatters ? Font.DemiBold : Font.Normal
            wrapMode: Text.NoWrap
        }
    }
    Row {
        spacing: Theme.mm(2.4)
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: field.wrong || field.complete
            name: field.wrong ? "warning" : "check"
            colour: field.wrong ? Theme.bad : Theme.accent
            size: Theme.small * 1.25
            stroke: 2.4
        }
        KioskText {
            id: advice
            width: field.width - (field.wrong || field.complete ? Theme.small * 1.25 + Theme.mm(2.4) : 0)
            text: field.advice
            color: field.wrong ? Theme.bad : Theme.quiet
            font.pixelSize: Theme.small
        }
    }
}
