import QtQuick
import ChinhChu

/// The sign below the words of a page: at a distance from the ways back, and left out where it would be too small to say anything.
RoundSign {
    readonly property real room: parent ? parent.height - Theme.space : 0
    visible: room >= Theme.mm(24)
    size: Math.min(room, Theme.mm(44))
}
