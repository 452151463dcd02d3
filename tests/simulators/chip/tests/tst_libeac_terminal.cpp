#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/tests/scripted_card.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <QtTest>

#include <functional>

#include <eac/eac.h>
#include <eac/pace.h>

using namespace chinhchu;
using namespace chinhchu::chip;

namespace {

using Buffer = std::unique_ptr<BUF_MEM, Freeing<BUF_MEM_free>>;

Buffer buffer(ByteView bytes)
{
    Buffer made(BUF_MEM_new());
    BUF_MEM_grow(made.get(), bytes.size());
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<std::uint8_t*>(made->data));
    return made;
}

ByteView view(const Buffer& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes->data), bytes->length};
}

/// The terminal's side of PACE as OpenPACE does it, against our chip.
class Terminal
{
public:
    explicit Terminal(Card& card)
        : m_card(card)
        , m_context(EAC_CTX_new())
    {
        const Bytes& access = card.image().cardAccess;
        m_ready = EAC_CTX_init_ef_cardaccess(access.data(), access.size(), m_context.get()) == 1;
    }

    bool open(const std::string& can, const PaceOffer& offer)
    {
        const std::unique_ptr<PACE_SEC, Freeing<PACE_SEC_clear_free>> secret(
            PACE_SEC_new(can.data(), can.size(), PACE_CAN));
        const Bytes environment = join({tlv(0x80, oidValue(paceOid(offer))), tlv(0x83, Bytes{2}),
                                        tlv(0x84, bigEndian(static_cast<std::uint64_t>(offer.parameterId), 1))});
        if (!m_ready || !secret || !send(0x22, 0xC1, 0xA4, environment))
            return false;
        const Buffer nonce = buffer(step(0, {}, 0x80));
        if (PACE_STEP2_dec_nonce(m_context.get(), secret.get(), nonce.get()) != 1)
            return false;
        const Buffer mapping(PACE_STEP3A_generate_mapping_data(m_context.get()));
        const Buffer theirMapping = buffer(step(0x81, view(mapping), 0x82));
        if (PACE_STEP3A_map_generator(m_context.get(), theirMapping.get()) != 1)
            return false;
        const Buffer key(PACE_STEP3B_generate_ephemeral_key(m_context.get()));
        const Buffer theirKey = buffer(step(0x83, view(key), 0x84));
        if (PACE_STEP3B_compute_shared_secret(m_context.get(), theirKey.get()) != 1 ||
            PACE_STEP3C_derive_keys(m_context.get()) != 1)
            return false;
        const Buffer token(PACE_STEP3D_compute_authentication_token(m_context.get(), theirKey.get()));
        const Buffer theirToken = buffer(step(0x85, view(token), 0x86));
        return PACE_STEP3D_verify_authentication_token(m_context.get(), theirToken.get()) == 1;
    }

    /// SELECT of the application through secure messaging made by OpenPACE.
    bool selectApplication()
    {
        EAC_CTX_set_encryption_ctx(m_context.get(), EAC_ID_PACE);
        EAC_increment_ssc(m_context.get());
        const Buffer plain(EAC_add_iso_pad(m_context.get(), buffer(fromHex("A0000002471001")).get()));
        const Buffer encrypted(EAC_encrypt(m_context.get(), plain.get()));
        const Bytes object = tlv(0x87, {Bytes{1}, view(encrypted)});
        const Bytes head = fromHex("0CA4040C");
        const Buffer paddedHead(EAC_add_iso_pad(m_context.get(), buffer(head).get()));
        const Buffer covered(EAC_add_iso_pad(m_context.get(), buffer(join({view(paddedHead), object})).get()));
        const Buffer mac(EAC_authenticate(m_context.get(), covered.get()));
        const Bytes data = join({object, tlv(0x8E, view(mac))});
        const Bytes answer = m_card.process(join({head, bigEndian(data.size(), 1), data, Bytes{0}}));
        EAC_increment_ssc(m_context.get());
        const ByteView body = ByteView(answer).first(answer.size() - 2);
        const auto status = find(body, 0x99);
        const auto given = find(body, 0x8E);
        if (!status || !given)
            return false;
        const Buffer checked(EAC_add_iso_pad(m_context.get(), buffer(tlv(0x99, *status)).get()));
        return EAC_verify_authentication(m_context.get(), checked.get(), buffer(*given).get()) == 1 &&
               toHex(*status) == "9000";
    }

private:
    bool send(std::uint8_t instruction, std::uint8_t p1, std::uint8_t p2, ByteView data)
    {
        m_answer =
            m_card.process(join({Bytes{0, instruction, p1, p2, 0}, bigEndian(data.size(), 2), data, Bytes{0, 0}}));
        return m_answer.size() >= 2 && toHex(ByteView(m_answer).last(2)) == "9000";
    }

