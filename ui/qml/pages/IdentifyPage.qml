import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: page.kiosk.guardianTurn ? qsTr("The number on the parent's card") : qsTr("The number on your card")
    speechKey: page.kiosk.guardianTurn ? "Identify.parent" : "Identify"
    instruction: qsTr("Type the last 6 digits, or scan the code on the card.")
    // What is wrong with the digits, or that they are all there; not what is typed.
    hint: page.kiosk.card.doubtful ? page.kiosk.card.advice : page.kiosk.card.canGoOn ? qsTr("The number is complete.") : ""
    hintKey: page.kiosk.card.doubtful ? "Identify.wrong" : "Identify.complete"
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

    sideContent: CardDrawing {
        width: Math.min(parent.width, parent.height * 86 / 54, Theme.mm(92))
        showNumber: true
        showLastSix: true
    }

    Item {
        id: entry
        focus: true
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(150))
        height: parent.height

        CardDrawing {
            id: picture
            visible: page.portrait
            anchors.horizontalCenter: parent.horizontalCenter
            width: page.portrait ? Theme.mm(Theme.textScale > 1 ? 50 : 66) : 0
            showNumber: true
            showLastSix: true
        }
        DigitField {
            id: field
            objectName: "field"
            y: page.portrait ? picture.height + Theme.wide : 0
            width: parent.width
            text: page.kiosk.card.scanned ? "✓" : page.kiosk.card.shown
            placeholder: "••• •••"
            advice: page.kiosk.card.advice
            wrong: page.kiosk.card.doubtful
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
