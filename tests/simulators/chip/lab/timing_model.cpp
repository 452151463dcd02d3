#include "tests/simulators/chip/lab/timing_model.h"

#include <charconv>
#include <sstream>

namespace chinhchu::chip {

namespace {

constexpr double carrierMHz = 13.56;
constexpr double bitsOfCharacter = 10;   // start bit, eight bits, stop bit (ISO/IEC 14443-3, 7.1.1)
constexpr double bitsOfFrame = 22;       // start of frame 10 + 2, end of frame 10 (7.1.4 and 7.1.5)
constexpr std::size_t blockOverhead = 3; // PCB and checksum; no CID, no NAD (ISO/IEC 14443-4, 7.1)

// From the reader's last bit to the card's first: TR0 = 64/fs, TR1 = 80/fs; fs = fc/16 (ISO/IEC 14443-3, 7.1.6).
constexpr double cardTurnsUs = (64 + 80) * 16 / carrierMHz;
// From the card's last bit to the reader's first: TR2 = 10 etu at 106 kbit/s + 32/fs (7.1.7).
constexpr double readerTurnsUs = 10 * 128 / carrierMHz + 32 * 16 / carrierMHz;

double number(const std::string& text, const std::string& whole)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value < 100'000))
        throw LabError("--timing " + whole + ": '" + text + "' is no number");
    return value;
}

double& figureNamed(TimingModel& model, const std::string& name)
{
    if (name == "command")
        return model.perCommandMs;
    if (name == "agreement")
        return model.perAgreementMs;
    if (name == "signature")
        return model.perSignatureMs;
    if (name == "cipher")
        return model.perCipherByteUs;
    if (name == "activation")
        return model.activationMs;
    throw LabError("--timing: '" + name + "' is none of: command, agreement, signature, cipher, activation");
}

int bitRate(const std::string& text)
{
    for (const int rate : {106, 212, 424, 848})
        if (text == std::to_string(rate))
            return rate;
    throw LabError("--timing begins with 106, 212, 424 or 848");
}

} // namespace

double TimingModel::elementaryTimeUs() const
{
    return 128 / carrierMHz * 106 / kbitPerSecond;
}

double TimingModel::exchangeMs(std::size_t sent, std::size_t received) const
{
    const auto room = static_cast<std::size_t>(frameBytes) - blockOverhead;
    const std::size_t thereBlocks = std::max<std::size_t>(1, (sent + room - 1) / room);
    const std::size_t backBlocks = std::max<std::size_t>(1, (received + room - 1) / room);
    // Every block of a chain but the last is answered by R(ACK) (ISO/IEC 14443-4, 7.5.3): each turn of the reader is
    // one frame there and one back.
    const std::size_t turns = thereBlocks + backBlocks - 1;
    const auto bytes = static_cast<double>(sent + received + 2 * turns * blockOverhead);
    const double bits = bytes * bitsOfCharacter + static_cast<double>(2 * turns) * bitsOfFrame;
    return (bits * elementaryTimeUs() + static_cast<double>(turns) * (cardTurnsUs + readerTurnsUs)) / 1000;
}

double TimingModel::workMs(const Work& work) const
{
    return perCommandMs + work.agreements * perAgreementMs + work.signatures * perSignatureMs +
           static_cast<double>(work.cipherBytes) * perCipherByteUs / 1000;
}

TimingModel TimingModel::parse(const std::string& text)
{
    TimingModel model;
    std::istringstream parts(text);
    std::string part;
    std::getline(parts, part, ',');
    model.kbitPerSecond = bitRate(part);
    while (std::getline(parts, part, ',')) {
        const std::size_t equals = part.find('=');
        double& figure = figureNamed(model, part.substr(0, equals));
        figure = number(equals == std::string::npos ? "" : part.substr(equals + 1), text);
    }
    return model;
}

} // namespace chinhchu::chip
