#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace chinhchu {

/// Everything that can go wrong because of the world outside the program. The one table is failure_codes.def.
enum class FailureCode {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
};

/// An outside error as a value.
struct Failure
{
    FailureCode code;
    /// For the log and the engineer: which file, which status word. English; never a secret and never personal data.
    std::string detail;
};

/// A value, or the reason why there is none.
template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> fail(FailureCode code, std::string detail = {})
{
    return tl::unexpected<Failure>(Failure{code, std::move(detail)});
}

/// The stable name used in JSON, logs and manuals, for example "CARD_REMOVED".
constexpr std::string_view codeName(FailureCode code)
{
    constexpr std::string_view names[] = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) name,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    return names[static_cast<std::size_t>(code)];
}

/// The exit status of the command line: 2 usage or set-up, 3 reader or card, 4 wrong key, 5 authenticity, 6 issuer not
/// confirmed, 7 face, 8 queued, 9 refused by the carrier.
constexpr int exitStatus(FailureCode code)
{
    constexpr int statuses[] = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) exitStatus,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    return statuses[static_cast<std::size_t>(code)];
}

} // namespace chinhchu
