import QtQuick
import ChinhChu

KioskPage {
    id: page
    readonly property bool gone: page.kiosk.reading.cardGone
    title: gone ? qsTr("Put the card back") : qsTr("Keep the card still")
    instruction: gone ? qsTr("It goes on where it stopped.") : qsTr("The chip is being read. There is no hurry.")
    speechKey: gone ? "ReadChip.gone" : "ReadChip"
    hint: gone ? "" : page.kiosk.reading.doing
    hintKey: "ReadChip." + page.kiosk.reading.phase

    Card {
        anchors.fill: parent

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.wide
            spacing: Theme.space

            ProgressRing {
                id: ring
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.mm(page.portrait ? 110 : 72)
                height: width
                thickness: Theme.mm(5)
                value: page.kiosk.reading.fraction
                colour: page.gone ? Theme.caution : Theme.accent

                CardDrawing {
                    anchors.centerIn: parent
                    width: ring.width * 0.56
                }
            }
            KioskText {
                objectName: "doing"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.kiosk.reading.doing
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                color: page.gone ? Theme.caution : Theme.ink
            }
            KioskText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.kiosk.reading.amount
                color: Theme.quiet
                // The line keeps its place before the first length is known.
                height: Math.max(implicitHeight, Theme.body * 1.6)
            }
        }
    }
}
