import QtQuick
import ChinhChu

/// A sign, what it is about, and one sentence.
Item {
    id: advice
    property string sign
    property string label
    property string text
    implicitHeight: Math.max(circle.height, words.height)

    RoundSign {
        id: circle
        size: Theme.mm(20)
        name: advice.sign
    }
    Column {
        id: words
        anchors { left: circle.right; right: parent.right; leftMargin: Theme.mm(6) }
        KioskText {
            width: parent.width
            text: advice.label
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
        Sentence {
            said: advice.text
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
        }
    }
}
