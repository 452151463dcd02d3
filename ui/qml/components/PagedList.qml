pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// Rows of which only whole ones show: half a row at the edge reads like the end of them all. Where there are more, a
/// button goes on to the next ones, a finger can drag them, and only what is in sight can be used.
Item {
    id: list
    property alias model: rows.model
    property alias delegate: rows.delegate
    property real spacing: 0
    property string moreText
    property string firstText
    /// The last of the rows that there are now has been in sight.
    property bool seenAll: false

    readonly property int count: rows.count
    readonly property real whole: startOf(count) - spacing
    readonly property bool tooLong: whole > height + 1
    readonly property real room: tooLong ? height - more.height - Theme.gap : height
    /// What was asked for last, and the rows in sight: from `from` to the one before `end`.
    property int first: 0
    readonly property int lastStart: {
        let start = 0;
        while (endOf(start) < count)
            ++start;
        return start;
    }
    readonly property int from: Math.min(first, lastStart)
    readonly property int end: endOf(from)
    readonly property bool atEnd: end >= count

    function heightOf(index: int): real {
        return rows.itemAt(index)?.height ?? 0;
    }
    function startOf(index: int): real {
        let y = 0;
        for (let i = 0; i < index; ++i)
            y += heightOf(i) + spacing;
        return y;
    }
    /// The row after the last one that is whole when @p start is the first; never none at all.
    function endOf(start: int): int {
        let used = 0;
        let i = start;
        for (; i < count; ++i) {
            used += heightOf(i) + (i > start ? spacing : 0);
            if (i > start && used > room + 1)
                break;
        }
        return i;
    }
    /// The row that is nearest to the upper edge after a finger has let go.
    function nearest(y: real): int {
        if (y + view.height >= whole - 1)
            return lastStart;
        let best = 0;
        for (let i = 1; i < count; ++i)
            if (Math.abs(startOf(i) - y) < Math.abs(startOf(best) - y))
                best = i;
        return best;
    }

    // A row that came later was not in sight.
    onCountChanged: {
        seenAll = false;
    }

    Flickable {
        id: view
        property bool held: false
        width: list.width
        height: list.tooLong ? Math.min(list.room, list.startOf(list.end) - list.spacing - list.startOf(list.from)) : list.height
        contentHeight: list.whole
        clip: list.tooLong
        interactive: list.tooLong
        boundsBehavior: Flickable.StopAtBounds
        onMovementStarted: held = true
        onMovementEnded: {
            list.first = list.nearest(contentY);
            held = false;
        }
        Column {
            width: view.width
            spacing: list.spacing
            Repeater {
                id: rows
                onItemAdded: (index, item) => {
                    item.enabled = Qt.binding(() => index >= list.from && index < list.end);
                    // The software renderer takes an empty clip for none, and would paint the signs of a row that is out
                    // of sight onto the page.
                    item.opacity = Qt.binding(() => item.y + item.height > view.contentY && item.y < view.contentY + view.height ? 1 : 0);
                }
            }
        }
    }
    Binding {
        target: view
        property: "contentY"
        value: list.startOf(list.from)
        when: !view.held
        restoreMode: Binding.RestoreNone
    }
    BigButton {
        id: more
        objectName: "more"
        visible: list.tooLong
        y: list.height - height
        width: list.width
        icon: list.atEnd ? "up" : "down"
        text: list.atEnd ? list.firstText : list.moreText
        onClicked: list.first = list.atEnd ? 0 : list.end
    }
    // Only with a frame has anything been in sight, and every row its height: before that all of them seem to fit.
    Connections {
        target: list.Window.window
        enabled: !list.seenAll
        function onAfterAnimating() {
            if (list.count > 0 && list.height > 0 && list.atEnd && list.heightOf(list.count - 1) > 0)
                list.seenAll = true;
        }
    }
}
