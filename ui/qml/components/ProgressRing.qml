import QtQuick
import QtQuick.Shapes
import ChinhChu

/// A steady ring that fills: how far something is. An oval when it is higher than wide.
Item {
    id: ring
    property real value: 0
    property real thickness: Theme.mm(3)
    property color colour: Theme.second
    property color track: Theme.outline
    /// Where everything is black and white, only the width tells the two apart.
    readonly property real trackThickness: Theme.strong ? Theme.line : thickness
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Progress")
    Accessible.description: Math.round(value * 100) + " %"

    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: ring.track
            strokeWidth: ring.trackThickness
            fillColor: "transparent"
            PathAngleArc {
                centerX: ring.width / 2; centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2; radiusY: (ring.height - ring.thickness) / 2
                startAngle: 0; sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: ring.value > 0 ? ring.colour : "transparent"
            strokeWidth: ring.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2; centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2; radiusY: (ring.height - ring.thickness) / 2
                startAngle: -90; sweepAngle: 360 * Math.max(0, Math.min(1, ring.value))
            }
        }
    }
}
