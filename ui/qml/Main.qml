import QtQuick
import ChinhChu

/// The window: one page at a time, the one whose name the view model gives.
Window {
    id: window
    required property Kiosk kiosk
    /// Nothing moves by itself: for pictures of the pages.
    property bool still: false
    property bool keyboardInUse: false
    property bool started: false
    readonly property KioskPage page: loader.item as KioskPage

    width: 1366
    height: 768
    color: Theme.ground
    title: "ChinhChu"

    Binding { target: Theme; property: "unit"; value: Theme.unitFor(window.width, window.height, window.Screen.pixelDensity) }
    Binding { target: Theme; property: "animate"; value: !window.still }
    Binding { target: Theme; property: "keyboardInUse"; value: window.keyboardInUse }
    Binding { target: Theme; property: "textScale"; value: window.kiosk.comfort.largeText ? Theme.largestText : 1 }
    Binding { target: Theme; property: "branded"; value: window.kiosk.brand.coloured }
    Binding { target: Theme; property: "carrierColour"; value: window.kiosk.brand.coloured ? window.kiosk.brand.primary : Theme.ownColour }
    Binding { target: Theme; property: "carrierAccent"; value: window.kiosk.brand.coloured ? window.kiosk.brand.accent : Theme.ownColour }
    Binding { target: Theme; property: "contrast"; value: window.kiosk.comfort.contrast }

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        enabled: !overlay.visible
        onLoaded: {
            window.page.forceActiveFocus();
            // The first page is there at once: it may come behind a picture of itself.
            if (window.started)
                arrival.restart();
            window.started = true;
        }
    }
    // A new page comes from under a veil of the ground's colour. Were the page itself transparent, the software renderer would
    // hand every glyph of it to other threads and wait for each (QRasterPaintEngine draws text at once only at full opacity).
    Rectangle {
        id: veil
        anchors.fill: parent
        color: window.color
        opacity: 0
        visible: opacity > 0
    }
    NumberAnimation {
        id: arrival
        target: veil
        property: "opacity"
        from: Theme.animate ? 1 : 0
        to: 0
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
            onRepeat: {
                window.speakPage();
                window.speakHint();
            }
        }
    }

    /// What the page says when it comes or changes, and its hints, to those who listen; with the names of the recordings.
    signal spoken(string key, string text)
    signal hinted(string key, string text)
    readonly property bool asking: window.kiosk.idle.asking
    readonly property string words: asking ? window.kiosk.idle.spoken : window.page ? window.page.spoken : ""
    readonly property string wordsKey: asking ? "Idle" : window.page ? window.page.speechKey : ""
    readonly property string hint: !asking && window.page ? window.page.hint : ""
    readonly property int volume: window.kiosk.comfort.volume
    onWordsChanged: saying.wait(true)
    onWordsKeyChanged: saying.wait(true)
    onVolumeChanged: saying.wait(true)
    onHintChanged: saying.wait(false)
    // Several texts change at once: one sentence is made of them.
    Timer {
        id: saying
        property bool pageDue: false
        property bool hintDue: false
        interval: 0
        function wait(whole: bool) {
            pageDue = pageDue || whole;
            hintDue = true;
            restart();
        }
        onTriggered: {
            if (pageDue)
                window.speakPage();
            if (hintDue)
                window.speakHint();
            pageDue = false;
            hintDue = false;
        }
    }
    // Those who go by keyboard or switch hear what they have come to.
    onActiveFocusItemChanged: {
        const control = window.activeFocusItem as Pressable;
        if (control && window.keyboardInUse)
            window.hinted("Control", control.name);
    }
    function speakPage() {
        if (window.words !== "")
            window.spoken(window.wordsKey, window.words);
    }
    function speakHint() {
        if (window.hint !== "")
            window.hinted(window.page.hintKey, window.hint);
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
