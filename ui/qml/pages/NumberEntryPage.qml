import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("Which number is yours?")
    instruction: qsTr("Type the phone number that you want to confirm.")
    primaryText: qsTr("Go on")
    primaryEnabled: page.kiosk.phone.canGoOn
    onPrimary: page.kiosk.giveNumbers()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.kiosk.phone.erase();
        else if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            page.kiosk.phone.press(event.text);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && page.primaryEnabled)
            page.primary();
        else
            return;
        event.accepted = true;
    }

    sideContent: KeptNumbers {
        phone: page.kiosk.phone
        width: parent.width
    }

    Item {
        id: entry
        focus: true
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        width: Math.min(parent.width, Theme.mm(150))
        height: parent.height

        DigitField {
            id: field
            objectName: "field"
            width: parent.width
            text: page.kiosk.phone.shown
            placeholder: "0••• ••• •••"
            side: page.kiosk.phone.operatorName
            advice: page.kiosk.phone.advice
            wrong: page.kiosk.phone.wrong
            complete: page.kiosk.phone.complete
        }
        NumberPad {
            id: pad
            anchors { top: field.bottom; topMargin: Theme.space; left: parent.left }
            keyWidth: page.portrait ? (entry.width - 2 * spacing) / 3 : Math.min(Theme.mm(32), (entry.width - another.implicitWidth - Theme.space - 2 * spacing) / 3)
            keyHeight: Math.min(Theme.mm(page.portrait ? 27 : 19), (entry.height - field.height - Theme.space - 3 * spacing) / 4)
            onDigit: digit => page.kiosk.phone.press(digit)
            onErase: page.kiosk.phone.erase()
        }
        BigButton {
            id: another
            objectName: "another"
            enabled: page.kiosk.phone.canAddAnother
            icon: "plus"
            text: qsTr("One more")
            x: page.portrait ? 0 : pad.x + pad.width + Theme.space
            y: page.portrait ? pad.y + pad.height + Theme.space : pad.y + pad.height - height
            width: page.portrait ? entry.width : entry.width - x
            onClicked: page.kiosk.phone.keep()
        }
        KeptNumbers {
            visible: page.portrait
            phone: page.kiosk.phone
            y: another.y + another.height + Theme.space
            width: parent.width
        }
    }
}
