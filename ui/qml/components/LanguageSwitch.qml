pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// One tap from Vietnamese to English and back. Each language is written in itself.
Rectangle {
    id: control
    required property Kiosk kiosk
    width: pair.width + Theme.mm(2)
    height: Theme.touch + Theme.mm(2)
    radius: Theme.corner
    color: Theme.dark ? Theme.surface : "#ecebe5"
    border.width: Theme.strong ? Theme.line : 0
    border.color: Theme.ink

    Row {
        id: pair
        anchors.centerIn: parent
        // Room for the mark of the focus between the two.
        spacing: Theme.mm(2)
        Repeater {
            model: [{ code: "vi", label: "Tiếng Việt" }, { code: "en", label: "English" }]
            delegate: Pressable {
                id: choice
                required property var modelData
                readonly property bool chosen: control.kiosk.language === modelData.code
                objectName: "language-" + modelData.code
                width: words.implicitWidth + Theme.mm(9)
                height: Theme.touch
                name: modelData.label
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chosen
                onClicked: control.kiosk.speak(modelData.code)
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.corner * 0.8
                    color: choice.chosen ? (Theme.strong ? Theme.accent : Theme.dark ? Theme.tint : "#ffffff") : "transparent"
                }
                KioskText {
                    id: words
                    anchors.centerIn: parent
                    text: choice.modelData.label
                    font.pixelSize: Theme.mm(4.9)
                    font.weight: choice.chosen ? Font.DemiBold : Font.Normal
                    color: choice.chosen ? (Theme.strong ? Theme.accentInk : Theme.ink) : Theme.quiet
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
