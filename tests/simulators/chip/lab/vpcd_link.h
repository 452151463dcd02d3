#pragma once

#include "tests/simulators/chip/wire/bytes.h"

#include <optional>

namespace chinhchu::chip {

/// The card's end of a vpcd connection: the virtual reader listens, the card connects to it.
///
/// A message is its length in two bytes and its data. One byte is a control message; everything else is a command APDU.
class VpcdLink
{
public:
    enum Control : std::uint8_t
    {
        PowerOff = 0,
        PowerOn = 1,
        Reset = 2,
        GetAtr = 4
    };

    VpcdLink() = default;
    ~VpcdLink();
    VpcdLink(const VpcdLink&) = delete;
    VpcdLink& operator=(const VpcdLink&) = delete;

    /// Puts the card into the reader. Tries again until @p milliseconds are over; false if nobody listens.
    bool insert(const std::string& host, const std::string& port, int milliseconds);
    /// Takes the card out.
    void remove();
    [[nodiscard]] bool inserted() const { return m_socket >= 0; }
    [[nodiscard]] int descriptor() const { return m_socket; }

    /// Nothing when the reader is gone.
    std::optional<Bytes> receive();
    bool send(ByteView message);

private:
    bool readExactly(std::uint8_t* into, std::size_t size);
    int m_socket = -1;
};

} // namespace chinhchu::chip
