import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Please sign")
    instruction: qsTr("Sign with your finger in the white field, as on paper.")
    hint: pad.usable ? qsTr("The signature is there.") : ""
    hintKey: "Signing.complete"
    primaryText: qsTr("Go on")
    primaryEnabled: pad.usable
    secondaryText: qsTr("Confirm by name")
    onPrimary: page.kiosk.sign(pad)
    onSecondary: page.kiosk.signByName()

    sideContent: SideSign {
        name: "pen"
    }

    Rectangle {
        id: paper
        width: parent.width
        height: Math.min(parent.height - Math.max(again.height, name.height) - Theme.space, width * 0.6)
        radius: Theme.corner
        color: "#ffffff"
        border.width: Theme.focus
        border.color: pad.usable ? Theme.accent : Theme.outline

        Rectangle {
            x: Theme.mm(8)
            y: parent.height * 0.75
            width: parent.width - 2 * x
            height: Theme.line
            color: "#8a938f"
        }
        SignaturePad {
            id: pad
            objectName: "pad"
            anchors.fill: parent
            ink: "#101816"
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Field for the signature")
        }
    }
    KioskText {
        id: name
        anchors { top: paper.bottom; topMargin: Theme.space; left: parent.left; right: again.left; rightMargin: Theme.space }
        text: page.kiosk.person.fullName
        fact: true
        font.weight: Font.DemiBold
    }
    BigButton {
        id: again
        objectName: "clear"
        anchors { top: paper.bottom; topMargin: Theme.space; right: parent.right }
        enabled: !pad.blank
        icon: "erase"
        text: qsTr("Sign again")
        onClicked: pad.clear()
        focus: true
    }
}
