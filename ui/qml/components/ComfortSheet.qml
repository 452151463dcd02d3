import QtQuick
import ChinhChu

/// Size of the text, colours and sound, for this one person.
FocusScope {
    id: sheet
    required property Kiosk kiosk
    signal closed
    signal repeat
    height: content.height + 2 * Theme.mm(8)
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Text, colours and sound")

    Card { anchors.fill: parent }
    Column {
        id: content
        x: Theme.mm(8)
        y: Theme.mm(8)
        width: parent.width - 2 * x
        spacing: Theme.mm(3)
        Choice {
            objectName: "text-size"
            width: parent.width
            label: qsTr("Size of the text")
            options: [qsTr("Normal"), qsTr("Large")]
            chosen: sheet.kiosk.comfort.largeText ? 1 : 0
            onPicked: index => sheet.kiosk.comfort.largeText = index === 1
        }
        Choice {
            objectName: "contrast"
            width: parent.width
            label: qsTr("Colours")
            options: [qsTr("Light"), qsTr("Strong"), qsTr("Dark"), qsTr("Strong dark")]
            perRow: 2
            chosen: sheet.kiosk.comfort.contrast
            onPicked: index => sheet.kiosk.comfort.contrast = index
        }
        Choice {
            objectName: "sound"
            width: parent.width
            label: sheet.kiosk.comfort.voice ? qsTr("Voice") : qsTr("Voice (there is none on this kiosk)")
            options: [qsTr("Off"), qsTr("Soft"), qsTr("Normal"), qsTr("Loud")]
            chosen: sheet.kiosk.comfort.volume
            onPicked: index => sheet.kiosk.comfort.volume = index
        }
        Row {
            width: parent.width
            spacing: Theme.gap
            topPadding: Theme.mm(2)
            BigButton {
                objectName: "repeat"
                width: (parent.width - Theme.gap) / 2
                icon: "sound"
                text: qsTr("Say it again")
                onClicked: sheet.repeat()
            }
            BigButton {
                objectName: "close"
                width: (parent.width - Theme.gap) / 2
                kind: BigButton.Primary
                textSize: Theme.body
                text: qsTr("Close")
                focus: true
                onClicked: sheet.closed()
            }
        }
    }
}
