import QtQuick
import QtTest

/// Whoever adds a component or a page tests it as well.
TestCase {
    name: "Completeness"

    function test_file_ofAComponentOrPage_hasAQuickTest_data() {
        let rows = [];
        for (const folder of ["components", "drawings", "pages"])
            for (const file of scripted.files(folder))
                rows.push({ tag: folder + "/" + file + ".qml", type: file });
        verify(rows.length > 40, rows.length);
        return rows;
    }
    function test_file_ofAComponentOrPage_hasAQuickTest(row) {
        verify(scripted.isTested(row.type), "no file tests/ui/*/tst_*.qml makes a " + row.type);
    }
    function test_type_thatNobodyMakes_isMissed() {
        verify(!scripted.isTested("ThingOfNobody"));
    }
}
