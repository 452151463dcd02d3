pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Which of these are yours?")
    instruction: qsTr("These numbers are registered under your name. Say of each whether you use it.")
    primaryText: qsTr("Go on")
    // Nobody confirms what was not on the screen, and nothing is taken for an answer that was not given.
    primaryEnabled: page.kiosk.numbers.complete && seenAll && !page.kiosk.numbers.open && page.kiosk.numbers.any
    secondaryText: page.kiosk.numbers.complete && seenAll && page.kiosk.numbers.open ? qsTr("I do not know the others") : ""
    onSecondary: page.kiosk.leaveOpenNumbers()
    property bool seenAll: false
    onPrimary: page.kiosk.confirmNumbers()

    hint: page.kiosk.numbers.complete ? page.kiosk.numbers.notice : waiting.text
    hintKey: page.kiosk.numbers.complete ? "ChooseNumbers.claimed" : "ChooseNumbers.asking"

    sideContent: Notice {
        width: parent.width
        kind: Notice.Caution
        text: page.kiosk.numbers.notice
    }

    Notice {
        id: notice
        visible: page.portrait && text !== ""
        width: parent.width
        kind: Notice.Caution
        text: page.kiosk.numbers.notice
    }
    ListView {
        id: list
        objectName: "numbers"
        readonly property bool tooLong: contentHeight > fullHeight + 1
        readonly property real start: notice.visible ? notice.height + Theme.space : 0
        readonly property real fullHeight: parent.height - start
        y: start
        width: parent.width
        height: tooLong ? fullHeight - more.height - Theme.gap : fullHeight
        clip: tooLong
        interactive: tooLong
        spacing: Theme.mm(3)
        model: page.kiosk.numbers
        boundsBehavior: Flickable.StopAtBounds
        // Long lists are short: every row may exist.
        cacheBuffer: 100000
        delegate: NumberRow {
            width: list.width
            covered: page.kiosk.assisted
            onAnswered: isMine => page.kiosk.answerNumber(index, isMine)
        }
        onAtYEndChanged: looking.restart()
        onCountChanged: looking.restart()
    }
    BigButton {
        id: more
        objectName: "more"
        visible: list.tooLong
        y: parent.height - height
        width: parent.width
        icon: list.atYEnd ? "up" : "down"
        text: list.atYEnd ? qsTr("Back to the first") : qsTr("There are more numbers")
        onClicked: list.contentY = list.atYEnd ? 0 : Math.min(list.contentY + list.height * 0.8, list.contentHeight - list.height)
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

    // Before its first layout a list is at its end, whatever it holds.
    function look() {
        list.forceLayout();
        if (list.count > 0 && list.height > 0 && list.contentY + list.height >= list.contentHeight - 1)
            page.seenAll = true;
    }
    Timer {
        id: looking
        interval: 0
        running: true
        onTriggered: page.look()
    }
}
