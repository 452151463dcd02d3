pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// One number with its state in plain words, and the question whether it is mine.
Card {
    id: row
    required property int index
    required property string phone
    required property string masked
    required property string lock
    required property bool urgent
    /// HeldNumbers.Answer
    required property int answer
    /// Others may be looking: the middle of the number shows once it is touched.
    property bool covered: false
    readonly property string shown: covered ? masked : phone
    /// Not under the person's name yet: it can be theirs, or be left out; there is nothing to disown.
    required property bool fresh
    signal answered(bool isMine)
    signal leftOut

    readonly property bool narrow: width < Theme.mm(156)
    readonly property real answerHeight: Theme.mm(narrow && Theme.textScale > 1 ? 16 : 19)
    height: narrow ? words.height + answerHeight + Theme.mm(Theme.textScale > 1 ? 13 : 15) : Math.max(Theme.mm(29), words.height + Theme.mm(8))

    Pressable {
        id: words
        objectName: "number-" + row.index
        x: Theme.mm(5)
        y: row.narrow ? Theme.mm(5) : (row.height - height) / 2
        width: (row.narrow ? row.width : answers.x) - 2 * x
        height: lines.height
        focusable: row.covered || words.activeFocus
        name: row.covered ? qsTr("Show the whole number %1").arg(row.masked) : row.phone
        // Uncovered it keeps the focus until that moves on, and what has the focus is a control.
        Accessible.role: focusable ? Accessible.Button : Accessible.StaticText
        onClicked: row.covered = false
        Column {
            id: lines
            width: parent.width
            KioskText {
                width: parent.width
                text: row.shown
                fact: true
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            KioskText {
                width: parent.width
                text: row.lock
                font.pixelSize: Theme.small
                color: row.urgent ? Theme.bad : Theme.quiet
            }
        }
    }
    Row {
        id: answers
        anchors { right: parent.right; rightMargin: Theme.mm(4) }
        y: row.narrow ? row.height - height - Theme.mm(5) : (row.height - height) / 2
        spacing: Theme.gap
        Repeater {
            model: [true, false]
            delegate: Pressable {
                id: answer
                required property bool modelData
                readonly property bool chosen: row.answer === (modelData ? HeldNumbers.Mine : row.fresh ? HeldNumbers.Left : HeldNumbers.NotMine)
                readonly property color tone: modelData ? Theme.accent : row.fresh ? Theme.quiet : Theme.bad
                objectName: (modelData ? "mine-" : "not-mine-") + row.index
                name: row.shown + ": " + caption.text
                width: row.narrow ? (row.width - Theme.mm(9) - Theme.gap) / 2 : Theme.mm(Theme.textScale > 1 ? (modelData ? 44 : 57) : (modelData ? 40 : 52))
                height: row.answerHeight
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chosen
                onClicked: row.fresh && !modelData ? row.leftOut() : row.answered(modelData)
                Rectangle {
                    anchors.fill: parent
                    radius: answer.corner
                    color: answer.chosen ? answer.tone : answer.pressed ? Theme.tint : Theme.surface
                    border.width: answer.chosen ? 0 : Theme.line
                    border.color: Theme.quiet
                }
                Row {
                    anchors.centerIn: parent
                    spacing: Theme.mm(2.4)
                    Icon {
                        visible: answer.chosen
                        anchors.verticalCenter: parent.verticalCenter
                        name: answer.modelData ? "check" : "cross"
                        size: Theme.body * 1.1
                        stroke: 2.8
                        colour: Theme.accentInk
                    }
                    KioskText {
                        id: caption
                        anchors.verticalCenter: parent.verticalCenter
                        text: answer.modelData ? qsTr("Mine") : row.fresh ? qsTr("Leave out") : qsTr("Not mine")
                        font.weight: Font.DemiBold
                        color: answer.chosen ? Theme.accentInk : Theme.ink
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
