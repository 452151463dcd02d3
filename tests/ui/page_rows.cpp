#include "tests/ui/page_rows.h"

#include "app/session/failure_text.h"
#include "app/settings/language.h"
#include "ui/view_models/comfort.h"

#include <QMetaEnum>
#include <QtTest>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace chinhchu::scripted {

using State = app::Session::State;

namespace {

/// The codes with the longest title, the longest advice and the longest whole in the language that is installed.
std::set<FailureCode> longestTexts(const std::vector<FailureCode>& codes)
{
    constexpr std::size_t ofEach = 2;
    const std::array<std::function<qsizetype(const app::FailureText&)>, 4> measures = {
        [](const app::FailureText& text) { return text.happened.size(); },
        [](const app::FailureText& text) { return text.todo.size(); },
        [](const app::FailureText& text) { return text.help.size(); },
        [](const app::FailureText& text) { return text.happened.size() + text.todo.size() + text.help.size(); }};
    std::set<FailureCode> longest;
    for (const auto& measure : measures) {
        std::vector<FailureCode> sorted = codes;
        std::ranges::sort(sorted, std::greater{},
                          [&measure](FailureCode code) { return measure(app::failureText(code)); });
        longest.insert(sorted.begin(), sorted.begin() + ofEach);
    }
    return longest;
}

} // namespace

namespace {

struct Format
{
    QSize size;
    QString language;
};

/// 1920x1080 is 1366x768 with larger units: without every page, one language tells whether it is.
std::vector<Format> formats()
{
    std::vector<Format> all;
    for (const QSize& size : sizes())
        for (const QString& language : app::languages())
            if (everyPage() || size != sizes().first() || language == u"vi")
                all.push_back({size, language});
    return all;
}

/// Contrast changes colours and the width of a line: each page in the light one and in one of the others tells.
bool showsInContrast(int contrast, int state, const Format& format)
{
    constexpr int others = int(ui::Comfort::contrasts) - 1;
    return everyPage() || contrast == 0 ||
           (format.size == sizes().first() && format.language == u"vi" && state % others == contrast - 1);
}

} // namespace

const QList<QSize>& sizes()
{
    static const QList<QSize> all = {{1920, 1080}, {1366, 768}, {1080, 1920}};
    return all;
}

bool everyPage()
{
    return qEnvironmentVariableIntValue("CHINHCHU_EVERY_PAGE") > 0;
}

QString sizeName(const QSize& size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

void addFormats()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
}

void addPages()
{
    addFormats();
    QTest::addColumn<bool>("generous");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const auto& [size, language] : formats())
        for (int i = 0; i < static_cast<int>(State::Problem); ++i)
            for (const bool generous : {false, true})
                if (everyPage() || generous || (size == sizes().at(1) && language == u"vi"))
                    QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), states.key(i),
                                  generous ? " with long data" : "")
                        << size << language << generous << static_cast<State>(i);
}

void addPagesInLargeText()
{
    addFormats();
    QTest::addColumn<int>("contrast");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const auto& [size, language] : formats())
        for (int contrast = 0; contrast < int(ui::Comfort::contrasts); ++contrast)
            for (int i = 0; i < static_cast<int>(State::Problem); ++i)
                if (showsInContrast(contrast, i, {size, language}))
                    QTest::addRow("%s %s %d %s", qPrintable(sizeName(size)), qPrintable(language), contrast,
                                  states.key(i))
                        << size << language << contrast << static_cast<State>(i);
}

void addSheets()
{
    addFormats();
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("idle");
    for (const auto& [size, language] : formats())
        for (const bool large : {false, true})
            for (const bool idle : {false, true})
                QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), idle ? "idle" : "comfort",
                              large ? " large" : "")
                    << size << language << large << idle;
}

void addHints()
{
    addFormats();
    QTest::addColumn<QString>("hint");
    QTest::addColumn<bool>("large");
    for (const auto& [size, language] : formats())
        for (const char* hint : {"TURN_RIGHT"})
            for (const bool large : {false, true})
                QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), hint,
                              large ? " large" : "")
                    << size << language << QString::fromLatin1(hint) << large;
}

void addProblems()
{
    addFormats();
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("large");
    const std::vector<FailureCode> codes = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    for (const auto& [size, language] : formats()) {
        app::installTranslation(language);
        const std::set<FailureCode> longest = longestTexts(codes);
        const bool leastRoom = size == sizes().at(1);
        for (const FailureCode code : codes)
            for (const bool large : {false, true})
                // Each code once at least: in the official language, at the size with the least room.
                if (everyPage() || (longest.count(code) > 0 && (large || leastRoom)) ||
                    (leastRoom && language == u"vi" && large))
                    QTest::addRow("%s %s %s%s", qPrintable(sizeName(size)), qPrintable(language), codeName(code).data(),
                                  large ? " large" : "")
                        << size << language << code << large;
    }
}

void addPasswords()
{
    using Password = app::SessionFacts::Password;
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<Password::Stage>("stage");
    QTest::addColumn<Password::Trouble>("trouble");
    for (const Format& format : formats()) {
        const auto row = [&format](const char* name, Password::Stage stage, Password::Trouble trouble) {
            QTest::addRow("%s %s %s", qPrintable(sizeName(format.size)), qPrintable(format.language), name)
                << format.size << format.language << stage << trouble;
        };
        row("sending", Password::Stage::Sending, Password::Trouble::None);
        row("checking", Password::Stage::Checking, Password::Trouble::None);
        row("wrong", Password::Stage::Awaited, Password::Trouble::Wrong);
        row("too old", Password::Stage::Awaited, Password::Trouble::TooOld);
        row("not sent", Password::Stage::Awaited, Password::Trouble::NotSent);
    }
}

void addStates()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (const QString& language : app::languages())
        for (int i = 0; i <= static_cast<int>(State::Problem); ++i)
            QTest::addRow("%s %s", qPrintable(language), states.key(i)) << language << static_cast<State>(i);
}

} // namespace chinhchu::scripted
