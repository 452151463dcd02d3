import QtQuick
import QtQuick.Shapes
import ChinhChu

/// A flat reader on a table and the card that goes onto it: comes down and stays, again and again, until a card is there.
Item {
    id: drawing
    property bool resting: false
    readonly property real part: Math.min(width / 140, height / 112)
    property real lift: 1

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Lay the card flat on the reader")

    SequentialAnimation {
        running: !drawing.resting && Theme.animate && drawing.visible
        loops: Animation.Infinite
        PauseAnimation { duration: 500 }
        NumberAnimation { target: drawing; property: "lift"; from: 1; to: 0; duration: 1100; easing.type: Easing.InOutCubic }
        PauseAnimation { duration: 1800 }
        NumberAnimation { target: drawing; property: "lift"; from: 0; to: 1; duration: 700; easing.type: Easing.InOutCubic }
    }

    Item {
        anchors.centerIn: parent
        width: 140 * drawing.part
        height: 112 * drawing.part

        Rectangle { // shadow on the table
            x: 12 * drawing.part; y: 97 * drawing.part
            width: 116 * drawing.part; height: 8 * drawing.part
            radius: height / 2
            color: Theme.outline
            opacity: 0.7
        }
        Rectangle { // the reader
            x: 14 * drawing.part; y: 34 * drawing.part
            width: 112 * drawing.part; height: 68 * drawing.part
            radius: 9 * drawing.part
            color: Theme.dark ? "#3a4a4e" : "#33423f"
            Rectangle {
                anchors { fill: parent; margins: 4 * drawing.part }
                radius: 6 * drawing.part
                color: "transparent"
                border.width: Math.max(1, 0.8 * drawing.part)
                border.color: "#7f908c"
            }
            Rectangle { // its lamp
                x: parent.width - 16 * drawing.part; y: parent.height - 9.6 * drawing.part
                width: 8 * drawing.part; height: 2.4 * drawing.part; radius: height / 2
                color: drawing.lift < 0.1 || drawing.resting ? "#7be0d2" : "#7f908c"
            }
        }
        Shape { // waves
            x: 56 * drawing.part; y: 50 * drawing.part
            width: 24; height: 24
            scale: 28 * drawing.part / 24
            transformOrigin: Item.TopLeft
            opacity: 0.5
            ShapePath {
                strokeColor: "#c9d6d2"; strokeWidth: 1.6; fillColor: "transparent"; capStyle: ShapePath.RoundCap
                PathSvg { path: "M8 7 Q12 12 8 17 M12 5 Q18 12 12 19 M16 3 Q24 12 16 21" }
            }
        }
        CardDrawing {
            width: 86 * drawing.part
            x: 27 * drawing.part
            y: (40 - (drawing.resting ? 0 : drawing.lift) * 38) * drawing.part
            scale: 1 + (drawing.resting ? 0 : drawing.lift) * 0.05
        }
    }
}
