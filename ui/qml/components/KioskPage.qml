import QtQuick
import ChinhChu

/// The frame of every page: where one is, one task with its words, its material, and the three ways on in the same places.
FocusScope {
    id: page

    required property Kiosk kiosk
    property string title
    property string instruction
    /// What stands in its place is about somebody: it is shown, and not read aloud.
    property bool instructionIsFact: false
    property int titleSize: Theme.title
    property string primaryText
    property string primaryIcon: "forward"
    property bool primaryEnabled: true
    /// A keyboard, or a scanner that types like one, writes into this page.
    property bool takesCharacters: false
    /// A second way on beside the first; none when empty.
    property string secondaryText
    property bool canEnd: true
    property string endText: qsTr("End")
    /// The material takes the whole width, below the words.
    property bool broad: false
    property alias sideContent: side.data
    default property alias content: body.data
    readonly property bool portrait: height > width
    readonly property bool stacked: portrait || broad
    readonly property real wordsGap: Theme.mm(Theme.textScale > 1 ? 5 : 10)
    readonly property real columnWidth: words.width
    /// The height that the words leave for sideContent.
    readonly property real sideRoom: side.height
    signal primary
    signal secondary

    readonly property real headerHeight: Theme.mm(portrait ? 42 : 22)
    /// A page without the ways on.
    property bool bare: false
    /// An upright page has its ways back in a second row below the way on.
    readonly property bool twoRows: portrait && (canEnd || kiosk.canGoBack || secondaryText !== "")
    /// Two ways back and a second way on are too much for one row of it, and so may one be with long words.
    readonly property bool threeRows: twoRows && secondaryText !== "" && ((canEnd && kiosk.canGoBack)
                                      || ways.width + Theme.space + second.implicitWidth > footer.width)
    readonly property real rowHeight: Theme.button + Theme.space
    readonly property real footerHeight: bare ? Theme.margin : Theme.mm(twoRows ? 50 : 27) + (threeRows ? rowHeight : 0)
    /// The sheet with text size, colours and sound is open.
    property bool comfortOpen: false
    /// What a person who cannot read the page hears.
    property string spoken: sentences([title, instruction])
    /// The name of the recording of the same words.
    property string speechKey: kiosk.page
    /// One thing to do now, that changes while the page shows; said after the page.
    property string hint
    property string hintKey

    function sentences(parts: list<string>): string {
        return parts.filter(part => part !== "").map(part => /[.?!…]$/.test(part) ? part : part + ".").join(" ");
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title

    // --- where one is
    Item {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.margin; rightMargin: Theme.margin }
        height: page.headerHeight

        Rectangle { // the carrier's band
            visible: Theme.branded
            x: -Theme.margin
            width: page.width
            height: Theme.mm(1.6)
            color: Theme.second
        }
        Brand {
            id: brand
            brand: page.kiosk.brand
            compact: page.portrait
            y: Theme.mm(4) + (Theme.mm(15) - height) / 2
        }
        Stepper {
            visible: current >= 0
            current: page.kiosk.step
            compact: true
            connector: Theme.mm(page.portrait ? 12 : 5)
            x: page.portrait ? 0 : brand.width + (comfort.x - brand.width - width) / 2
            y: page.portrait ? Theme.mm(28) : Theme.mm(4) + (Theme.mm(15) - height) / 2
        }
        Pressable {
            id: comfort
            objectName: "comfort"
            anchors { right: languages.left; rightMargin: Theme.gap }
            y: Theme.mm(4)
            width: languages.height
            height: languages.height
            name: qsTr("Text, colours and sound")
            onClicked: page.comfortOpen = true
            Rectangle {
                anchors.fill: parent
                radius: Theme.corner
                color: comfort.pressed ? Theme.tint : languages.color
                border.width: Theme.strong ? Theme.line : 0
                border.color: Theme.ink
            }
            Icon {
                anchors.centerIn: parent
                name: "text"
                size: Theme.mm(9)
            }
        }
        LanguageSwitch {
            id: languages
            kiosk: page.kiosk
            anchors.right: parent.right
            y: Theme.mm(4)
        }
    }

    // --- the words
    Column {
        id: words
        x: Theme.margin
        y: page.headerHeight + Theme.mm(page.stacked ? 6 : 10)
        width: page.stacked ? page.width - 2 * Theme.margin : Math.round(page.width * 0.36) - Theme.margin
        spacing: Theme.space

        Sentence {
            said: page.title
            heading: true
            visible: text !== ""
            font.pixelSize: page.titleSize
            font.weight: Font.Bold
            lineHeight: 1.06
        }
        Sentence {
            said: page.instruction
            fact: page.instructionIsFact
            visible: text !== ""
            font.pixelSize: Theme.heading
            color: Theme.quiet
        }
    }
    Item {
        id: side
        readonly property real start: words.y + words.height + (words.height > 0 ? page.wordsGap : 0)
        visible: !page.stacked
        x: words.x
        y: start
        width: words.width
        height: Math.max(0, footer.y - start - Theme.space)
    }

    // --- the material
    Item {
        id: body
        x: page.stacked ? Theme.margin : words.x + words.width + Theme.margin
        y: page.stacked ? words.y + words.height + (words.height > 0 ? page.wordsGap : 0) : page.headerHeight + Theme.mm(6)
        width: page.width - x - Theme.margin
        height: footer.y - y - Theme.space
    }

    // --- the ways on
    Item {
        id: footer
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin; rightMargin: Theme.margin }
        height: page.footerHeight

        visible: !page.bare

        Row {
            id: ways
            y: page.threeRows ? 2 * page.rowHeight : page.portrait ? page.rowHeight : 0
            spacing: Theme.space
            BigButton {
                objectName: "end"
                visible: page.canEnd
                icon: "cross"
                text: page.endText
                onClicked: page.kiosk.end()
            }
            BigButton {
                objectName: "back"
                visible: page.kiosk.canGoBack
                icon: "back"
                text: qsTr("Back")
                onClicked: page.kiosk.back()
            }
        }
        BigButton {
            id: second
            objectName: "secondary"
            visible: page.secondaryText !== ""
            x: parent.width - width - (page.portrait || !onward.visible ? 0 : onward.width + Theme.space)
            y: page.portrait && onward.visible ? page.rowHeight : 0
            width: page.threeRows ? parent.width : implicitWidth
            text: page.secondaryText
            onClicked: page.secondary()
        }
        BigButton {
            id: onward
            objectName: "primary"
            visible: page.primaryText !== ""
            enabled: page.primaryEnabled
            anchors.right: parent.right
            width: page.portrait ? parent.width : Math.max(implicitWidth, Theme.mm(64))
            kind: BigButton.Primary
            icon: page.primaryIcon
            iconAtEnd: page.primaryIcon === "forward"
            text: page.primaryText
            onClicked: page.primary()
        }
    }
}
