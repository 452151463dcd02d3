import QtQuick
import QtQuick.Shapes
import ChinhChu

/// One drawn sign (IconLines).
Item {
    id: icon

    property string name
    property color colour: Theme.ink
    property real size: Theme.mm(8)
    property real stroke: 1.8

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: 24
        height: 24
        scale: icon.size / 24
        transformOrigin: Item.TopLeft
        ShapePath {
            strokeColor: icon.colour
            strokeWidth: icon.name === "keypad" ? 3.2 : icon.stroke
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: IconLines.of[icon.name] ?? "" }
        }
    }
}
