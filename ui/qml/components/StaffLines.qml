pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// The lines of the chosen list; those that can be changed have a button.
Card {
    id: sheet
    required property StaffDesk desk
    clip: true

    KioskText {
        anchors.centerIn: parent
        visible: sheet.desk.busy
        text: qsTr("One moment.")
        color: Theme.quiet
    }
    ListView {
        id: view
        anchors { fill: parent; leftMargin: Theme.wide; rightMargin: Theme.wide; topMargin: Theme.gap; bottomMargin: Theme.gap }
        visible: !sheet.desk.busy
        model: sheet.desk.lines
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        activeFocusOnTab: interactive
        // Lists are short: what Tab comes to exists, in sight or not.
        cacheBuffer: 100000
        Keys.onUpPressed: flick(0, 900)
        Keys.onDownPressed: flick(0, -900)
        Accessible.role: Accessible.List
        Accessible.name: sheet.desk.listName
        delegate: Item {
            id: line
            required property int index
            required property var modelData
            readonly property color tone: modelData.tone === "good" ? Theme.good : modelData.tone === "bad" ? Theme.bad
                                        : modelData.tone === "caution" ? Theme.caution : Theme.ink
            width: view.width
            height: Math.max(label.height, words.height, change.visible ? change.height : 0) + Theme.mm(5)
            KioskText {
                id: label
                y: Theme.mm(2)
                width: line.width * 0.34
                text: line.modelData.label
                color: Theme.quiet
            }
            Column {
                id: words
                x: line.width * 0.36
                y: Theme.mm(2)
                width: line.width - x - (change.visible ? change.width + Theme.gap + Theme.space : 0)
                KioskText {
                    width: parent.width
                    text: line.modelData.value
                    fact: true
                    font.weight: Font.DemiBold
                    color: line.tone
                    wrapMode: Text.Wrap
                }
                KioskText {
                    width: parent.width
                    visible: text !== ""
                    text: line.modelData.detail
                    fact: true
                    font.pixelSize: Theme.small
                    color: Theme.quiet
                    wrapMode: Text.Wrap
                }
            }
            BigButton {
                id: change
                objectName: "change-" + line.modelData.setting
                visible: line.modelData.setting !== ""
                // The mark of the focus has room beside it.
                anchors { right: parent.right; rightMargin: Theme.gap; verticalCenter: parent.verticalCenter }
                implicitHeight: Theme.touch
                textSize: Theme.small
                text: qsTr("Change")
                name: qsTr("Change: %1, now %2").arg(line.modelData.label).arg(line.modelData.value)
                onClicked: sheet.desk.change(line.modelData.setting)
                onActiveFocusChanged: {
                    if (activeFocus)
                        view.positionViewAtIndex(line.index, ListView.Contain);
                }
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Theme.line
                color: Theme.outline
            }
        }
    }
}
