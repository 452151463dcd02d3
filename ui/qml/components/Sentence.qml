import QtQuick
import ChinhChu

/// Words that break where a person would break them; those of a heading in lines of about the same length (Typography).
KioskText {
    property string said
    property bool heading: false
    property real room: parent ? parent.width : 0
    text: heading ? Typography.heading(said) : Typography.together(said)
    width: heading ? Typography.even(text, font, room) : room
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: said
}
