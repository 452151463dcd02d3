import QtQuick
import ChinhChu

/// One sentence that deserves attention.
Rectangle {
    id: notice
    enum Kind { Plain, Caution, Bad }
    property string text
    property string icon: kind === Notice.Plain ? "check" : "warning"
    property int kind: Notice.Plain
    readonly property color ink: kind === Notice.Plain ? Theme.accent : kind === Notice.Caution ? Theme.caution : Theme.bad

    visible: text !== ""
    color: kind === Notice.Plain ? Theme.tint : kind === Notice.Caution ? Theme.cautionTint : Theme.badTint
    radius: Theme.corner
    implicitHeight: words.implicitHeight + Theme.mm(6)
    border.width: Theme.strong ? Theme.line : 0
    border.color: ink

    Icon {
        id: sign
        anchors { left: parent.left; leftMargin: Theme.mm(4); verticalCenter: parent.verticalCenter }
        name: notice.icon
        colour: notice.ink
        size: Theme.mm(7)
        stroke: 2.2
    }
    Sentence {
        id: words
        anchors { left: sign.right; leftMargin: Theme.mm(4); verticalCenter: parent.verticalCenter }
        room: notice.width - x - Theme.mm(4)
        said: notice.text
        font.pixelSize: Theme.small
    }
}
