import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.person.verdict
    instruction: qsTr("Is this you?")
    primaryText: qsTr("Yes, this is me")
    onPrimary: page.kiosk.acceptVerdict()

    sideContent: CheckList {
        width: parent.width
        checks: page.kiosk.person.checks
    }

    Card {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.min(parent.height, Theme.mm(page.portrait ? 196 : 122))

        FacePicture {
            id: photo
            objectName: "chip-photo"
            x: page.portrait ? (parent.width - width) / 2 : Theme.wide
            y: page.portrait ? Theme.wide : (parent.height - height) / 2
            width: Theme.mm(page.portrait ? 54 : 58)
            height: width * 4 / 3
            source: FacePicture.Chip
            face: page.kiosk.face
            corner: Theme.corner
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The photograph on the chip")
            Rectangle {
                anchors.fill: parent
                visible: !photo.hasPicture
                radius: Theme.corner
                color: Theme.tint
                Icon { anchors.centerIn: parent; name: "person"; size: parent.width * 0.6; colour: Theme.accent; stroke: 1.2 }
            }
        }
        Column {
            x: page.portrait ? Theme.wide : photo.x + photo.width + Theme.wide
            y: page.portrait ? photo.y + photo.height + Theme.space : (parent.height - height) / 2
            width: parent.width - x - Theme.wide
            spacing: Theme.mm(page.portrait ? 3 : 4)
            DataRow { width: parent.width; label: qsTr("Full name"); value: page.kiosk.person.fullName; large: true }
            DataRow { width: parent.width; label: qsTr("Date of birth"); value: page.kiosk.person.birthDate }
            DataRow { width: parent.width; label: qsTr("Card number"); value: page.kiosk.person.number }
            DataRow { width: parent.width; label: qsTr("Residence"); value: page.kiosk.person.residence; visible: value !== "" }
        }
    }
    CheckList {
        visible: page.portrait
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        checks: page.portrait ? page.kiosk.person.checks : []
    }
}
