import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Which number is yours?")
    instruction: qsTr("Type the phone number that you want to confirm.")
    // What is wrong with the digits, or that they are all there; not what is typed.
    hint: page.kiosk.phone.sawCode || page.kiosk.phone.wrong || page.kiosk.phone.complete ? page.kiosk.phone.advice : ""
    hintKey: page.kiosk.phone.sawCode ? "NumberEntry.code" : page.kiosk.phone.wrong ? "NumberEntry.wrong" : "NumberEntry.complete"
    takesCharacters: true
    primaryText: qsTr("Go on")
    primaryEnabled: page.kiosk.phone.canGoOn
    onPrimary: page.kiosk.giveNumbers()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.kiosk.phone.erase();
        else if (/^[0-9|]$/.test(event.text))
            page.kiosk.phone.type(event.text);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            if (!page.kiosk.phone.enter() && page.primaryEnabled)
                page.primary();
        } else
            return;
        event.accepted = true;
    }

    sideContent: NumberList {
        visible: !page.portrait
        phone: page.kiosk.phone
        width: Math.min(parent.width, Theme.mm(92))
    }

    Item {
        id: entry
        focus: true
        width: parent.width
        height: parent.height

        DigitField {
            id: field
            objectName: "field"
            width: parent.width
            text: page.kiosk.phone.shown
            placeholder: "0••• ••• •••"
            side: page.kiosk.phone.operatorName
            advice: page.kiosk.phone.advice
            wrong: page.kiosk.phone.sawCode || page.kiosk.phone.wrong
            complete: page.kiosk.phone.complete
        }
        NumberPad {
            id: pad
            anchors { top: field.bottom; topMargin: Theme.space }
            keyWidth: (entry.width - 2 * spacing) / 3
            keyHeight: page.portrait ? Math.min(Theme.mm(22), (entry.height - y - list.height - Theme.space - 3 * spacing) / 4) : Math.min(Theme.mm(19), (entry.height - y - 3 * spacing) / 4)
            onDigit: digit => page.kiosk.phone.press(digit)
            onErase: page.kiosk.phone.erase()
        }
        NumberList {
            id: list
            visible: page.portrait
            anchors { top: pad.bottom; topMargin: Theme.space }
            phone: page.kiosk.phone
            width: parent.width
        }
    }
}
