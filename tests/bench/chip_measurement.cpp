#include "tests/bench/chip_measurement.h"

#include "nfc/chip_reader.h"
#include "nfc/reading/card_experience.h"
#include "tests/simulators/chip/channel/in_process_channel.h"
#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/profile/profile_reader.h"

#include <ctime>

#include <algorithm>
#include <stdexcept>

namespace chinhchu::bench {

namespace {

/// Processor time of this thread, in ms.
double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Takes the simulated card's own processor time out of the account.
class CountingChannel final : public nfc::ApduChannel
{
public:
    explicit CountingChannel(nfc::ApduChannel& card)
        : m_card(card)
    {
    }
    Result<Bytes> transmit(ByteView command) override
    {
        const double before = processorMs();
        auto answer = m_card.transmit(command);
        cardMs += processorMs() - before;
        return answer;
    }
    Result<void> reset() override { return m_card.reset(); }
    Result<void> reconnect(int milliseconds) override { return m_card.reconnect(milliseconds); }
    [[nodiscard]] const nfc::ChannelInfo& info() const override { return m_card.info(); }

    double cardMs = 0;

private:
    nfc::ApduChannel& m_card;
};

chip::CardImage cardOf(const std::string& folder, const ChipSetting& setting)
{
    auto profile = chip::readProfile(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/cccd-2021.toml");
    profile.photo.file.clear();
    profile.photo.maxBytes = 18 * 1024 - 100; // with its headers: DG2 of 18 KB
    profile.limits.maxRead = 2048;
    profile.limits.shortFileIds = setting.shortIdentifiers;
    return chip::personalise(profile, {folder, {}});
}

/// One read of a card that was just laid down.
ChipMeasurement readOnce(const chip::CardImage& image, const std::string& folder, const ChipSetting& setting,
                         nfc::ExperienceBook& book)
{
    chip::Card card(image);
    chip::FaultyCard faulty(card, {});
    chip::TimingModel model;
    model.kbitPerSecond = setting.kbitPerSecond;
    faulty.measure(model);
    chip::InProcessChannel inner(faulty);
    CountingChannel channel(inner);
    nfc::ReadRequest request;
    request.keys = {nfc::CanKey{SecretText(image.can)}};
    request.trust = nfc::TrustStore::load(folder + "/csca").value();
    request.experience = &book;

    const double before = processorMs();
    const auto identity = nfc::readChip(channel, request);
    const double used = processorMs() - before - channel.cardMs;

    if (!identity)
        throw std::runtime_error(std::string(codeName(identity.error().code)) + " " + identity.error().detail);
    const auto& timing = *faulty.timing();
    return {setting,
            timing.commands(),
            timing.fileBytes(),
            timing.totalMs(),
            timing.idealMs(),
            used,
            nfc::exitStatus(identity->authenticity) == 0};
}

} // namespace

std::vector<ChipSetting> chipSettings()
{
    std::vector<ChipSetting> settings;
    for (const auto& [shortIdentifiers, knownKind] : {std::pair(true, false), {true, true}, {false, false}}) {
        for (const int rate : {106, 424, 848})
            settings.push_back({rate, shortIdentifiers, knownKind});
    }
    return settings;
}

ChipBench::ChipBench(const std::string& folder)
    : m_folder(folder)
{
}

ChipMeasurement ChipBench::measure(const ChipSetting& setting, int reads) const
{
    const auto image = cardOf(m_folder, setting);
    nfc::ExperienceBook known;
    if (setting.knownKind)
        readOnce(image, m_folder, setting, known);
    std::vector<ChipMeasurement> all;
    for (int i = 0; i < reads; ++i) {
        nfc::ExperienceBook fresh;
        all.push_back(readOnce(image, m_folder, setting, setting.knownKind ? known : fresh));
    }
    std::ranges::sort(all, {}, &ChipMeasurement::cpuMs);
    return all[all.size() / 2];
}

} // namespace chinhchu::bench
