import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("A parent agrees too")
    instruction: qsTr("The child is confirmed. Now the parent: agree here, then use your own card and show your own face.")
    primaryText: qsTr("I agree, go on")
    primaryEnabled: tick.ticked
    onPrimary: page.kiosk.agreeAsGuardian()
    spoken: sentences([title, instruction, page.kiosk.guardianConsent])

    sideContent: SideSign {
        name: "family"
    }

    Card {
        id: sheet
        readonly property real inset: Theme.mm(Theme.textScale > 1 ? 5 : 8)
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: words.height + 2 * inset
        Sentence {
            id: words
            x: sheet.inset
            y: sheet.inset
            room: parent.width - 2 * sheet.inset
            said: page.kiosk.guardianConsent
            font.pixelSize: Theme.heading
        }
    }
    TickBox {
        id: tick
        objectName: "tick"
        anchors { left: parent.left; right: parent.right; top: sheet.bottom; topMargin: Theme.space }
        text: qsTr("I have read this and I agree.")
        focus: true
    }
}
