#include "tests/app/reports/workbook_reader.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace chinhchu::testing {

namespace {

class Package
{
public:
    explicit Package(const QByteArray& xlsx)
    {
        QFile file(m_folder.filePath("book.xlsx"));
        if (!file.open(QIODevice::WriteOnly) || file.write(xlsx) != xlsx.size())
            qFatal("no room for a workbook");
    }

    [[nodiscard]] QByteArray part(const QString& name) const
    {
        QProcess unzip;
        unzip.start("unzip", {"-p", m_folder.filePath("book.xlsx"), name});
        if (!unzip.waitForFinished() || unzip.exitCode() != 0)
            qFatal("unzip %s: %s", qPrintable(name), unzip.readAllStandardError().constData());
        return unzip.readAllStandardOutput();
    }

private:
    QTemporaryDir m_folder;
};

void checkEnd(const QXmlStreamReader& xml)
{
    if (xml.hasError())
        qFatal("%s", qPrintable(xml.errorString()));
}

QStringList sharedStrings(const QByteArray& part)
{
    QStringList strings;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"si")
            strings += QString();
        else if (xml.name() == u"t")
            strings.last() += xml.readElementText();
    }
    checkEnd(xml);
    return strings;
}

/// For each style of a cell its number format; empty for those built in.
QStringList numberForms(const QByteArray& part)
{
    QMap<QString, QString> named;
    QStringList styles;
    bool ofCells = false;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (xml.name() == u"cellXfs")
            ofCells = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == u"numFmt")
            named.insert(attributes.value("numFmtId").toString(), attributes.value("formatCode").toString());
        else if (ofCells && xml.name() == u"xf")
            styles += named.value(attributes.value("numFmtId").toString());
    }
    checkEnd(xml);
    return styles;
}

Sheet readSheet(const QByteArray& part, const QStringList& strings, const QStringList& forms)
{
    Sheet sheet;
    QString place;
    bool shared = false;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"c") {
            place = xml.attributes().value("r").toString();
            shared = xml.attributes().value("t") == u"s";
            sheet[place].isNumber = xml.attributes().value("t").isEmpty();
            sheet[place].numberForm = forms.value(xml.attributes().value("s").toInt());
        } else if (xml.name() == u"v") {
            const QString value = xml.readElementText();
            sheet[place].text = shared ? strings.value(value.toInt()) : value;
        } else if (xml.name() == u"f") {
            sheet[place].formula = xml.readElementText();
        }
    }
    checkEnd(xml);
    return sheet;
}

} // namespace

QMap<QString, Sheet> readWorkbook(const QByteArray& xlsx)
{
    const Package package(xlsx);
    const QStringList strings = sharedStrings(package.part("xl/sharedStrings.xml"));
    const QStringList forms = numberForms(package.part("xl/styles.xml"));
    QMap<QString, Sheet> sheets;
    QXmlStreamReader xml(package.part("xl/workbook.xml"));
    int number = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"sheet") {
            const QString part = QStringLiteral("xl/worksheets/sheet%1.xml").arg(++number);
            sheets.insert(xml.attributes().value("name").toString(), readSheet(package.part(part), strings, forms));
        }
    }
    checkEnd(xml);
    return sheets;
}

Cell besideText(const Sheet& sheet, const QString& text)
{
    for (auto each = sheet.begin(); each != sheet.end(); ++each)
        if (each.key().startsWith(u'A') && each->text == text)
            return sheet.value(u'B' + each.key().mid(1));
    qFatal("no cell \"%s\"", qPrintable(text));
}

} // namespace chinhchu::testing
