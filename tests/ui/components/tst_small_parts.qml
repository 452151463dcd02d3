import QtQuick
import QtTest
import ChinhChu

Item {
    width: 1200
    height: 700

    Advice { id: advice; width: 500; sign: "forward"; label: "What to do"; text: "Lay the card on the reader" }
    Notice { id: notice; y: 150; width: 500 }
    DataRow { id: row; y: 250; width: 300; label: "Full name"; value: "Example" }
    CheckList { id: checks; y: 350; width: 400 }
    Item {
        id: room
        x: 600
        width: 300
        SideSign { id: sign; name: "pen" }
    }

    TestCase {
        name: "SmallParts"
        when: windowShown

        function texts(item) {
            let all = item.lineCount !== undefined && item.visible ? [item.text.replace(/\u00a0/g, " ")] : [];
            for (let i = 0; i < item.children.length; ++i)
                all = all.concat(texts(item.children[i]));
            return all;
        }
        function test_advice_always_showsItsLabelAndItsSentence() {
            compare(texts(advice), ["What to do", "Lay the card on the reader"]);
        }
        function test_notice_withoutWords_isNotThere() {
            notice.text = "";
            verify(!notice.visible);
            notice.text = "The carrier cannot be asked now.";
            verify(notice.visible);
            compare(texts(notice), ["The carrier cannot be asked now."]);
        }
        function test_notice_ofAWarning_differsFromAPlainOne() {
            notice.text = "Something";
            notice.kind = Notice.Plain;
            compare(notice.icon, "check");
            notice.kind = Notice.Bad;
            compare(notice.icon, "warning");
            compare(notice.ink, Theme.bad);
        }
        function test_dataRow_ofALongValue_breaksItInsteadOfCuttingIt() {
            const before = row.height;
            row.value = "An example with a name that is much longer than the row is wide";
            tryVerify(() => row.height > before);
            compare(texts(row)[1], row.value);
        }
        function test_checkList_ofEachOutcome_hasAColourOfItsOwn() {
            checks.checks = [{ text: "Issued by the police", outcome: "passed" }, { text: "Not confirmed", outcome: "warning" }, { text: "A copy", outcome: "failed" }];
            compare(texts(checks), ["Issued by the police", "Not confirmed", "A copy"]);
            let colours = [];
            for (let i = 0; i < checks.children.length; ++i)
                if (checks.children[i].ink !== undefined)
                    colours.push(String(checks.children[i].ink));
            compare(colours.length, 3);
            compare(new Set(colours).size, 3);
        }
        /// A pen of five millimetres stood above "End".
        function test_sideSign_withoutRoom_isLeftOut() {
            room.height = Theme.mm(60);
            verify(sign.visible);
            verify(sign.height < room.height);
            room.height = Theme.mm(20);
            verify(!sign.visible);
        }
    }
}
