import QtQuick
import QtTest
import ChinhChu

Item {
    id: root
    width: 1366
    height: 768
    Component {
        id: comfortSheet
        ComfortSheet { width: 700 }
    }
    Component {
        id: idleSheet
        IdleSheet { width: 700 }
    }
    Component {
        id: languageSwitch
        LanguageSwitch {}
    }
    SignalSpy { id: spy }

    TestCase {
        id: test
        name: "Sheets"
        when: windowShown

        function open(component: Component): Item {
            return createTemporaryObject(component, root, { kiosk: scripted.newKiosk() });
        }
        function test_comfortSheet_touched_setsTextColoursAndVolume() {
            const sheet = open(comfortSheet);
            mouseClick(findChild(sheet, "text-size-1"));
            mouseClick(findChild(sheet, "contrast-3"));
            mouseClick(findChild(sheet, "sound-0"));
            verify(sheet.kiosk.comfort.largeText);
            compare(sheet.kiosk.comfort.contrast, 3);
            compare(sheet.kiosk.comfort.volume, 0);
            verify(findChild(sheet, "contrast-3").Accessible.checked);
        }
        function test_comfortSheet_repeatAndClose_saySo() {
            const sheet = open(comfortSheet);
            spy.target = sheet;
            spy.signalName = "repeat";
            mouseClick(findChild(sheet, "repeat"));
            compare(spy.count, 1);
            spy.clear();
            spy.signalName = "closed";
            mouseClick(findChild(sheet, "close"));
            compare(spy.count, 1);
        }
        function test_comfortSheet_withoutAVoice_saysThatThereIsNone() {
            const sheet = open(comfortSheet);
            verify(findChild(sheet, "sound-1").name.includes("none"));
        }
        function test_idleSheet_asking_countsAndCanBeAnswered() {
            const sheet = open(idleSheet);
            scripted.askWhetherThere(20);
            compare(sheet.kiosk.idle.seconds, 20);
            verify(sheet.kiosk.idle.asking);
            mouseClick(findChild(sheet, "still-here"));
            verify(!sheet.kiosk.idle.asking);
        }
        function test_languageSwitch_touched_changesTheLanguage() {
            const control = open(languageSwitch);
            compare(control.kiosk.language, "en");
            mouseClick(findChild(control, "language-vi"));
            compare(control.kiosk.language, "vi");
            verify(findChild(control, "language-vi").Accessible.checked);
            mouseClick(findChild(control, "language-en"));
            compare(control.kiosk.language, "en");
        }
    }
}
