import QtQuick
import QtQuick.Shapes
import ChinhChu

/// One drawn sign, from lines on a field of 24 by 24.
Item {
    id: icon

    property string name
    property color colour: Theme.ink
    property real size: Theme.mm(8)
    property real stroke: 1.8

    readonly property var lines: ({
        "check": "M4.5 12.5 L9.8 17.8 L19.5 7",
        "cross": "M6 6 L18 18 M18 6 L6 18",
        "back": "M19 12 L5.5 12 M11 6 L5 12 L11 18",
        "down": "M12 5 L12 18.5 M6 13 L12 19 L18 13",
        "up": "M12 19 L12 5.5 M6 11 L12 5 L18 11",
        "forward": "M5 12 L18.5 12 M13 6 L19 12 L13 18",
        "erase": "M9 5.5 L20.5 5.5 L20.5 18.5 L9 18.5 L3 12 Z M11.5 9.5 L16.5 14.5 M16.5 9.5 L11.5 14.5",
        "plus": "M12 5 L12 19 M5 12 L19 12",
        "warning": "M12 3.8 L21.5 20 L2.5 20 Z M12 10 L12 14.4 M12 16.9 L12 17.3",
        "card": "M2.5 6.5 Q2.5 5 4 5 L20 5 Q21.5 5 21.5 6.5 L21.5 17.5 Q21.5 19 20 19 L4 19 Q2.5 19 2.5 17.5 Z M6 9.5 L10 9.5 L10 14 L6 14 Z M13.5 10 L18 10 M13.5 13.5 L17 13.5",
        "target": "M12 3 A9 9 0 1 0 21 12 A9 9 0 0 0 12 3 Z M8 12.2 L11 15.2 L16.2 9.3",
        "building": "M3.5 20.5 L20.5 20.5 M5.5 20.5 L5.5 10 M18.5 20.5 L18.5 10 M3 10 L12 4 L21 10 Z M10 20.5 L10 14 L14 14 L14 20.5",
        "shield": "M12 3 L19.5 6 L19.5 11.5 Q19.5 18 12 21 Q4.5 18 4.5 11.5 L4.5 6 Z M8.5 11.8 L11.2 14.5 L15.8 9.3",
        "shield-doubt": "M12 3 L19.5 6 L19.5 11.5 Q19.5 18 12 21 Q4.5 18 4.5 11.5 L4.5 6 Z M12 7.6 L12 12.8 M12 15.8 L12 16.2",
        "reader": "M4 14.5 L20 14.5 L20 19 L4 19 Z M7 16.8 L7.4 16.8 M7.5 11 Q12 7.5 16.5 11 M5 8 Q12 2.5 19 8",
        "camera": "M3 8 L7.5 8 L9 5.5 L15 5.5 L16.5 8 L21 8 L21 18.5 L3 18.5 Z M12 9.7 A3.4 3.4 0 1 0 15.4 13.1 A3.4 3.4 0 0 0 12 9.7 Z",
        "keypad": "M5 4 L5.4 4 M12 4 L12.4 4 M19 4 L19.4 4 M5 11 L5.4 11 M12 11 L12.4 11 M19 11 L19.4 11 M5 18 L5.4 18 M12 18 L12.4 18 M19 18 L19.4 18",
        "face": "M12 3 Q18.5 3 18.5 10.5 Q18.5 16 15.5 19 Q12 22 8.5 19 Q5.5 16 5.5 10.5 Q5.5 3 12 3 Z M9.2 10.2 L9.2 10.8 M14.8 10.2 L14.8 10.8 M9.5 15.3 Q12 17.3 14.5 15.3",
        "network": "M3 9.5 Q12 2 21 9.5 M6.3 13.2 Q12 8.3 17.7 13.2 M9.5 16.7 Q12 14.6 14.5 16.7 M12 19.9 L12 20.2",
        "tool": "M14.5 4 Q17 2.5 20 4 L16.8 7.2 L17 8.6 L18.4 8.8 L20.8 6.2 Q22 10 18.6 11.8 Q16.6 12.6 14.8 11.8 L7.2 19.6 Q5.6 20.8 4.2 19.5 Q3 18 4.2 16.6 L12 9 Q11.2 5.6 14.5 4 Z",
        "clock": "M12 3 A9 9 0 1 0 21 12 A9 9 0 0 0 12 3 Z M12 7 L12 12.4 L15.8 14.6",
        "person": "M12 3.5 A4.2 4.2 0 1 0 16.2 7.7 A4.2 4.2 0 0 0 12 3.5 Z M4 20.5 Q4.6 14.5 12 14.5 Q19.4 14.5 20 20.5 Z",
        "family": "M8.5 3.3 A3.2 3.2 0 1 0 11.7 6.5 A3.2 3.2 0 0 0 8.5 3.3 Z M10.4 20.5 L2.5 20.5 Q3 13 8.5 13 Q11.4 13 12.9 15.2 M17 9.8 A2.4 2.4 0 1 0 19.4 12.2 A2.4 2.4 0 0 0 17 9.8 Z M12.8 20.5 Q13.2 16.9 17 16.9 Q20.8 16.9 21.3 20.5 Z",
        "phone": "M8 2.5 L16 2.5 Q17.5 2.5 17.5 4 L17.5 20 Q17.5 21.5 16 21.5 L8 21.5 Q6.5 21.5 6.5 20 L6.5 4 Q6.5 2.5 8 2.5 Z M11 18.7 L13 18.7",
        "globe": "M12 3 A9 9 0 1 0 21 12 A9 9 0 0 0 12 3 Z M3 12 L21 12 M12 3 Q7.5 7 7.5 12 Q7.5 17 12 21 Q16.5 17 16.5 12 Q16.5 7 12 3",
        "pen": "M4 20 L5.2 15.2 L16.6 3.8 L20.2 7.4 L8.8 18.8 Z M14.2 6.2 L17.8 9.8",
        "send": "M3.5 11.5 L20.5 4 L14.5 20.5 L11 13.5 Z M11 13.5 L20.5 4",
        "lock": "M6 11 L18 11 L18 20 L6 20 Z M8.5 11 L8.5 8 Q8.5 4.5 12 4.5 Q15.5 4.5 15.5 8 L15.5 11",
        "sound": "M4 9.5 L7.5 9.5 L12 5.5 L12 18.5 L7.5 14.5 L4 14.5 Z M15 9 Q17.3 12 15 15 M17.8 6.5 Q22 12 17.8 17.5",
        "mute": "M4 9.5 L7.5 9.5 L12 5.5 L12 18.5 L7.5 14.5 L4 14.5 Z M15.5 9.5 L20.5 14.5 M20.5 9.5 L15.5 14.5",
        "text": "M3 18.5 L8 6 L13 18.5 M4.8 14.3 L11.2 14.3 M14.5 18.5 L17.8 10.5 L21 18.5 M15.6 16 L20 16",
        "contrast": "M12 3 A9 9 0 1 0 21 12 A9 9 0 0 0 12 3 Z M12 3 L12 21 M14.5 5 L14.5 19 M17 6.8 L17 17.2 M19.3 9.5 L19.3 14.5",
        "house": "M3.5 11.5 L12 4 L20.5 11.5 M6 9.5 L6 20 L18 20 L18 9.5"
    })

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
            PathSvg { path: icon.lines[icon.name] ?? "" }
        }
    }
}
