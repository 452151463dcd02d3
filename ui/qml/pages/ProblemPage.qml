import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.problem.happened
    // A whole sentence in the size of a few words would be a wall.
    titleSize: title.length > 42 ? Math.round(Theme.title * 0.84) : Theme.title
    spoken: sentences([title, qsTr("What to do") + ": " + page.kiosk.problem.todo, qsTr("Who can help") + ": " + page.kiosk.problem.help])
    speechKey: "Problem." + page.kiosk.problem.code
    primaryText: !page.kiosk.canRetry ? "" : page.kiosk.problem.aboutAnswers ? qsTr("Change my answers") : qsTr("Try again")
    primaryIcon: page.kiosk.problem.aboutAnswers ? "back" : "forward"

    sideContent: SideSign {
        name: page.kiosk.problem.picture
        color: Theme.cautionTint
        colour: Theme.caution
    }
    onPrimary: page.kiosk.retry()

    Card {
        id: sheet
        readonly property real inset: Theme.mm(Theme.textScale > 1 ? 5 : 8)
        anchors { left: parent.left; right: parent.right; verticalCenter: page.portrait ? undefined : parent.verticalCenter }
        height: content.height + 2 * inset
        Column {
            id: content
            // What the words leave; a sign that would be smaller than a finger says nothing.
            readonly property real room: sheet.parent.height - 2 * sheet.inset - todo.height - help.height - code.height - 3 * spacing
            x: Theme.wide
            y: sheet.inset
            width: parent.width - 2 * x
            spacing: Theme.mm(Theme.textScale > 1 ? 4 : 7)
            RoundSign {
                visible: page.portrait && size >= Theme.touch
                size: Math.min(Theme.mm(40), content.room)
                name: page.kiosk.problem.picture
                color: Theme.cautionTint
                colour: Theme.caution
            }
            Advice {
                id: todo
                width: parent.width
                sign: "forward"
                label: qsTr("What to do")
                text: page.kiosk.problem.todo
            }
            Advice {
                id: help
                width: parent.width
                sign: "person"
                label: qsTr("Who can help")
                text: page.kiosk.problem.help
            }
            KioskText {
                id: code
                width: parent.width
                visible: text !== ""
                text: page.kiosk.problem.code
                font.pixelSize: Theme.small
                color: Theme.quiet
            }
        }
    }
}
