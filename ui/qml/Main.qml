import QtQuick
import ChinhChu

/// The window: one page at a time, the one whose name the view model gives.
Window {
    id: window
    required property Kiosk kiosk
    /// Nothing moves by itself: for pictures of the pages.
    property bool still: false
    property bool keyboardInUse: false
    readonly property KioskPage page: loader.item as KioskPage

    width: 1366
    height: 768
    color: Theme.ground
    title: "ChinhChu"

    Binding { target: Theme; property: "unit"; value: Theme.unitFor(window.width, window.height, window.Screen.pixelDensity) }
    Binding { target: Theme; property: "animate"; value: !window.still }
    Binding { target: Theme; property: "keyboardInUse"; value: window.keyboardInUse }
    Binding { target: Theme; property: "textScale"; value: window.kiosk.comfort.largeText ? Theme.largestText : 1 }
    Binding { target: Theme; property: "contrast"; value: window.kiosk.comfort.contrast }

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        enabled: !overlay.visible
        onLoaded: {
            window.page.forceActiveFocus();
            arrival.restart();
        }
    }
    NumberAnimation {
        id: arrival
        target: loader
        property: "opacity"
        from: Theme.animate ? 0 : 1
        to: 1
        duration: Theme.quick
        easing.type: Easing.OutQuad
    }
    FocusScope {
        id: overlay
        readonly property bool idle: window.kiosk.idle.asking
        readonly property bool comfort: !idle && window.page !== null && window.page.comfortOpen
        anchors.fill: parent
        visible: idle || comfort
        onVisibleChanged: {
            if (visible)
                forceActiveFocus();
            else if (window.page)
                window.page.forceActiveFocus();
        }
        Rectangle {
            anchors.fill: parent
            color: Theme.dark ? "#000000" : "#16211f"
            opacity: 0.62
        }
        MouseArea { anchors.fill: parent }
        IdleSheet {
            visible: overlay.idle
            focus: visible
            anchors.centerIn: parent
            width: Math.min(window.width - 2 * Theme.margin, Theme.mm(190))
            kiosk: window.kiosk
        }
        ComfortSheet {
            visible: overlay.comfort
            focus: visible
            anchors.centerIn: parent
            width: Math.min(window.width - 2 * Theme.gap, Theme.mm(174))
            kiosk: window.kiosk
            onClosed: window.page.comfortOpen = false
            onRepeat: window.speakPage()
        }
    }

    /// What the page and its hints say, when it changes, to those who listen.
    signal spoken(string text)
    readonly property string words: window.kiosk.idle.asking ? qsTr("Are you still there?") : window.page ? window.page.spoken : ""
    onWordsChanged: speakPage()
    function speakPage() {
        if (window.words !== "" && window.kiosk.comfort.sound)
            window.spoken(window.words);
    }

    function showPage() {
        loader.setSource(Qt.resolvedUrl("pages/" + window.kiosk.page + "Page.qml"), { kiosk: window.kiosk });
    }
    Component.onCompleted: showPage()
    Connections {
        target: window.kiosk
        function onPageChanged() {
            window.showPage();
        }
    }
}
