import QtQuick
import ChinhChu

KioskPage {
    id: page
    canEnd: false
    bare: true
    broad: true
    Accessible.name: headline.said
    spoken: sentences([headline.said, needs.said, qsTr("Touch Start.")])

    Column {
        id: words
        width: page.portrait ? parent.width : parent.width * 0.6
        y: page.portrait ? parent.height - height - Theme.wide : Math.max(0, (parent.height - height) / 2 - Theme.mm(6))
        spacing: Theme.wide

        Sentence {
            id: headline
            heading: true
            said: qsTr("Confirm your phone number")
            font.pixelSize: Theme.display
            font.weight: Font.Bold
            lineHeight: 1.04
        }
        Sentence {
            id: needs
            said: qsTr("You need your citizen card with a chip. It takes about two minutes and costs nothing.")
            font.pixelSize: Theme.heading
            color: Theme.quiet
        }
        BigButton {
            objectName: "primary"
            width: page.portrait ? parent.width : Theme.mm(104)
            implicitHeight: Theme.mm(27)
            kind: BigButton.Primary
            textSize: Theme.mm(10)
            icon: "forward"
            iconAtEnd: true
            text: qsTr("Start")
            focus: true
            onClicked: page.kiosk.begin()
        }
    }
    BigButton {
        objectName: "staff"
        visible: page.kiosk.staff.available
        readonly property string serving: page.kiosk.staff.serving
        anchors { right: parent.right; bottom: parent.bottom; bottomMargin: -Theme.mm(page.portrait ? 8 : 10) }
        implicitHeight: Theme.touch
        kind: BigButton.Quiet
        textSize: Theme.small
        text: serving === "" ? qsTr("Staff") : qsTr("%1 serves: sign out").arg(serving)
        onClicked: serving === "" ? page.kiosk.staff.enter() : page.kiosk.staff.signOut()
    }
    GreetingDrawing {
        x: page.portrait ? 0 : words.width + Theme.wide
        y: 0
        width: parent.width - x
        height: page.portrait ? words.y - Theme.wide : parent.height
    }
}
