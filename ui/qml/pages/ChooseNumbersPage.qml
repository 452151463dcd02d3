import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Which of these are yours?")
    instruction: qsTr("These numbers are registered under your name. Say of each whether you use it.")
    primaryText: qsTr("Go on")
    primaryEnabled: page.kiosk.numbers.complete
    onPrimary: page.kiosk.confirmNumbers()

    sideContent: Notice {
        width: parent.width
        kind: Notice.Caution
        text: page.kiosk.numbers.notice
    }

    ListView {
        id: list
        objectName: "numbers"
        anchors.fill: parent
        clip: contentHeight > height
        spacing: Theme.space
        model: page.kiosk.numbers
        boundsBehavior: Flickable.StopAtBounds
        footer: Item {
            width: 1
            height: page.portrait && notice.visible ? notice.height + Theme.space : 1
            Notice {
                id: notice
                y: Theme.space
                visible: page.portrait && text !== ""
                width: list.width
                kind: Notice.Caution
                text: page.kiosk.numbers.notice
            }
        }
        delegate: NumberRow {
            width: list.width
            onAnswered: isMine => page.kiosk.answerNumber(index, isMine)
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
            text: qsTr("Asking the carrier …")
            font.pixelSize: Theme.heading
            color: Theme.quiet
        }
    }
}
