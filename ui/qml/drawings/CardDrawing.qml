pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// A citizen card, drawn: portrait, chip, lines, and the number with its last six digits marked.
Rectangle {
    id: card
    property bool showNumber: false
    property bool showLastSix: false
    readonly property real part: width / 86

    height: width * 54 / 86
    radius: 4 * part
    color: Theme.dark ? "#2b3b3d" : "#f2f8f6"
    border.width: Math.max(1, 0.7 * part)
    border.color: Theme.accent
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Citizen card")

    Rectangle { // the band at the top, with a star
        x: 5 * card.part; y: 5 * card.part
        width: 8 * card.part; height: width; radius: width / 2
        color: Theme.accent
        opacity: 0.85
    }
    Rectangle { x: 17 * card.part; y: 6 * card.part; width: 46 * card.part; height: 2.6 * card.part; radius: height / 2; color: Theme.accent; opacity: 0.55 }
    Rectangle { x: 17 * card.part; y: 10.4 * card.part; width: 32 * card.part; height: 2 * card.part; radius: height / 2; color: Theme.accent; opacity: 0.3 }

    Rectangle { // portrait
        x: 6 * card.part; y: 18 * card.part
        width: 20 * card.part; height: 27 * card.part; radius: 2 * card.part
        color: Theme.tint
        clip: true
        Rectangle { x: 6 * card.part; y: 5 * card.part; width: 8 * card.part; height: 9.6 * card.part; radius: width / 2; color: Theme.accent; opacity: 0.6 }
        Rectangle { x: 2.4 * card.part; y: 16.6 * card.part; width: 15.2 * card.part; height: 14 * card.part; radius: 7 * card.part; color: Theme.accent; opacity: 0.6 }
    }
    Rectangle { // chip
        x: 68 * card.part; y: 17 * card.part
        width: 12 * card.part; height: 9.6 * card.part; radius: 1.8 * card.part
        color: "#e3b84f"
        Rectangle { x: parent.width * 0.33; width: Math.max(1, 0.5 * card.part); height: parent.height; color: "#a57d1c" }
        Rectangle { x: parent.width * 0.66; width: Math.max(1, 0.5 * card.part); height: parent.height; color: "#a57d1c" }
        Rectangle { y: parent.height / 2; height: Math.max(1, 0.5 * card.part); width: parent.width; color: "#a57d1c" }
    }
    Repeater {
        model: [34, 28, 38, 24]
        delegate: Rectangle {
            required property int index
            required property int modelData
            x: 31 * card.part; y: (19 + index * 5) * card.part
            width: Math.min(modelData, index < 2 ? 33 : 48) * card.part; height: 2 * card.part; radius: height / 2
            color: Theme.quiet
            opacity: 0.35
        }
    }
    Row { // the number
        visible: card.showNumber
        x: 31 * card.part; y: 39.5 * card.part
        KioskText {
            text: "0•• ••• "
            font.pixelSize: 6 * card.part
            font.weight: Font.DemiBold
            color: Theme.quiet
            lineHeight: 1
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Rectangle {
            width: six.implicitWidth + 3 * card.part
            height: 9 * card.part
            radius: 2 * card.part
            color: card.showLastSix ? Theme.accent : "transparent"
            KioskText {
                id: six
                anchors.centerIn: parent
                text: "123 456"
                font.pixelSize: 6 * card.part
                font.weight: Font.Bold
                color: card.showLastSix ? Theme.accentInk : Theme.ink
                lineHeight: 1
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
