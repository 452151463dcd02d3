#pragma once

#include "nfc/chip_reader.h"
#include "tests/simulators/chip/channel/in_process_channel.h"

#include <algorithm>

#include <QByteArray>

namespace chinhchu::chip {

/// What the holder of the card tells the reader: the number on it, or the machine-readable zone.
inline nfc::AccessKeys keysOf(const CardImage& card)
{
    nfc::AccessKeys keys;
    if (!card.can.empty())
        keys.push_back(nfc::CanKey{SecretText(card.can)});
    const std::string_view info = card.mrzInformation;
    if (info.size() == 24)
        keys.push_back(nfc::MrzKey{info.substr(0, 9), info.substr(10, 6), info.substr(17, 6)});
    return keys;
}

inline QByteArray describe(const Failure& failure)
{
    return QByteArray::fromStdString(std::string(codeName(failure.code)) + " " + failure.detail);
}

inline QByteArray describe(const nfc::AuthenticityVerdict& verdict)
{
    std::string text = "passive " + std::string(nfc::toString(verdict.passive)) + ", active " +
                       std::string(nfc::toString(verdict.active)) + ", chip " +
                       std::string(nfc::toString(verdict.chip));
    for (const nfc::VerdictReason& reason : verdict.reasons)
        text += "; " + std::string(codeName(reason.code)) + " " + reason.subject;
    return QByteArray::fromStdString(text);
}

/// Is every file that the reader has the one that the chip holds?
inline bool filesAreTheChips(const nfc::ChipIdentity& identity, const CardImage& card)
{
    for (const auto& [name, file] : identity.files) {
        const bool known = std::any_of(card.files.begin(), card.files.end(),
                                       [&](const auto& held) { return held.second == file.raw; });
        if (!known && file.raw != card.cardAccess)
            return false;
    }
    return true;
}

} // namespace chinhchu::chip
