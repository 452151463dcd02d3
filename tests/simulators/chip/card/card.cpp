#include "tests/simulators/chip/card/card.h"

#include "tests/simulators/chip/card/active_authentication.h"

#include <utility>

namespace chinhchu::chip {

Card::Card(CardImage image, Randomness random)
    : m_image(std::move(image))
    , m_random(std::move(random))
    , m_atr(fromHex(m_image.profile.card.atr))
    , m_files(m_image)
    , m_bac(m_image.mrzInformation, m_random)
{
}

void Card::endSession()
{
    m_channel.reset();
    m_nextChannel.reset();
    m_chipKey = nullptr;
}

void Card::reset()
{
    endSession();
    m_pace.reset();
    m_bac.forget();
    m_files.reset();
}

Bytes Card::process(ByteView apdu)
{
    m_work = {};
    const auto command = parseCommand(apdu);
    if (!command || (command->extended && !m_image.profile.limits.extendedLength))
        return Response(0x6700).encoded();
    if (!command->secured()) {
        endSession(); // ICAO 9303-11, 9.8.8: a plain command ends secure messaging
        const Response response = execute(*command);
        if (m_nextChannel)
            m_channel = std::exchange(m_nextChannel, {});
        return response.encoded();
    }
    if (!m_channel)
        return Response(0x6988).encoded();
    std::uint16_t error = 0;
    const auto plain = m_channel->unwrap(*command, error);
    if (!plain) {
        endSession();
        return Response(error).encoded();
    }
    const Bytes answer = m_channel->wrap(execute(*plain));
    m_work.cipherBytes = apdu.size() + answer.size();
    if (m_nextChannel)
        m_channel = std::exchange(m_nextChannel, {});
    return answer;
}

Response Card::execute(const Command& command)
{
    const bool open = m_channel.has_value();
    if ((command.cla & 0xEF) != 0x00)
        return 0x6E00;
    switch (command.ins) {
    case 0xA4:
        return m_files.select(command, open);
    case 0xB0:
    case 0xB1:
        return m_files.read(command, open);
    case 0x84:
        return getChallenge(command);
    case 0x82:
        return externalAuthenticate(command);
    case 0x88:
        return internalAuthenticate(command);
    case 0x22:
        return manageSecurityEnvironment(command);
    case 0x86:
        return generalAuthenticate(command);
    default:
        return 0x6D00;
    }
}

Response Card::getChallenge(const Command& command)
{
    if (!m_image.profile.access.bac)
        return 0x6D00;
    if (command.le != 8)
        return 0x6700;
    return m_bac.challenge();
}

Response Card::externalAuthenticate(const Command& command)
{
    if (!m_image.profile.access.bac || !m_files.inApplication())
        return 0x6985;
    return m_bac.authenticate(command.data, m_nextChannel);
}

Response Card::internalAuthenticate(const Command& command)
{
    if (!m_image.activeKey)
        return 0x6D00;
    if (!m_channel || !m_files.inApplication())
        return 0x6982;
    if (command.data.size() != 8 || !command.le)
        return 0x6700;
    m_work.signatures = 1;
    return signChallenge(m_image.activeKey, m_image.profile.activeAuthentication, command.data, m_random);
}

} // namespace chinhchu::chip
