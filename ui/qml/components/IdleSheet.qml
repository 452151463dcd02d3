import QtQuick
import ChinhChu

/// Are you still there? With the seconds that are left, and two ways to answer.
FocusScope {
    id: sheet
    required property Kiosk kiosk
    height: content.height + 2 * Theme.wide
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Are you still there?")

    Card { anchors.fill: parent }
    Column {
        id: content
        x: Theme.wide
        y: Theme.wide
        width: parent.width - 2 * x
        spacing: Theme.space
        ProgressRing {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.mm(40)
            height: width
            thickness: Theme.mm(3.4)
            value: sheet.kiosk.idle.left
            KioskText {
                anchors.centerIn: parent
                text: sheet.kiosk.idle.seconds
                fact: true
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
        }
        Sentence {
            anchors.horizontalCenter: parent.horizontalCenter
            horizontalAlignment: Text.AlignHCenter
            heading: true
            said: qsTr("Are you still there?")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        KioskText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: sheet.kiosk.idle.sentence
            color: Theme.quiet
        }
        BigButton {
            objectName: "still-here"
            width: parent.width
            kind: BigButton.Primary
            text: qsTr("I am still here")
            focus: true
            onClicked: sheet.kiosk.stillHere()
        }
        BigButton {
            objectName: "end-now"
            width: parent.width
            text: qsTr("End now")
            onClicked: sheet.kiosk.end()
        }
    }
}
