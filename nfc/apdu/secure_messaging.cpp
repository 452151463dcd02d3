#include "nfc/apdu/secure_messaging.h"

#include "nfc/lds/ber_tlv.h"

#include <utility>

namespace chinhchu::nfc {

namespace {

constexpr std::uint8_t secureClass = 0x0C;

void append(Bytes& out, ByteView more)
{
    out.insert(out.end(), more.begin(), more.end());
}

/// DO 97: one byte for a short Le, two for an extended one.
Bytes expectedLengthObject(std::size_t le)
{
    if (le <= 256)
        return encodeTlv(0x97, Bytes{static_cast<std::uint8_t>(le)});
    return encodeTlv(0x97, Bytes{static_cast<std::uint8_t>(le >> 8), static_cast<std::uint8_t>(le)});
}

/// The data objects of a protected answer (ICAO 9303-11, 9.8.4).
struct ResponseObjects
{
    std::optional<Tlv> encrypted;       ///< DO 87 or 85
    std::optional<Tlv> status;          ///< DO 99
    std::optional<Tlv> code;            ///< DO 8E, always the last
    std::size_t authenticatedBytes = 0; ///< everything before DO 8E
};

Result<ResponseObjects> splitObjects(ByteView data)
{
    ResponseObjects objects;
    TlvReader reader(data);
    while (!reader.atEnd()) {
        if (objects.code)
            return fail(FailureCode::SecureMessagingBroken, "data after the checksum");
        const auto object = reader.next();
        if (!object)
            return tl::make_unexpected(object.error());
        if (object->tag == 0x8E) {
            objects.code = *object;
            continue;
        }
        std::optional<Tlv>* place = object->tag == 0x99 ? &objects.status : &objects.encrypted;
        const bool known = object->tag == 0x99 || object->tag == 0x87 || object->tag == 0x85;
        if (!known || place->has_value())
            return fail(FailureCode::SecureMessagingBroken, "unexpected data object");
        *place = *object;
        objects.authenticatedBytes += object->whole.size();
    }
    return objects;
}

} // namespace

SecureMessaging::SecureMessaging(Cipher cipher, Bytes encryptionKey, Bytes checksumKey, Bytes sendSequenceCounter)
    : m_cipher(cipher)
    , m_encryptionKey(std::move(encryptionKey))
    , m_checksumKey(std::move(checksumKey))
    , m_counter(std::move(sendSequenceCounter))
{
    m_counter.resize(blockLength(cipher), 0x00);
}

void SecureMessaging::count()
{
    for (auto digit = m_counter.rbegin(); digit != m_counter.rend(); ++digit) {
        if (++*digit != 0)
            return;
    }
}

Bytes SecureMessaging::initialisationVector() const
{
    // 3DES uses a zero vector; AES encrypts the counter (ICAO 9303-11, 9.8.6).
    if (m_cipher == Cipher::TripleDes)
        return Bytes(blockLength(m_cipher), 0x00);
    return encryptBlock(m_cipher, m_encryptionKey, m_counter);
}

Bytes SecureMessaging::checksumOver(ByteView header, ByteView objects) const
{
    Bytes message = m_counter;
    if (!header.empty())
        append(message, padded(header, blockLength(m_cipher)));
    if (!objects.empty())
        append(message, objects);
    const bool needsPadding = !objects.empty();
    return checksum(m_cipher, m_checksumKey, needsPadding ? padded(message, blockLength(m_cipher)) : message);
}

Bytes SecureMessaging::cryptogram(const Command& command) const
{
    const Bytes encrypted =
        encryptCbc(m_cipher, m_encryptionKey, initialisationVector(), padded(command.data, blockLength(m_cipher)));
    // Odd instructions carry data objects, whose cryptogram has no padding indicator (ISO/IEC 7816-4, 10.4).
    if (command.ins % 2 == 1)
        return encodeTlv(0x85, encrypted);
    Bytes value{0x01};
    append(value, encrypted);
    return encodeTlv(0x87, value);
}

Result<Command> SecureMessaging::protect(const Command& command)
{
    if (m_broken)
        return fail(FailureCode::SecureMessagingBroken, "the channel was given up");
    count();
    const auto cla = static_cast<std::uint8_t>(command.cla | secureClass);
    const Bytes header{cla, command.ins, command.p1, command.p2};
    Bytes objects;
    if (!command.data.empty())
        append(objects, cryptogram(command));
    if (command.le)
        append(objects, expectedLengthObject(*command.le));
    const Bytes code = checksumOver(header, objects);
    append(objects, encodeTlv(0x8E, code));
    const bool extended = objects.size() > 255 || command.le.value_or(0) > 256;
    return Command{cla, command.ins, command.p1, command.p2, std::move(objects), extended ? 65536U : 256U};
}

Result<Response> SecureMessaging::unprotect(const Response& response)
{
    if (m_broken)
        return fail(FailureCode::SecureMessagingBroken, "the channel was given up");
    count();
    if (response.data.empty()) {
        if (endsSecureMessaging(response.sw))
            m_broken = true;
        if (response.ok())
            return breakOff("success without a checksum");
        return response;
    }
    const auto objects = splitObjects(response.data);
    if (!objects)
        return breakOff(objects.error().detail);
    if (!objects->code || objects->code->value.size() != 8)
        return breakOff("no checksum");
    const ByteView authenticated = ByteView(response.data).first(objects->authenticatedBytes);
    if (!equalInConstantTime(checksumOver({}, authenticated), objects->code->value))
        return breakOff("wrong checksum");

    Response plain{{}, response.sw, true};
    if (objects->status) {
        if (objects->status->value.size() != 2)
            return breakOff("status object of a wrong size");
        plain.sw = static_cast<std::uint16_t>(objects->status->value[0] << 8 | objects->status->value[1]);
    }
    // The outer status is not protected; where an inner one is missing it may only accompany protected data.
    if (plain.sw != response.sw || (!objects->status && !objects->encrypted))
        return breakOff("status word outside and inside differ");
    if (objects->encrypted) {
        ByteView encrypted = objects->encrypted->value;
        if (objects->encrypted->tag == 0x87) {
            if (encrypted.empty() || encrypted[0] != 0x01)
                return breakOff("unknown padding indicator");
            encrypted = encrypted.subspan(1);
        }
        auto data = decrypt(encrypted);
        if (!data)
            return tl::make_unexpected(data.error());
        plain.data = std::move(*data);
    }
    return plain;
}

Result<Bytes> SecureMessaging::decrypt(ByteView encrypted)
{
    if (encrypted.empty() || encrypted.size() % blockLength(m_cipher) != 0)
        return breakOff("cryptogram does not fill its blocks");
    Bytes data = decryptCbc(m_cipher, m_encryptionKey, initialisationVector(), encrypted);
    if (!removePadding(data))
        return breakOff("padding");
    return data;
}

tl::unexpected<Failure> SecureMessaging::breakOff(std::string why)
{
    m_broken = true;
    return fail(FailureCode::SecureMessagingBroken, std::move(why));
}

std::size_t SecureMessaging::payloadOf(std::size_t answerLength) const
{
    // DO 99 takes 4 bytes and DO 8E 10; DO 87 has tag, length and the padding indicator.
    const std::size_t lengthBytes = answerLength <= 127 ? 1 : answerLength <= 255 + 1 ? 2 : 3;
    const std::size_t overhead = 4 + 10 + 1 + lengthBytes + 1;
    if (answerLength <= overhead)
        return 0;
    const std::size_t blocks = (answerLength - overhead) / blockLength(m_cipher);
    return blocks == 0 ? 0 : blocks * blockLength(m_cipher) - 1; // at least one byte of padding
}

} // namespace chinhchu::nfc
