#include "tests/simulators/demo/simulated_card.h"

#include "tests/simulators/chip/channel/in_process_channel.h"
#include "tests/simulators/chip/personalisation/personalise.h"

#include <algorithm>

namespace chinhchu::demo {

namespace {

/// The channel with everything it refers to.
class OwningChannel : public nfc::ApduChannel
{
public:
    explicit OwningChannel(chip::CardImage image)
        : m_card(std::move(image))
    {
    }

    Result<Bytes> transmit(ByteView command) override { return m_channel.transmit(command); }
    Result<void> reset() override { return m_channel.reset(); }
    Result<void> reconnect(int milliseconds) override { return m_channel.reconnect(milliseconds); }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_channel.info(); }

private:
    chip::Card m_card;
    chip::FaultyCard m_faultless{m_card, {}};
    chip::InProcessChannel m_channel{m_faultless};
};

} // namespace

Result<std::unique_ptr<nfc::ApduChannel>> openSimulatedCard(const std::string& profile, const std::string& pki)
{
    chip::Workshop workshop;
    workshop.pki = pki;
    auto image = chip::personalise(profile, workshop);
    if (!image)
        return fail(FailureCode::FileUnreadable, image.error());
    return std::make_unique<OwningChannel>(std::move(*image));
}

std::string takeOption(std::vector<char*>& arguments, const std::string& name)
{
    const auto found = std::ranges::find_if(arguments, [&](const char* each) { return name == each; });
    if (found == arguments.end() || found + 1 == arguments.end())
        return {};
    std::string value = *(found + 1);
    arguments.erase(found, found + 2);
    return value;
}

} // namespace chinhchu::demo
