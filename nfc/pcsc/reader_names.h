#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chinhchu::nfc {

/// True for readers made of software: the drivers of vsmartcard and the like. By name, because PC/SC tells nothing
/// else.
bool isVirtualReader(std::string_view name);

/// True if the name says that this slot is the contactless one of a reader ("... PICC 0", "... Contactless ...").
bool isContactlessSlot(std::string_view name);

/// True if the name says that this slot takes contact or SIM cards only ("... ICC 0", "... SAM ...", "... Contact
/// ...").
bool isContactSlot(std::string_view name);

/// Order in which to look for a citizen card: contactless slots first, contact slots last; otherwise as PC/SC lists
/// them.
std::vector<std::string> inOrderOfPreference(std::vector<std::string> names);

} // namespace chinhchu::nfc
