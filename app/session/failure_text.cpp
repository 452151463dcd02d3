#include "app/session/failure_text.h"

#include <QCoreApplication>

namespace chinhchu::app {

namespace {

struct Sentences
{
    const char* happened;
    const char* todo;
    const char* help;
};

constexpr Sentences sentences[] = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) {happened, todo, help},
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
};

QString translated(const char* sentence)
{
    return QCoreApplication::translate("Failure", sentence);
}

} // namespace

FailureText failureText(FailureCode code)
{
    const Sentences& found = sentences[static_cast<std::size_t>(code)];
    return {translated(found.happened), translated(found.todo), translated(found.help)};
}

} // namespace chinhchu::app
