import QtQuick
import ChinhChu

KioskPage {
    id: page
    title: qsTr("The digits on your phone")
    instruction: qsTr("Your carrier sends a message to this number. Type its 6 digits.")
    // What to wait for or what is wrong; not what is typed.
    readonly property PasswordEntry entered: page.kiosk.password
    readonly property string matter: entered.wrong ? "wrong" : entered.tooOld ? "tooOld" : entered.notSent ? "notSent" : entered.waiting ? "waiting" : entered.complete ? "complete" : ""
    hint: matter === "" ? "" : entered.advice
    hintKey: "Possession." + matter
    primaryText: qsTr("Go on")
    primaryEnabled: page.kiosk.password.complete
    secondaryText: page.kiosk.password.awaited ? qsTr("Send again") : ""
    onPrimary: page.kiosk.givePassword()
    onSecondary: page.kiosk.sendPasswordAgain()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            page.kiosk.password.erase();
        else if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            page.kiosk.password.press(event.text);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && page.primaryEnabled)
            page.primary();
        else
            return;
        event.accepted = true;
    }

    sideContent: SideSign {
        name: "phone"
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
            text: page.kiosk.password.shown
            placeholder: "••• •••"
            side: page.kiosk.password.phone
            sideMatters: true
            advice: page.kiosk.password.advice
            wrong: page.kiosk.password.wrong
            complete: page.kiosk.password.complete
        }
        NumberPad {
            anchors { top: field.bottom; topMargin: Theme.space; horizontalCenter: parent.horizontalCenter }
            keyWidth: (entry.width - 2 * spacing) / 3
            keyHeight: Math.min(Theme.mm(page.portrait ? 25 : 19), (entry.height - y - 3 * spacing) / 4)
            onDigit: digit => page.kiosk.password.press(digit)
            onErase: page.kiosk.password.erase()
        }
    }
}
