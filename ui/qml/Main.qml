import QtQuick
import ChinhChu

/// The window: one page at a time, the one whose name the view model gives.
Window {
    id: window
    required property Kiosk kiosk
    /// Nothing moves by itself: for pictures of the pages.
    property bool still: false
    readonly property Item page: loader.item as Item

    width: 1366
    height: 768
    color: Theme.ground
    title: "ChinhChu"

    Binding {
        target: Theme
        property: "unit"
        value: Theme.unitFor(window.width, window.height, window.screen ? window.Screen.pixelDensity : 0)
    }

    Binding {
        target: Theme
        property: "animate"
        value: !window.still
    }

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        onLoaded: {
            item.forceActiveFocus();
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
