import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.guardianTurn ? qsTr("Lay the parent's card on the reader") : qsTr("Lay your card on the reader")
    instruction: page.kiosk.guardianTurn ? qsTr("Take the child's card away first. Lay yours flat, in the middle.") : qsTr("Flat, in the middle. Leave it there until we say so.")
    speechKey: page.kiosk.guardianTurn ? "PlaceCard.parent" : "PlaceCard"
    secondaryText: qsTr("Card without chip")
    onSecondary: page.kiosk.reportNoChip()

    Card {
        anchors.fill: parent
        ReaderDrawing {
            anchors { fill: parent; margins: Theme.wide }
        }
    }
}
