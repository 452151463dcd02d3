import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Look at the camera")
    instruction: qsTr("Bring your face into the oval. No mask, no dark glasses.")
    spoken: title + ". " + instruction + " " + page.kiosk.face.hint

    Item {
        id: mirror
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        // An oval of the golden ratio.
        height: Math.min(parent.height - hintBox.height - Theme.space, Theme.mm(page.portrait ? 170 : 104))
        width: height / 1.4

        Rectangle {
            anchors.fill: parent
            radius: width / 2
            visible: !live.hasPicture
            color: Theme.tint
        }
        Icon {
            visible: !live.hasPicture
            anchors.centerIn: parent
            name: "camera"
            size: Theme.mm(24)
            colour: Theme.accent
        }
        FacePicture {
            id: live
            objectName: "live-photo"
            anchors { fill: parent; margins: ring.thickness * 0.8 }
            source: FacePicture.Live
            face: page.kiosk.face
            mirrored: true
            corner: -1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The picture of the camera")
        }
        ProgressRing {
            id: ring
            anchors.fill: parent
            thickness: Theme.mm(3.6)
            value: page.kiosk.face.progress
        }
    }
    Rectangle {
        id: hintBox
        anchors { horizontalCenter: parent.horizontalCenter; top: mirror.bottom; topMargin: Theme.space }
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
