import QtQuick
import ChinhChu

/// Text of the window: wraps at words and is never cut off.
Text {
    /// What is known about somebody or something, not what to do: it is shown, and not read aloud.
    property bool fact: false
    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.body
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    lineHeight: 1.12
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
