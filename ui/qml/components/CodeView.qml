import QtQuick
import QtQuick.Shapes
import ChinhChu

/// What the camera sees while it looks for the code on a card or takes its picture, with a frame for the card.
Rectangle {
    id: view
    property alias face: live.face
    /// As in a looking-glass; not where the writing is to be read.
    property alias mirrored: live.mirrored
    readonly property real markLength: frame.width * 0.14

    height: width * 10 / 16
    radius: Theme.corner
    color: Theme.tint
    border.width: Theme.line
    border.color: Theme.strong ? Theme.ink : Theme.outline
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("The picture of the camera")

    Icon {
        visible: !live.hasPicture
        anchors.centerIn: parent
        name: "camera"
        size: Theme.mm(16)
        colour: Theme.accent
    }
    FacePicture {
        id: live
        objectName: "code-picture"
        anchors { fill: parent; margins: view.border.width }
        source: FacePicture.Live
        mirrored: true
        corner: view.radius
    }
    // The corners of a card: dark below light, so that they show on every picture.
    Shape {
        id: frame
        readonly property real thickness: Math.max(2, Theme.mm(1))
        readonly property string corners: {
            const w = width, h = height, l = view.markLength;
            return `M0 ${l} L0 0 L${l} 0 M${w - l} 0 L${w} 0 L${w} ${l} M${w} ${h - l} L${w} ${h} L${w - l} ${h} M${l} ${h} L0 ${h} L0 ${h - l}`;
        }
        anchors.centerIn: parent
        width: Math.min(parent.width * 0.8, parent.height * 0.8 * 86 / 54)
        height: width * 54 / 86
        ShapePath {
            strokeColor: "#000000"
            strokeWidth: frame.thickness + 3
            fillColor: "transparent"
            PathSvg { path: frame.corners }
        }
        ShapePath {
            strokeColor: "#ffffff"
            strokeWidth: frame.thickness
            fillColor: "transparent"
            PathSvg { path: frame.corners }
        }
    }
}
