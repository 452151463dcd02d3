import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.person.verdict
    /// What is left to doubt takes a whole sentence.
    readonly property bool wordy: !page.kiosk.person.genuine
    titleSize: wordy ? Math.round(Theme.title * 0.84) : Theme.title
    instruction: qsTr("Is this you?")
    primaryText: qsTr("Yes, this is me")
    // Whose card it is not has nothing to do here.
    endText: qsTr("No, end")
    onPrimary: page.kiosk.acceptVerdict()
    spoken: sentences([title, page.kiosk.person.fullName, instruction])
    speechKey: "Verdict." + page.kiosk.person.verdictKey

    sideContent: CheckList {
        objectName: "checks"
        width: parent.width
        spacing: Theme.mm(page.wordy ? 1.6 : 4)
        checks: page.kiosk.person.checks
    }

    Card {
        id: sheet
        readonly property real inset: Theme.mm(Theme.textScale > 1 || page.portrait ? 6 : 8)
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.max(photo.height, facts.height) + 2 * inset

        FacePicture {
            id: photo
            objectName: "chip-photo"
            x: sheet.inset
            y: sheet.inset
            width: Theme.mm(page.portrait ? 44 : 50)
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
            id: facts
            x: photo.x + photo.width + sheet.inset
            y: (sheet.height - height) / 2
            width: parent.width - x - sheet.inset
            spacing: Theme.mm(Theme.textScale > 1 ? 1 : page.portrait ? 2 : 3)
            DataRow { width: parent.width; label: qsTr("Full name"); value: page.kiosk.person.fullName; large: true }
            DataRow { width: parent.width; label: qsTr("Date of birth"); value: page.kiosk.person.birthDate }
            DataRow { width: parent.width; label: qsTr("Card number"); value: page.kiosk.person.number }
            DataRow { width: parent.width; label: qsTr("Residence"); value: page.kiosk.person.residence; visible: value !== ""; textSize: Theme.small }
        }
    }
    Card {
        visible: page.portrait
        anchors { left: parent.left; right: parent.right; top: sheet.bottom; topMargin: Theme.mm(3) }
        height: checks.height + sheet.inset * 1.5
        CheckList {
            id: checks
            x: sheet.inset
            y: sheet.inset * 0.75
            width: parent.width - 2 * x
            spacing: Theme.mm(1.6)
            checks: page.portrait ? page.kiosk.person.checks : []
        }
    }
}