    Bytes step(std::uint32_t tag, ByteView value, std::uint32_t expected)
    {
        const Bytes content = tag == 0 ? Bytes{} : tlv(tag, value);
        if (!send(0x86, 0, 0, tlv(0x7C, content)))
            return {};
        const auto dynamic = find(ByteView(m_answer).first(m_answer.size() - 2), 0x7C);
        const auto found = dynamic ? find(*dynamic, expected) : std::nullopt;
        return found ? Bytes(found->begin(), found->end()) : Bytes{};
    }

    Card& m_card;
    std::unique_ptr<EAC_CTX, Freeing<EAC_CTX_clear_free>> m_context;
    Bytes m_answer;
    bool m_ready = false;
};

CardImage cardWith(const PaceOffer& offer)
{
    CardImage image;
    image.profile.access.pace = {offer};
    image.cardAccess = makeCardAccess(image.profile.access.pace, {});
    image.can = "000017";
    return image;
}

/// OpenPACE leaves out the leading zeros of numbers modulo p, so one opening in some hundreds fails with an integer group
/// (the known symptom of numbers that are not padded to the size of the prime). It may try again there, and only there.
bool opens(Card& card, const std::string& can, const PaceOffer& offer, const std::function<bool(Terminal&)>& then)
{
    for (int tries = offer.curve ? 1 : 4; tries > 0; --tries) {
        card.reset();
        Terminal terminal(card);
        if (terminal.open(can, offer))
            return then(terminal);
    }
    return false;
}

} // namespace

/// OpenPACE's terminal side against the chip's side: two implementations with nothing in common.
class LibeacTerminal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { EAC_init(); }
    void cleanupTestCase() { EAC_cleanup(); }

    void genericMapping_withEveryGroupAndCipher_opens_data();
    void genericMapping_withEveryGroupAndCipher_opens();
    void genericMapping_withWrongNumber_isRefused();
    void shippedProfile_withGenericMapping_opens_data();
    void shippedProfile_withGenericMapping_opens();
};

void LibeacTerminal::genericMapping_withEveryGroupAndCipher_opens_data()
{
    QTest::addColumn<QString>("offer");
    for (int id = 0; id <= 18; ++id) {
        const std::string group = standardGroupName(id);
        for (const char* cipher : {"3DES-CBC-CBC", "AES-CBC-CMAC-128", "AES-CBC-CMAC-192", "AES-CBC-CMAC-256"}) {
            const std::string offer = (id < 3 ? "DH-GM-" : "ECDH-GM-") + std::string(cipher) + " " + group;
            if (!group.empty())
                QTest::newRow(offer.c_str()) << QString::fromStdString(offer);
        }
    }
}

void LibeacTerminal::genericMapping_withEveryGroupAndCipher_opens()
{
    QFETCH(QString, offer);
    const PaceOffer pace = parsePaceOffer(offer.toStdString());
    Card card(cardWith(pace));

    QVERIFY(opens(card, "000017", pace, [](Terminal& terminal) { return terminal.selectApplication(); }));
}

void LibeacTerminal::genericMapping_withWrongNumber_isRefused()
{
    const PaceOffer pace = parsePaceOffer("ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1");
    Card card(cardWith(pace));
    Terminal terminal(card);

    QVERIFY(!terminal.open("000018", pace));
}

void LibeacTerminal::shippedProfile_withGenericMapping_opens_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles");
    for (const QFileInfo& file : folder.entryInfoList({"*.toml"}))
        for (const PaceOffer& offer : readProfile(file.filePath().toStdString()).access.pace)
            if (offer.mapping == PaceOffer::Mapping::Generic)
                QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void LibeacTerminal::shippedProfile_withGenericMapping_opens()
{
    QFETCH(QString, file);
    CardImage image;
    image.profile = readProfile(file.toStdString());
    image.can = image.profile.access.can.empty() ? "123456" : image.profile.access.can;
    for (const PaceOffer& offer : image.profile.access.pace) {
        if (offer.mapping != PaceOffer::Mapping::Generic)
            continue;
        image.cardAccess = makeCardAccess({offer}, {});
        image.profile.limits.extendedLength = true; // this terminal sends nothing else
        image.profile.limits.paceParameter = "optional";
        Card card(image);

        QVERIFY(opens(card, image.can, offer, [](Terminal&) { return true; }));
    }
}

QTEST_APPLESS_MAIN(LibeacTerminal)
#include "tst_libeac_terminal.moc"
