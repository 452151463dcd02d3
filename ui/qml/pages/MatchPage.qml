import QtQuick
import ChinhChu

KioskPage {
    id: page
    // Nothing is said before it is known.
    readonly property bool matched: page.kiosk.face.matched
    title: matched ? qsTr("It is you") : qsTr("One moment")
    instruction: matched ? qsTr("Your face is the face on the card.") : qsTr("Your face is being compared with the card.")
    speechKey: matched ? "Match.yes" : "Match.pending"
    primaryText: matched ? qsTr("Go on") : ""
    onPrimary: page.kiosk.acceptMatch()

    Item {
        anchors.centerIn: parent
        height: Math.min(parent.height, Theme.mm(page.portrait ? 160 : 122))
        width: height / 1.4

        Rectangle {
            anchors.fill: parent
            radius: width / 2
            visible: !best.hasPicture
            color: Theme.tint
        }
        FacePicture {
            id: best
            objectName: "best-photo"
            anchors { fill: parent; margins: ring.thickness * 0.8 }
            source: FacePicture.Best
            face: page.kiosk.face
            mirrored: true
            corner: -1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Your picture")
        }
        ProgressRing {
            id: ring
            anchors.fill: parent
            thickness: Theme.mm(3.6)
            value: page.matched ? 1 : 0
        }
        Rectangle {
            objectName: "matched-sign"
            visible: page.matched
            x: parent.width * 0.74
            y: parent.height * 0.76
            width: Theme.mm(26)
            height: width
            radius: width / 2
            color: Theme.accent
            border.width: Theme.mm(2)
            border.color: Theme.ground
            Icon {
                anchors.centerIn: parent
                name: "check"
                size: parent.width * 0.62
                stroke: 3
                colour: Theme.accentInk
            }
        }
    }
}
