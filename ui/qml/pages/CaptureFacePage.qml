import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.guardianTurn ? qsTr("The parent looks at the camera") : qsTr("Look at the camera")
    speechKey: page.kiosk.guardianTurn ? "CaptureFace.parent" : "CaptureFace"
    instruction: qsTr("Bring your face into the oval. No mask, no dark glasses.")
    hint: page.kiosk.face.hint
    hintKey: page.kiosk.face.hintKey

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
        width: Math.min(parent.width, hint.implicitWidth + Theme.mm(20) + (arrow.visible ? 2 * (arrow.size + Theme.mm(5)) : 0))
        height: Theme.mm(17)
        radius: height / 2
        color: page.kiosk.face.good ? Theme.accent : Theme.ink
        // Where to turn, on the side to turn to: the picture is a looking-glass, so left is left.
        Icon {
            id: arrow
            objectName: "arrow"
            readonly property string direction: page.kiosk.face.direction
            visible: direction !== ""
            x: direction === "right" ? parent.width - width - Theme.mm(6) : Theme.mm(6)
            anchors.verticalCenter: parent.verticalCenter
            name: direction === "left" ? "back" : direction === "right" ? "forward" : direction
            size: Theme.mm(10)
            stroke: 2.6
            colour: hint.color
        }
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
