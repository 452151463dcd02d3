import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1200
    height: 700

    Sentence { id: sentence; room: 600 }

    TestCase {
        name: "Words"
        when: windowShown

        // A no-break space, to be seen.
        function joined(text) {
            return Typography.together(text).replace(/\u00a0/g, "_");
        }
        /// "Cần cha mẹ đồng / ý" stood on the screen.
        function test_together_ofSyllables_keepsAWordInOneLine() {
            compare(joined("Cần cha mẹ đồng ý"), "Cần cha_mẹ đồng_ý");
            compare(joined("Nhà mạng của quý khách nhắn lại"), "Nhà_mạng của quý_khách nhắn_lại");
        }
        function test_together_ofACount_keepsWhatIsCounted() {
            compare(joined("Nhập 6 chữ số"), "Nhập 6_chữ_số");
        }
        function test_together_ofAShortLastWord_takesItsNeighbourAlong() {
            compare(joined("Is this really you?"), "Is this really_you?");
        }
        function test_together_ofPartsOfOtherWords_leavesThem() {
            compare(joined("thông báochung dài lắm luônnnnn"), "thông báochung dài lắm luônnnnn");
        }
        function test_heading_ofOneSentence_hasNoFullStop() {
            compare(Typography.heading("This card is genuine."), "This card is genuine");
            verify(Typography.heading("Done. Your number is confirmed.").endsWith("."));
        }
        function test_even_ofTwoLines_makesThemAboutTheSame() {
            sentence.heading = true;
            sentence.said = "Where several words of a heading stand";
            sentence.font.pixelSize = 48;
            const lines = sentence.lineCount;
            compare(lines, 2);
            verify(sentence.width < 600);
            verify(sentence.width >= 300);
            verify(sentence.contentWidth <= sentence.width);
        }
        function test_even_ofOneLine_leavesTheRoom() {
            sentence.heading = true;
            sentence.said = "Short";
            compare(sentence.width, 600);
        }
        function test_sentence_toAnAssistiveTechnology_hasItsPlainWords() {
            sentence.heading = false;
            sentence.said = "quý khách";
            compare(sentence.Accessible.name, "quý khách");
        }
    }
}
