#pragma once

#include "nfc/chip_reader.h"
#include "tests/simulators/chip/channel/in_process_channel.h"
#include "tests/simulators/chip/personalisation/personalise.h"
#include "tests/simulators/chip/profile/profile_reader.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace chinhchu::test {

/// A simulated citizen card behind a channel, made from a shipped profile with changes. The issuer's keys are made once
/// for a test program.
class SimulatedChip
{
public:
    using Change = std::function<void(chip::Profile&)>;

    explicit SimulatedChip(const Change& change = {}, const char* profile = "cccd-2021")
        : m_card(chip::personalise(changed(profile, change), workshop()))
        , m_faulty(m_card, {})
        , m_channel(m_faulty)
    {
    }

    /// Another copy of the same chip: same files, same keys.
    explicit SimulatedChip(const chip::CardImage& image)
        : m_card(image)
        , m_faulty(m_card, {})
        , m_channel(m_faulty)
    {
    }

    chip::InProcessChannel& channel() { return m_channel; }
    chip::FaultyCard& faults() { return m_faulty; }
    chip::Card& card() { return m_card; }

    [[nodiscard]] nfc::CanKey can() const { return {SecretText(m_card.image().can)}; }
    [[nodiscard]] nfc::MrzKey mrz() const
    {
        // Number with check digit, birth with check digit, expiry with check digit.
        const std::string& text = m_card.image().mrzInformation;
        const std::size_t number = text.size() - 15;
        return {SecretText(std::string_view(text).substr(0, number)),
                SecretText(std::string_view(text).substr(number + 1, 6)),
                SecretText(std::string_view(text).substr(number + 8, 6))};
    }

    /// A request with the CAN and the issuer that the simulator made.
    [[nodiscard]] nfc::ReadRequest request() const
    {
        nfc::ReadRequest request;
        request.keys = {can()};
        auto trust = nfc::TrustStore::load(workshop().pki + "/csca");
        if (trust)
            request.trust = std::move(*trust);
        return request;
    }

private:
    static const chip::Workshop& workshop()
    {
        static const QTemporaryDir folder;
        static const chip::Workshop place{folder.path().toStdString(), {}};
        return place;
    }
    static chip::Profile changed(const char* name, const Change& change)
    {
        chip::Profile profile =
            chip::readProfile(std::string(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/") + name + ".toml");
        if (change)
            change(profile);
        return profile;
    }

    chip::Card m_card;
    chip::FaultyCard m_faulty;
    chip::InProcessChannel m_channel;
};

} // namespace chinhchu::test
