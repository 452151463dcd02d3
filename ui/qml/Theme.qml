pragma Singleton

import QtQuick

/// Every size and colour of the window. Sizes are in millimetres of the real screen, times `unit`; on a large screen the
/// unit grows, so that a page keeps its proportions and is read from further away.
QtObject {
    id: theme

    enum Contrast { Light, StrongLight, Dark, StrongDark }

    property real unit: 4
    property real textScale: 1
    readonly property real largestText: 1.18
    property int contrast: Theme.Light
    property bool animate: true
    /// Somebody uses the keyboard or switches: the focus shows.
    property bool keyboardInUse: false
    readonly property color ownColour: "#00635c"
    /// The carrier's two colours, once they are known to be readable (BrandView); ours until then.
    property color carrierColour: ownColour
    property color carrierAccent: ownColour
    property bool branded: false

    // The first width of a page, for which everything is drawn: 180 units on the short side.
    readonly property real shortSide: 180

    function unitFor(width: real, height: real, pixelsPerMillimetre: real): real {
        // Some screens report nothing, or nonsense.
        const millimetre = pixelsPerMillimetre >= 2 && pixelsPerMillimetre <= 16 ? pixelsPerMillimetre : 4;
        const shorter = Math.min(width, height);
        return Math.max(shorter / shortSide, Math.min(millimetre, shorter / 165));
    }

    function mm(count: real): real {
        return Math.round(count * unit);
    }

    // Type: the height of capitals is 0.71 of the size: 3.5, 4.2, 5.3, 7.8 and 11.4 mm.
    readonly property string fontFamily: "Noto Sans"
    readonly property int small: Math.round(4.9 * unit * textScale)
    readonly property int body: Math.round(5.9 * unit * textScale)
    readonly property int heading: Math.round(7.4 * unit * textScale)
    readonly property int title: Math.round(11 * unit * textScale)
    // Large for everybody.
    readonly property int display: Math.round(16 * unit)

    // Distances: one step, doubled and doubled again.
    readonly property int gap: mm(2.6)
    readonly property int space: mm(5)
    readonly property int wide: mm(10)
    readonly property int margin: mm(15)
    readonly property int corner: mm(4)
    readonly property int touch: mm(13)
    readonly property int button: mm(19)
    readonly property int line: Math.max(1, Math.round(unit * 0.35))
    readonly property int focus: Math.max(3, Math.round(unit * 0.9))

    readonly property bool dark: contrast === Theme.Dark || contrast === Theme.StrongDark
    readonly property bool strong: contrast === Theme.StrongLight || contrast === Theme.StrongDark

    readonly property color ground: pick("#f6f5f1", "#ffffff", "#12191b", "#000000")
    readonly property color surface: pick("#ffffff", "#ffffff", "#1c2629", "#000000")
    readonly property color ink: pick("#16211f", "#000000", "#eef3f1", "#ffffff")
    readonly property color quiet: pick("#4c5956", "#000000", "#b4c2be", "#ffffff")
    readonly property color outline: pick("#d9dcd5", "#000000", "#39474b", "#ffffff")
    readonly property color accent: pick(carrierColour, "#004741", "#5fd0c4", "#ffe14d")
    /// The band of a page, and how far something is.
    readonly property color second: contrast === Theme.Light ? carrierAccent : accent
    readonly property color accentPressed: Qt.darker(accent, 1.25)
    readonly property color accentInk: dark ? "#0a1413" : "#ffffff"
    readonly property color tint: pick(branded ? Qt.tint("#ffffff", Qt.alpha(carrierColour, 0.12)) : "#e1efec", "#e6f2f0", "#1d3835", "#1f1c00")
    readonly property color good: accent
    readonly property color caution: pick("#8a5300", "#5e3800", "#f2c063", "#ffe14d")
    readonly property color cautionTint: pick("#fdf1d9", "#fff6e3", "#3a2d12", "#1f1c00")
    readonly property color bad: pick("#a4261d", "#7d0f08", "#ff9d91", "#ffb3aa")
    readonly property color badTint: pick("#fbe6e3", "#fdeeec", "#401f1b", "#2a0a06")

    function pick(light: color, strongLight: color, darkOne: color, strongDark: color): color {
        return [light, strongLight, darkOne, strongDark][contrast];
    }

    readonly property int quick: animate ? 160 : 0
    readonly property int calm: animate ? 900 : 0
}
