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
    m_work.cipherBlock = m_channel->block();
    const Bytes answer = m_channel->wrap(execute(*plain));
    m_work.cipherBytes = apdu.size() + answer.size();
    if (m_nextChannel)
        m_channel = std::exchange(m_nextChannel, {});
    return answer;
}

Response Card::execute(const Command& command)
{
    if ((command.cla & 0xEF) != 0x00)
        return 0x6E00;
    switch (command.ins) {
    case 0xA4:
        return select(command);
    case 0xB0:
    case 0xB1:
        return readBinary(command);
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

Response Card::select(const Command& command)
{
    Response response = m_files.select(command, m_channel.has_value());
    if (response.status == 0x9000) {
        m_work.step = Work::Step::Select;
        m_work.completes = command.p1 == 0x04;
    }
    return response;
}

Response Card::readBinary(const Command& command)
{
    Response response = m_files.read(command, m_channel.has_value());
    if (const FileSystem::Extent& taken = m_files.lastRead(); taken.bytes > 0) {
        m_work.step = Work::Step::Read;
        m_work.file = taken.file;
        m_work.offset = taken.offset;
        m_work.bytes = taken.bytes;
    }
    return response;
}

void Card::noteProtocol(Work::Step step, bool begins)
{
    m_work.step = step;
    m_work.begins = begins;
    m_work.completes = m_nextChannel.has_value();
}

Response Card::getChallenge(const Command& command)
{
    noteProtocol(Work::Step::Access, true);
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
    Response response = m_bac.authenticate(command.data, m_nextChannel);
    noteProtocol(Work::Step::Access, false);
    return response;
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
    noteProtocol(Work::Step::ActiveAuthentication, true);
    m_work.completes = true;
    return signChallenge(m_image.activeKey, m_image.profile.activeAuthentication, command.data, m_random);
}

} // namespace chinhchu::chip
