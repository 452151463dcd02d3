import QtQuick
import QtTest
import ChinhChu

Item {
    id: root
    width: 1366
    height: 768
    QrPicture { id: code; width: 210; height: 210 }
    Component {
        id: codeView
        CodeView { width: 400 }
    }
    Component {
        id: brandMark
        Brand {}
    }

    TestCase {
        name: "Pictures"
        when: windowShown

        function test_qrPicture_ofAText_isBlackOnWhiteAndChangesWithIt() {
            code.text = "one";
            waitForRendering(code);
            const one = grabImage(code);
            let dark = 0;
            for (let x = 0; x < 210; x += 3)
                for (let y = 0; y < 210; y += 3) {
                    const colour = one.pixel(x, y);
                    verify(Qt.colorEqual(colour, "black") || Qt.colorEqual(colour, "white"), x + " " + y + " " + colour);
                    dark += Qt.colorEqual(colour, "black") ? 1 : 0;
                }
            verify(dark > 1000 && dark < 3900, dark);
            code.text = "another";
            waitForRendering(code);
            verify(!grabImage(code).equals(one));
        }
        function test_codeView_withoutAPicture_saysWhatItIs() {
            const view = createTemporaryObject(codeView, root, { face: scripted.newKiosk().face });
            compare(view.Accessible.role, Accessible.Graphic);
            verify(view.Accessible.name !== "");
            verify(!findChild(view, "code-picture").hasPicture);
        }
        function test_codeView_withAPicture_showsIt() {
            const view = createTemporaryObject(codeView, root, { face: scripted.newKiosk().face });
            scripted.showToCamera();
            tryVerify(() => findChild(view, "code-picture").hasPicture);
            verify(findChild(view, "code-picture").mirrored);
        }
        function test_brand_withoutACarrier_isOurOwn() {
            const mark = createTemporaryObject(brandMark, root, { brand: scripted.newKiosk().brand });
            compare(mark.Accessible.name, "ChinhChu");
            verify(!findChild(mark, "carrier-name").visible);
        }
        function test_brand_ofACarrier_namesItAndShowsItsLogo() {
            const kiosk = scripted.newKioskOf("Mobile Example", "#1b4f9c", "#7a3e9d");
            const mark = createTemporaryObject(brandMark, root, { brand: kiosk.brand });
            verify(mark.Accessible.name.includes("Mobile Example"));
            compare(findChild(mark, "carrier-name").text, "Mobile Example");
            verify(kiosk.brand.coloured);
            verify(Qt.colorEqual(kiosk.brand.primary, "#1b4f9c"));
            verify(!findChild(mark, "logo").visible);
            scripted.giveLogo();
            verify(findChild(mark, "logo").visible);
        }
        /// Yellow buttons with white words.
        function test_brand_withColoursThatCannotBeRead_keepsOurs() {
            verify(!scripted.newKioskOf("Mobile Example", "#ffd400", "#7a3e9d").brand.coloured);
            verify(!scripted.newKioskOf("Mobile Example", "#1b4f9c", "#ffd400").brand.coloured);
        }
    }
}
