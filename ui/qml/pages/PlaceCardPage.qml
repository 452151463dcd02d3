import QtQuick
import ChinhChu

KioskPage {
    title: qsTr("Lay your card on the reader")
    instruction: qsTr("Flat, in the middle. Leave it there until we say so.")

    Card {
        anchors.fill: parent
        ReaderDrawing {
            anchors { fill: parent; margins: Theme.wide }
        }
    }
}
