import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.problem.happened
    spoken: sentences([title, qsTr("What to do") + ": " + page.kiosk.problem.todo, qsTr("Who can help") + ": " + page.kiosk.problem.help])
    speechKey: "Problem." + page.kiosk.problem.code
    primaryText: page.kiosk.canRetry ? qsTr("Try again") : ""

    sideContent: RoundSign {
        size: Math.min(Theme.mm(58), parent.height)
        name: page.kiosk.problem.picture
        color: Theme.cautionTint
        colour: Theme.caution
    }
    onPrimary: page.kiosk.retry()

    Card {
        anchors { left: parent.left; right: parent.right; verticalCenter: page.portrait ? undefined : parent.verticalCenter }
        height: content.height + 2 * Theme.mm(8)
        Column {
            id: content
            x: Theme.wide
            y: Theme.mm(8)
            width: parent.width - 2 * x
            spacing: Theme.mm(7)
            RoundSign {
                visible: page.portrait
                size: Theme.mm(40)
                name: page.kiosk.problem.picture
                color: Theme.cautionTint
                colour: Theme.caution
            }
            Advice {
                width: parent.width
                sign: "forward"
                label: qsTr("What to do")
                text: page.kiosk.problem.todo
            }
            Advice {
                width: parent.width
                sign: "person"
                label: qsTr("Who can help")
                text: page.kiosk.problem.help
            }
            KioskText {
                width: parent.width
                visible: text !== ""
                text: page.kiosk.problem.code
                font.pixelSize: Theme.small
                color: Theme.quiet
            }
        }
    }
}
