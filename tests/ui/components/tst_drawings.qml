import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1000
    height: 700

    CardDrawing { id: card; width: 430 }
    GreetingDrawing { id: greeting; width: 300; height: 240 }
    ReaderDrawing { id: reader; width: 420; height: 336 }
    RoundSign { id: sign; name: "lock" }
    Icon { id: icon; name: "check"; size: 48 }
    Card { id: sheet; width: 100; height: 100 }

    TestCase {
        name: "Drawings"
        when: windowShown

        function initTestCase() {
            Theme.animate = false;
        }
        function cleanup() {
            Theme.contrast = Theme.Light;
        }
        function texts(item) {
            if (!item.visible)
                return [];
            let all = item instanceof Text ? [item.text] : [];
            for (let i = 0; i < item.children.length; ++i)
                all = all.concat(texts(item.children[i]));
            return all;
        }
        function cardIn(item) {
            if (item instanceof CardDrawing)
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                const found = cardIn(item.children[i]);
                if (found)
                    return found;
            }
            return null;
        }
        function test_cardDrawing_ofAnyWidth_hasTheShapeOfACard() {
            for (const width of [86, 430, 700]) {
                card.width = width;
                compare(Math.round(card.height), Math.round(width * 54 / 86)); // ISO/IEC 7810, ID-1
            }
        }
        function test_cardDrawing_withTheNumber_marksTheSixDigitsThatAreAskedFor() {
            card.showNumber = false;
            compare(texts(card), []);
            card.showNumber = true;
            card.showLastSix = true;
            compare(texts(card), ["0•• ••• ", "123 456"]);
        }
        function test_cardDrawing_inTheDark_isDarkItself() {
            const light = card.color.hslLightness;
            Theme.contrast = Theme.Dark;
            verify(card.color.hslLightness < light - 0.5);
        }
        function test_drawing_toAnAssistiveTechnology_saysWhatItShows() {
            for (const drawing of [card, greeting, reader]) {
                compare(drawing.Accessible.role, Accessible.Graphic);
                verify(drawing.Accessible.name.length > 8);
            }
        }
        function test_greetingDrawing_inEveryRoom_staysInIt_data() {
            return [{ tag: "wide", width: 800, height: 200 }, { tag: "upright", width: 200, height: 700 }, { tag: "small", width: 60, height: 48 }];
        }
        function test_greetingDrawing_inEveryRoom_staysInIt(row) {
            greeting.width = row.width;
            greeting.height = row.height;
            const drawn = greeting.children[0];
            verify(drawn.x >= -0.5 && drawn.y >= -0.5);
            verify(drawn.x + drawn.width <= row.width + 0.5);
            verify(drawn.y + drawn.height <= row.height + 0.5);
            // As large as it can be: one of the two sides is used up.
            verify(Math.abs(drawn.width - row.width) < 1 || Math.abs(drawn.height - row.height) < 1);
        }
        function test_readerDrawing_waiting_holdsTheCardAboveTheReader() {
            reader.resting = false;
            const above = cardIn(reader).y;
            reader.resting = true;
            verify(cardIn(reader).y > above + 20);
            compare(cardIn(reader).scale, 1);
        }
        function test_readerDrawing_ofAStillPicture_doesNotMove() {
            reader.resting = false;
            compare(reader.lift, 1);
            Theme.animate = true;
            tryVerify(() => reader.lift < 1);
            Theme.animate = false;
        }
        function test_roundSign_ofAnySize_isACircleWithItsSignInside() {
            sign.size = 120;
            compare(sign.width, 120);
            compare(sign.radius, 60);
            const inner = sign.children[0];
            compare(inner.name, "lock");
            verify(inner.size < 120 * 0.7 && inner.size > 120 * 0.4);
        }
        function test_roundSign_ofAColour_hasItsSignInIt() {
            sign.colour = Theme.caution;
            verify(Qt.colorEqual(sign.children[0].colour, Theme.caution));
        }
        function test_icon_ofEveryName_isALineOnItsField() {
            for (const each in IconLines.of) {
                verify(/^M[\d.]+ [\d.]+( [MLQAZ]|[ \d.])+/.test(IconLines.of[each]), each);
                for (const number of IconLines.of[each].match(/[\d.]+/g))
                    verify(Number(number) >= 0 && Number(number) <= 24, each + " " + number);
            }
        }
        function test_icon_nextToWords_isNothingToReadOut() {
            verify(icon.Accessible.ignored);
            compare(icon.implicitWidth, 48);
        }
        function test_card_tinted_hasNoEdgeUnlessTheContrastIsStrong() {
            verify(sheet.border.width > 0);
            sheet.tinted = true;
            compare(sheet.border.width, 0);
            verify(Qt.colorEqual(sheet.color, Theme.tint));
            Theme.contrast = Theme.StrongLight;
            verify(sheet.border.width > 0);
            sheet.tinted = false;
        }
    }
}
