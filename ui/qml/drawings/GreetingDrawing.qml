pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// A card and a telephone that belong together.
Item {
    id: drawing
    readonly property real part: Math.min(width / 150, height / 120)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("A citizen card and a telephone that belong together")

    Item {
        anchors.centerIn: parent
        width: 150 * drawing.part
        height: 120 * drawing.part

        Rectangle {
            x: 18 * drawing.part; y: 2 * drawing.part
            width: 116 * drawing.part; height: width; radius: width / 2
            color: Theme.tint
        }
        Rectangle { // telephone
            x: 84 * drawing.part; y: 8 * drawing.part
            width: 50 * drawing.part; height: 100 * drawing.part
            radius: 8 * drawing.part
            color: Theme.dark ? "#3a4a4e" : "#22302e"
            rotation: 6
            antialiasing: true
            Rectangle {
                anchors { fill: parent; margins: 3 * drawing.part }
                radius: 5.4 * drawing.part
                color: Theme.surface
                antialiasing: true
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 3 * drawing.part
                    width: 12 * drawing.part; height: 2 * drawing.part; radius: height / 2
                    color: Theme.outline
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 16 * drawing.part
                    width: 26 * drawing.part; height: width; radius: width / 2
                    color: Theme.accent
                    Icon {
                        anchors.centerIn: parent
                        name: "check"
                        size: parent.width * 0.7
                        stroke: 3
                        colour: Theme.accentInk
                    }
                }
                Repeater {
                    model: 3
                    delegate: Rectangle {
                        required property int index
                        anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                        y: (50 + index * 7) * drawing.part
                        width: [30, 24, 28][index] * drawing.part; height: 2.6 * drawing.part; radius: height / 2
                        color: Theme.outline
                        antialiasing: true
                    }
                }
            }
        }
        CardDrawing {
            x: 4 * drawing.part; y: 44 * drawing.part
            width: 92 * drawing.part
            rotation: -5
            antialiasing: true
        }
    }
}
