import QtQuick
import QtTest
import ChinhChu

Item {
    id: room
    width: 1366
    height: 768

    Component { id: problem; ProblemPage {} }
    Component { id: staff; StaffPage {} }

    PageCase {
        name: "ProblemAndStaff"
        room: room

        function test_problem_always_showsAndSaysWhatHappenedWhatToDoAndWhoCanHelp() {
            open(problem, "CARD_REMOVED");
            for (const each of [kiosk.problem.todo, kiosk.problem.help, "CARD_REMOVED"])
                shows(each);
            compare(page.title, kiosk.problem.happened);
            for (const each of [kiosk.problem.happened, kiosk.problem.todo, kiosk.problem.help])
                verify(page.spoken.includes(each), each);
            verify(!page.spoken.includes("CARD_REMOVED"));
            compare(page.speechKey, "Problem.CARD_REMOVED");
        }
        function test_problem_withAWayBack_offersASecondTryByKeyboard() {
            open(problem, "CARD_REMOVED");
            press("primary");
            compare(kiosk.page, "PlaceCard");
        }
        /// The pictures of the manual had a second try where a session has none.
        function test_problem_withoutAWayBack_canOnlyEnd_data() {
            return [{ tag: "CARD_WITHOUT_CHIP" }, { tag: "SOD_SIGNATURE_INVALID" }];
        }
        function test_problem_withoutAWayBack_canOnlyEnd(row) {
            open(problem, row.tag);
            verify(!kiosk.canRetry);
            verify(!seen("primary") && !seen("back"));
            press("end");
            compare(kiosk.page, "Greeting");
        }
        /// The citizen had done everything, and could only end.
        function test_problem_ofTooManyNumbers_leadsBackToTheAnswers() {
            open(problem, "NUMBER_LIMIT_REACHED");
            compare(seen("primary").text, "Change my answers");
            verify(page.spoken.includes("Leave one number out"));
            press("primary");
            compare(kiosk.page, "ChooseNumbers");
        }
        function test_problem_ofEachKind_hasItsOwnPicture_data() {
            return [{ tag: "CARD_REMOVED", picture: "card" }, { tag: "CAMERA_UNAVAILABLE", picture: "camera" },
                    { tag: "FACE_MISMATCH", picture: "face" }, { tag: "READER_NOT_FOUND", picture: "reader" }];
        }
        function test_problem_ofEachKind_hasItsOwnPicture(row) {
            open(problem, row.tag);
            const signs = all(item => item instanceof RoundSign).map(sign => sign.name);
            verify(signs.includes(row.picture), signs);
        }

        function openStaff() {
            const someone = scripted.newKiosk();
            scripted.openOffice();
            tryVerify(() => someone.staff.available && !someone.staff.busy);
            someone.staff.enter();
            place(staff, someone);
        }
        function signIn(pin) {
            type("2041");
            keyClick(Qt.Key_Return);
            type(pin);
            keyClick(Qt.Key_Return);
            tryVerify(() => !kiosk.staff.busy);
        }
        function test_staff_beforeTheNumber_keepTheWayOnShut() {
            openStaff();
            rests("primary");
            touch("key-2");
            verify(seen("primary").enabled);
            press("primary");
            verify(kiosk.staff.askingPin);
            compare(page.speechKey, "Staff.pin");
            verify(page.spoken.includes("PIN"));
        }
        function test_staff_thePin_isDotsOnly() {
            openStaff();
            type("2041");
            press("primary");
            for (const digit of "7364")
                touch("key-" + digit);
            compare(seen("field").text, "••••");
            rests("primary");
        }
        function test_staff_withAWrongPin_areToldAndHearIt() {
            openStaff();
            signIn("111111");
            verify(seen("field").wrong);
            verify(page.hint !== "");
            shows(page.hint);
            compare(page.hintKey, "Staff.wrong");
            compare(seen("field").text, "");
        }
        function test_staff_signedIn_seeTheirListsAndTheNameIsNotReadAloud() {
            openStaff();
            signIn("736412");
            compare(page.title, "Today");
            shows("Example");
            compare(page.spoken, "Today.");
            verify(!seen("field") && !seen("key-1"));
            press("list-Settings");
            tryVerify(() => !kiosk.staff.busy && kiosk.staff.lines.length === 3);
            compare(page.title, "Settings");
            compare(page.speechKey, "StaffSettings");
            shows("kiosk-0001");
        }
        function test_staff_leaving_serveOrSignOut_data() {
            return [{ tag: "primary", serving: "2041" }, { tag: "end", serving: "" }];
        }
        function test_staff_leaving_serveOrSignOut(row) {
            openStaff();
            signIn("736412");
            press(row.tag);
            compare(kiosk.page, "Greeting");
            compare(kiosk.staff.serving, row.serving);
        }
    }
}
