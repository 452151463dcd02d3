#pragma once

#include "tests/simulators/chip/card/bac.h"
#include "tests/simulators/chip/card/file_system.h"
#include "tests/simulators/chip/card/pace.h"

namespace chinhchu::chip {

/// What a command made the chip do: the expensive things, for which a timing model charges, and what it was good for.
struct Work
{
    int agreements = 0;          ///< multiplications in a group
    int signatures = 0;          ///< Active Authentication
    std::size_t cipherBytes = 0; ///< through secure messaging
    std::size_t cipherBlock = 0; ///< of the session in which the command came; 0: in plain

    enum class Step
    {
        Other, ///< also everything that was refused
        Select,
        Read,
        Access, ///< BAC or PACE
        ChipAuthentication,
        ActiveAuthentication
    } step = Step::Other;
    bool begins = false;    ///< the first command of a protocol
    bool completes = false; ///< the last one, and it succeeded; Select: the application

    std::uint32_t file = 0; ///< Read: its identifier, above it a bit that is set in the application
    std::size_t offset = 0, bytes = 0;
};

/// One chip: bytes in, bytes out. Knows nothing of readers, time or faults.
class Card
{
public:
    /// @p random is replaced where a worked example is replayed.
    explicit Card(CardImage image, Randomness random = systemRandom);
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

    /// Power on, or reset: all protocol state is gone.
    void reset();
    [[nodiscard]] const Bytes& atr() const { return m_atr; }
    /// Answers a command APDU with a response APDU of at least two bytes.
    Bytes process(ByteView apdu);

    [[nodiscard]] const Work& work() const { return m_work; } ///< of the last command
    [[nodiscard]] const CardImage& image() const { return m_image; }

private:
    Response execute(const Command& command);
    Response getChallenge(const Command& command);
    Response externalAuthenticate(const Command& command);
    Response internalAuthenticate(const Command& command);
    Response manageSecurityEnvironment(const Command& command);
    Response setPace(const Command& command);
    Response setChipAuthentication(const Command& command);
    Response keyAgreementTemplate(const Command& command);
    Response generalAuthenticate(const Command& command);
    Response select(const Command& command);
    Response readBinary(const Command& command);
    void noteProtocol(Work::Step step, bool begins);
    Response chipAuthenticationStep(const Command& command);
    [[nodiscard]] const ChipKey* keyFor(ByteView protocol, std::optional<ByteView> id) const;
    void endSession();

    CardImage m_image;
    Randomness m_random;
    Bytes m_atr;
    FileSystem m_files;
    BasicAccess m_bac;
    std::optional<Pace> m_pace;
    const ChipKey* m_chipKey = nullptr;
    std::optional<SecureChannel> m_channel;
    std::optional<SecureChannel> m_nextChannel; ///< takes over after the response
    Work m_work;
};

} // namespace chinhchu::chip
