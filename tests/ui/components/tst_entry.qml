import QtQuick
import QtTest
import ChinhChu

Item {
    width: 900
    height: 700

    NumberPad { id: pad; keyWidth: 100; keyHeight: 70 }
    DigitField { id: field; y: 400; width: 500; placeholder: "0••• ••• •••" }
    EraseSign { id: sign; y: 600 }
    SignalSpy { id: digits; target: pad; signalName: "digit" }
    SignalSpy { id: erasures; target: pad; signalName: "erase" }

    TestCase {
        name: "Entry"
        when: windowShown

        function texts(item) {
            let all = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (child instanceof Text && child.visible)
                    all.push(child.text);
                all = all.concat(texts(child));
            }
            return all;
        }
        function test_numberPad_everyKey_givesItsDigit() {
            for (const digit of "0123456789") {
                digits.clear();
                mouseClick(findChild(pad, "key-" + digit));
                compare(digits.count, 1);
                compare(digits.signalArguments[0][0], digit);
            }
        }
        function test_numberPad_eraser_erasesAndGivesNoDigit() {
            digits.clear();
            erasures.clear();
            mouseClick(findChild(pad, "key-erase"));
            compare(erasures.count, 1);
            compare(digits.count, 0);
            verify(findChild(pad, "key-erase").Accessible.name.length > 3);
        }
        function test_eraseSign_onItsKeyOnly_saysWhatItDoes() {
            compare(texts(sign).length, 1);
            verify(texts(sign)[0] !== "");
            compare(texts(findChild(pad, "key-erase")).filter(text => text !== "" && text !== "erase"), texts(sign));
            compare(texts(findChild(pad, "key-1")), ["1"]);
        }
        function test_numberPad_layout_isThatOfATelephone() {
            verify(findChild(pad, "key-1").mapToItem(pad, 0, 0).y < findChild(pad, "key-7").mapToItem(pad, 0, 0).y);
            compare(findChild(pad, "key-2").mapToItem(pad, 0, 0).x, findChild(pad, "key-0").mapToItem(pad, 0, 0).x);
        }
        function test_digitField_empty_showsThePlaceholder() {
            field.text = "";
            verify(texts(field).includes("0••• ••• •••"));
        }
        function test_digitField_filled_showsTextAdviceAndSide() {
            field.text = "0900 000 017";
            field.side = "MobiFone";
            field.advice = "The number is complete.";
            const shown = texts(field);
            for (const each of ["0900 000 017", "MobiFone", "The number is complete."])
                verify(shown.includes(each), each);
            verify(!shown.includes("0••• ••• •••"));
        }
        function test_digitField_wrong_showsItByMoreThanColour() {
            field.text = "1";
            field.wrong = false;
            field.complete = false;
            const without = visibleIcons(field);
            field.wrong = true;
            compare(visibleIcons(field), without + 1);
        }
        function visibleIcons(item) {
            let count = 0;
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                count += (child instanceof Icon && child.visible ? 1 : 0) + visibleIcons(child);
            }
            return count;
        }
    }
}
