pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Which of these are yours?")
    instruction: qsTr("These numbers are registered under your name. Say of each whether you use it.")
    primaryText: qsTr("Go on")
    // Nobody confirms what was not on the screen, and nothing is taken for an answer that was not given.
    primaryEnabled: page.kiosk.numbers.complete && list.seenAll && !page.kiosk.numbers.open && page.kiosk.numbers.any
    secondaryText: page.kiosk.numbers.complete && list.seenAll && page.kiosk.numbers.open ? qsTr("I do not know the others") : ""
    onSecondary: page.kiosk.leaveOpenNumbers()
    onPrimary: page.kiosk.confirmNumbers()

    hint: page.kiosk.numbers.complete ? page.kiosk.numbers.notice : waiting.text
    hintKey: page.kiosk.numbers.complete ? "ChooseNumbers.claimed" : "ChooseNumbers.asking"

    /// Beside the list, where the words leave room for it.
    readonly property bool noticeAside: !page.portrait && aside.height <= page.sideRoom
    sideContent: Notice {
        id: aside
        visible: page.noticeAside && text !== ""
        width: parent.width
        kind: Notice.Caution
        text: page.kiosk.numbers.notice
    }

    Notice {
        id: notice
        visible: !page.noticeAside && text !== ""
        width: parent.width
        kind: Notice.Caution
        text: page.kiosk.numbers.notice
    }
    PagedList {
        id: list
        objectName: "numbers"
        y: notice.visible ? notice.height + (Theme.textScale > 1 ? Theme.gap : Theme.space) : 0
        width: parent.width
        height: parent.height - y
        spacing: Theme.mm(3)
        model: page.kiosk.numbers
        moreText: qsTr("There are more numbers")
        firstText: qsTr("Back to the first")
        delegate: NumberRow {
            width: list.width
            covered: page.kiosk.assisted
            onAnswered: isMine => page.kiosk.answerNumber(index, isMine)
            onLeftOut: page.kiosk.leaveNumber(index)
        }
    }
    Column {
        visible: !page.kiosk.numbers.complete
        anchors.centerIn: parent
        spacing: Theme.space
        RoundSign {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "building"
        }
        KioskText {
            id: waiting
            text: qsTr("Asking the carrier …")
            font.pixelSize: Theme.heading
            color: Theme.quiet
        }
    }
}
