#include "ui/view_models/operator_prefixes.h"

#include <array>
#include <string_view>

namespace chinhchu::ui {

namespace {

struct Operator
{
    std::string_view prefixes; ///< three digits each, separated by blanks
    const char* name;
};

// The numbering plan after the change to ten digits in 2018 (Circular 22/2014/TT-BTTTT and its changes).
constexpr std::array operators = {
    Operator{"086 096 097 098 032 033 034 035 036 037 038 039", "Viettel"},
    Operator{"088 091 094 081 082 083 084 085", "VinaPhone"},
    Operator{"089 090 093 070 076 077 078 079", "MobiFone"},
    Operator{"092 052 056 058", "Vietnamobile"},
    Operator{"099 059", "Gmobile"},
    Operator{"055", "Wintel"},
    Operator{"087", "iTel"},
};

} // namespace

QString operatorOf(const QString& nationalDigits)
{
    if (nationalDigits.size() < 3)
        return {};
    const std::string prefix = nationalDigits.left(3).toStdString();
    for (const Operator& candidate : operators)
        if (candidate.prefixes.find(prefix) != std::string_view::npos)
            return QString::fromLatin1(candidate.name);
    return {};
}

bool cannotBeMobile(const QString& nationalDigits)
{
    static const QString firstAfterZero = QStringLiteral("35789");
    return (nationalDigits.size() >= 1 && nationalDigits[0] != u'0') ||
           (nationalDigits.size() >= 2 && !firstAfterZero.contains(nationalDigits[1]));
}

} // namespace chinhchu::ui
