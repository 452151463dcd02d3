import QtQuick
import ChinhChu

/// The mark: the carrier's logo, or a card whose corner is a tick, and the name; below it, whose kiosk it is.
Row {
    id: mark
    required property BrandView brand
    readonly property bool logo: brand.hasLogo
    /// On an upright screen there is room for the logo or the name.
    property bool compact: false
    spacing: Theme.mm(3)
    Accessible.role: Accessible.Graphic
    Accessible.name: brand.name === "" ? "ChinhChu" : "ChinhChu, " + brand.name

    Rectangle { // logos are made for white
        visible: mark.logo
        anchors.verticalCenter: parent.verticalCenter
        width: plate.width + Theme.mm(3)
        height: Theme.mm(13)
        radius: Theme.mm(2)
        color: "#ffffff"
        LogoPicture {
            id: plate
            objectName: "logo"
            anchors.centerIn: parent
            brand: mark.brand
            height: Theme.mm(10)
            width: Math.min(height * mark.brand.logoShape, Theme.mm(32))
        }
    }
    Rectangle {
        visible: !mark.logo
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mm(11)
        height: Theme.mm(11)
        radius: Theme.mm(3.2)
        color: Theme.accent
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: parent.width * 0.72
            stroke: 3
            colour: Theme.accentInk
        }
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        KioskText {
            text: "Chính chủ"
            font.pixelSize: Theme.mm(mark.brand.name === "" ? 6.4 : 5.8)
            font.weight: Font.Bold
            lineHeight: 1
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        KioskText {
            objectName: "carrier-name"
            visible: text !== "" && !(mark.compact && mark.logo)
            text: mark.brand.name
            fact: true
            color: Theme.quiet
            font.pixelSize: Theme.mm(4.2)
            lineHeight: 1
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
