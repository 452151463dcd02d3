import QtQuick
import ChinhChu

KioskPage {
    id: page
    readonly property bool back: page.kiosk.face.backOfCard
    title: back ? qsTr("Now the back of the card") : qsTr("The front of your card")
    speechKey: back ? "DocumentPictures.back" : "DocumentPictures"
    instruction: qsTr("Hold the card before the camera. The picture takes itself.")
    hint: page.kiosk.face.hint
    hintKey: page.kiosk.face.hintKey

    sideContent: CardDrawing {
        width: Math.min(parent.width, parent.height * 86 / 54, Theme.mm(92))
    }

    CodeView {
        id: view
        objectName: "live-card"
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top }
        width: Math.min(parent.width, (parent.height - hintBox.height - bar.height - 2 * Theme.space) * 16 / 10)
        face: page.kiosk.face
        mirrored: false
    }
    Rectangle {
        id: bar
        anchors { horizontalCenter: parent.horizontalCenter; top: view.bottom; topMargin: Theme.space }
        width: view.width
        height: Theme.mm(3.6)
        radius: height / 2
        color: Theme.tint
        border.width: Theme.strong ? Theme.line : 0
        border.color: Theme.ink
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("How far the pictures are")
        Rectangle {
            width: parent.width * page.kiosk.face.progress
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
    Rectangle {
        id: hintBox
        anchors { horizontalCenter: parent.horizontalCenter; top: bar.bottom; topMargin: Theme.space }
        width: Math.min(parent.width, hint.implicitWidth + Theme.mm(20))
        height: Theme.mm(17)
        radius: height / 2
        color: page.kiosk.face.good ? Theme.accent : Theme.ink
        KioskText {
            id: hint
            objectName: "hint"
            anchors.centerIn: parent
            text: page.kiosk.face.hint
            color: page.kiosk.face.good ? Theme.accentInk : Theme.ground
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
    }
}
