import QtQuick
import ChinhChu

/// A sheet on the ground that holds things that belong together.
Rectangle {
    property bool tinted: false
    color: tinted ? Theme.tint : Theme.surface
    radius: Theme.corner * 1.4
    border.width: tinted && !Theme.strong ? 0 : Theme.line
    border.color: Theme.outline
}
