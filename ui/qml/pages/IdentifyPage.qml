pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.guardianTurn ? qsTr("The number on the parent's card") : qsTr("The number on your card")
    readonly property CardEntry card: page.kiosk.card
    readonly property bool looking: card.looking
    /// One thing at a time where there is room for one only: who types sees which digits.
    readonly property bool showCamera: looking && (page.portrait || card.empty)
    // The words stay once a code was read: nothing is said twice.
    property bool withCamera: false
    onLookingChanged: withCamera = looking || card.scanned
    instruction: withCamera ? qsTr("Hold the card's code to the camera, or type the last 6 digits.")
                            : qsTr("Type the last 6 digits, or scan the code on the card.")
    speechKey: (page.kiosk.guardianTurn ? "Identify.parent" : "Identify") + (withCamera ? ".camera" : "")
    // What is wrong with the digits, or that they are all there; not what is typed.
    hint: card.doubtful || card.foreign || card.scanned ? card.advice : card.canGoOn ? qsTr("The number is complete.") : ""
    hintKey: card.doubtful ? "Identify.wrong" : card.foreign ? "Identify.foreign" : card.scanned ? "Identify.read" : "Identify.complete"
    takesCharacters: true
    primaryText: qsTr("Go on")
    primaryEnabled: page.kiosk.card.canGoOn
    onPrimary: page.kiosk.openCard()
    // An upright page has no room for it beside the keys; the next page offers it too.
    secondaryText: page.portrait ? "" : qsTr("Card without chip")
    onSecondary: page.kiosk.reportNoChip()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.kiosk.card.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            if (!page.kiosk.card.enter() && page.primaryEnabled)
                page.primary();
        } else if (event.text !== "" && event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab && event.key !== Qt.Key_Escape)
            page.kiosk.card.type(event.text);
        else
            return;
        event.accepted = true;
    }

    Component.onCompleted: withCamera = looking || card.scanned

    sideContent: [
        CardDrawing {
            visible: !page.showCamera
            width: Math.min(parent.width, parent.height * 86 / 54, Theme.mm(92))
            showNumber: true
            showLastSix: true
        },
        CodeView {
            visible: page.showCamera && !page.portrait
            width: Math.min(parent.width, parent.height * 16 / 10, Theme.mm(96))
            face: page.kiosk.face
        }
    ]

    Item {
        id: entry
        focus: true
        width: parent.width
        height: parent.height

        readonly property real cardWidth: page.portrait ? Theme.mm(Theme.textScale > 1 ? 50 : 66) : 0
        readonly property real cardHeight: cardWidth * 54 / 86

        Repeater { // made on an upright page only: this is the page with the most to make
            model: page.portrait ? 1 : 0
            delegate: Row {
                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: Theme.space
                CodeView {
                    visible: page.showCamera
                    width: entry.cardWidth
                    height: entry.cardHeight
                    face: page.kiosk.face
                }
                CardDrawing {
                    width: entry.cardWidth
                    showNumber: true
                    showLastSix: true
                }
            }
        }
        DigitField {
            id: field
            objectName: "field"
            y: page.portrait ? entry.cardHeight + Theme.wide : 0
            width: parent.width
            text: page.kiosk.card.scanned ? "✓" : page.kiosk.card.shown
            placeholder: "••• •••"
            advice: page.kiosk.card.advice
            wrong: page.kiosk.card.doubtful || page.kiosk.card.foreign
            complete: page.kiosk.card.canGoOn
        }
        NumberPad {
            anchors { top: field.bottom; topMargin: Theme.space; horizontalCenter: parent.horizontalCenter }
            keyWidth: (entry.width - 2 * spacing) / 3
            keyHeight: Math.min(Theme.mm(page.portrait ? 25 : 19), (entry.height - y - 3 * spacing) / 4)
            onDigit: digit => page.kiosk.card.press(digit)
            onErase: page.kiosk.card.erase()
        }
    }
}
