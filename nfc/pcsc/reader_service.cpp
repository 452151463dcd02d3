#include "nfc/pcsc/reader_service.h"

#include "nfc/pcsc/pcsc_channel.h"
#include "nfc/pcsc/pcsc_connection.h"
#include "nfc/pcsc/reader_names.h"

#include <algorithm>
#include <thread>

namespace chinhchu::nfc {

namespace {

constexpr std::chrono::milliseconds servicePatience{5'000};
constexpr std::chrono::milliseconds slice{200}; ///< how often a waiting caller may change its mind
constexpr std::chrono::milliseconds settling{500};

using Readers = std::vector<ReaderInfo>;

Result<Readers> listNow(PcscContext& context)
{
    return context.establish()
        .and_then([&] { return context.readerNames(); })
        .and_then([&](const std::vector<std::string>& names) -> Result<Readers> {
            if (names.empty())
                return fail(FailureCode::ReaderNotFound, "pcscd knows no reader");
            return context.states(names);
        });
}

/// The readers that may be meant by @p wanted, the likeliest first.
Readers candidates(const Readers& readers, const std::string& wanted)
{
    std::vector<std::string> names;
    for (const auto& reader : readers) {
        if (wanted.empty() || reader.name == wanted)
            names.push_back(reader.name);
    }
    // A person types part of the name.
    if (names.empty()) {
        for (const auto& reader : readers) {
            if (reader.name.find(wanted) != std::string::npos)
                names.push_back(reader.name);
        }
    }
    Readers chosen;
    for (const auto& name : inOrderOfPreference(std::move(names)))
        chosen.push_back(*std::ranges::find(readers, name, &ReaderInfo::name));
    return chosen;
}

Result<std::unique_ptr<ApduChannel>> openAnyOf(const Readers& readers)
{
    const auto withCard = std::ranges::find_if(readers, &ReaderInfo::cardPresent);
    if (withCard == readers.end())
        return fail(FailureCode::CardNotPresent, "no card on " + readers.front().name);
    if (withCard->inUse)
        return fail(FailureCode::CardInUse, withCard->name);
    return PcscChannel::open(withCard->name);
}

/// A card that is just being laid down gives these for some tenths of a second.
bool maySettle(FailureCode code)
{
    return code == FailureCode::CardNotPresent || code == FailureCode::CardRemoved ||
           code == FailureCode::CardNotAnswering || code == FailureCode::CardInUse;
}

/// Does a card lie on one of these readers, although pcscd calls them empty? Connecting waits for the end of other
/// programs' transactions, so this has a thread of its own, which may be given up.
bool isAnyForgotten(const Readers& readers)
{
    CallThread thread;
    const auto found = runFor<bool>(thread, servicePatience, [readers] {
        PcscContext context;
        return context.establish() &&
               std::ranges::any_of(readers, [&](const auto& reader) { return context.lookAgain(reader.name); });
    });
    return found && *found;
}

} // namespace

Result<std::vector<ReaderInfo>> ReaderService::list(std::chrono::milliseconds patience)
{
    CallThread thread;
    const auto listed = runFor<Result<Readers>>(thread, patience, [] {
        PcscContext context;
        return listNow(context);
    });
    return listed ? *listed : fail(FailureCode::ReaderServiceUnavailable, "pcscd does not answer");
}

Result<std::unique_ptr<ApduChannel>> ReaderService::openCard(const std::string& readerName,
                                                             std::chrono::milliseconds patience, std::stop_token stop)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    auto nextDoubt = std::chrono::steady_clock::now() + absenceToDoubt;
    CallThread waiter;
    const auto context = std::make_shared<PcscContext>();
    while (!stop.stop_requested()) {
        const auto listed = runFor<Result<Readers>>(waiter, servicePatience, [context] { return listNow(*context); });
        if (!listed)
            return fail(FailureCode::ReaderServiceUnavailable, "pcscd does not answer");
        if (!*listed)
            return tl::make_unexpected(listed->error());
        const Readers readers = candidates(**listed, readerName);
        if (readers.empty())
            return fail(FailureCode::ReaderNotFound, "no reader is called " + readerName);
        auto channel = openAnyOf(readers);
        const auto now = std::chrono::steady_clock::now();
        if (channel || !maySettle(channel.error().code) || now >= deadline)
            return channel;
        const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - now);
        const bool waitingForCard = channel.error().code == FailureCode::CardNotPresent;
        if (waitingForCard && now >= nextDoubt) {
            nextDoubt = now + absenceToDoubt;
            if (isAnyForgotten(readers))
                std::this_thread::sleep_for(nextLook);
            continue;
        }
        waiter.run(
            [context, readers, pause = std::min(rest, waitingForCard ? slice : settling)] {
                context->waitForChange(readers, pause);
            },
            servicePatience);
    }
    return fail(FailureCode::Cancelled);
}

} // namespace chinhchu::nfc
