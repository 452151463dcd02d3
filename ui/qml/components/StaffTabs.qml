pragma ComponentBehavior: Bound

import QtQuick
import ChinhChu

/// The lists that a member of staff may see; one is chosen.
Grid {
    id: tabs
    required property StaffDesk desk
    readonly property real buttonWidth: (width - (columns - 1) * spacing) / columns
    spacing: Theme.gap

    Repeater {
        model: tabs.desk.lists
        delegate: BigButton {
            required property var modelData
            readonly property bool chosen: modelData.list === tabs.desk.list
            objectName: "list-" + modelData.list
            width: tabs.buttonWidth
            implicitHeight: Theme.mm(15)
            kind: chosen ? BigButton.Primary : BigButton.Secondary
            textSize: Theme.body
            text: modelData.label
            Accessible.role: Accessible.RadioButton
            Accessible.checked: chosen
            onClicked: tabs.desk.show(modelData.list)
        }
    }
}
