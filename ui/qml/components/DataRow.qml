import QtQuick
import ChinhChu

/// A label and its value, one below the other.
Column {
    id: row
    property string label
    property string value
    property bool large: false
    property int textSize: large ? Theme.heading : Theme.body
    spacing: 0

    KioskText {
        width: row.width
        text: row.label
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
    KioskText {
        width: row.width
        text: row.value
        fact: true
        font.pixelSize: row.textSize
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
    }
}
