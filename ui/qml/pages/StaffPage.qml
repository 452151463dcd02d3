import QtQuick
import ChinhChu

/// Behind the greeting: sign in, then what the role may see.
KioskPage {
    id: page
    readonly property StaffDesk desk: kiosk.staff
    title: !desk.signedIn ? qsTr("Staff only") : desk.listName
    instruction: desk.signedIn ? desk.name : desk.askingPin ? qsTr("Your PIN, please.") : qsTr("Your staff number, please.")
    speechKey: desk.signedIn ? "Staff" + desk.list : desk.askingPin ? "Staff.pin" : "Staff.number"
    // The name of a person is not read aloud.
    instructionIsFact: desk.signedIn
    spoken: desk.signedIn ? sentences([title]) : sentences([title, instruction])
    hint: desk.wrong ? desk.advice : ""
    hintKey: "Staff.wrong"
    endText: desk.signedIn ? qsTr("Sign out") : qsTr("End")
    primaryText: desk.signedIn ? (desk.serving !== "" ? qsTr("Serve people") : "") : desk.askingPin ? qsTr("Sign in") : qsTr("Go on")
    primaryEnabled: desk.signedIn || desk.canGoOn
    onPrimary: {
        if (desk.signedIn)
            desk.serve();
        else
            desk.goOn();
    }

    Keys.onPressed: event => {
        if (desk.signedIn)
            return;
        if (event.key === Qt.Key_Backspace)
            desk.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            desk.goOn();
        else if (event.text.length === 1 && event.text > " ")
            desk.type(event.text);
        else
            return;
        event.accepted = true;
    }

    Item {
        id: entry
        visible: !page.desk.signedIn
        focus: visible
        width: parent.width
        height: parent.height

        DigitField {
            id: field
            objectName: "field"
            width: parent.width
            text: page.desk.shown
            placeholder: page.desk.askingPin ? "••••••" : "•••"
            advice: page.desk.advice
            wrong: page.desk.wrong
        }
        NumberPad {
            anchors { top: field.bottom; topMargin: Theme.space; horizontalCenter: parent.horizontalCenter }
            keyWidth: (entry.width - 2 * spacing) / 3
            keyHeight: Math.min(Theme.mm(page.portrait ? 25 : 19), (entry.height - y - 3 * spacing) / 4)
            onDigit: digit => page.desk.type(digit)
            onErase: page.desk.erase()
        }
    }
    sideContent: [
        StaffTabs {
            visible: page.desk.signedIn && !page.portrait
            width: Math.min(parent.width, Theme.mm(92))
            columns: 1
            desk: page.desk
        },
        SideSign {
            visible: !page.desk.signedIn && room >= Theme.mm(24)
            name: "lock"
        }
    ]
    StaffTabs {
        id: tabs
        visible: page.desk.signedIn && page.portrait
        width: parent.width
        columns: 2
        desk: page.desk
    }
    StaffLines {
        visible: page.desk.signedIn
        anchors { left: parent.left; right: parent.right; top: page.portrait ? tabs.bottom : parent.top; bottom: parent.bottom; topMargin: page.portrait ? Theme.space : 0 }
        desk: page.desk
    }
}
