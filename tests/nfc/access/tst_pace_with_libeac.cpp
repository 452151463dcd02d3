#include "nfc/access/pace.h"
#include "nfc/lds/security_infos.h"
#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/wire/key_group.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <QTest>

#include <eac/eac.h>
#include <eac/pace.h>

using namespace chinhchu;
using namespace chinhchu::nfc;

namespace {

using chip::Freeing;
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
    return bytes ? ByteView(reinterpret_cast<const std::uint8_t*>(bytes->data), bytes->length) : ByteView();
}

/// A chip whose PACE and secure messaging are those of OpenPACE: nobody here wrote them.
class LibeacCard final : public ApduChannel
{
public:
    LibeacCard(ByteView cardAccess, const std::string& can)
        : m_context(EAC_CTX_new())
        , m_secret(PACE_SEC_new(can.data(), can.size(), PACE_CAN))
    {
        ready = m_context && m_secret &&
                EAC_CTX_init_ef_cardaccess(cardAccess.data(), cardAccess.size(), m_context.get()) == 1;
    }

    Result<Bytes> transmit(ByteView command) override
    {
        const auto data = dataOf(command);
        if (command[1] == 0x22)
            return chip::fromHex("9000");
        if (command[1] == 0x86)
            return authenticate(data);
        return isProtected(command) ? select(command, data) : chip::fromHex("6D00");
    }
    Result<void> reset() override { return {}; }
    Result<void> reconnect(int) override { return {}; }
    [[nodiscard]] const ChannelInfo& info() const override { return m_info; }

    bool ready = false;

private:
    static bool isProtected(ByteView command) { return command[0] == 0x0C; }

    /// The data field of a short or extended command.
    static ByteView dataOf(ByteView command)
    {
        const bool extended = command.size() > 7 && command[4] == 0;
        const std::size_t length = extended             ? static_cast<std::size_t>(command[5] << 8 | command[6])
                                   : command.size() > 4 ? command[4]
                                                        : 0;
        return command.subspan(extended ? 7 : 5, length);
    }

    static Bytes answer(std::uint32_t tag, const Buffer& value)
    {
        return chip::join({chip::tlv(0x7C, chip::tlv(tag, view(value))), chip::fromHex("9000")});
    }

    Bytes authenticate(ByteView data)
    {
        const auto dynamic = chip::find(data, 0x7C);
        if (!dynamic)
            return chip::fromHex("6A80");
        if (dynamic->empty())
            return answer(0x80, Buffer(PACE_STEP1_enc_nonce(m_context.get(), m_secret.get())));
        if (const auto mapping = chip::find(*dynamic, 0x81)) {
            const Buffer own(PACE_STEP3A_generate_mapping_data(m_context.get()));
            const bool mapped = PACE_STEP3A_map_generator(m_context.get(), buffer(*mapping).get()) == 1;
            return mapped ? answer(0x82, own) : chip::fromHex("6A80");
        }
        if (const auto key = chip::find(*dynamic, 0x83)) {
            const Buffer own(PACE_STEP3B_generate_ephemeral_key(m_context.get()));
            m_theirKey = buffer(*key);
            const bool agreed = PACE_STEP3B_compute_shared_secret(m_context.get(), m_theirKey.get()) == 1 &&
                                PACE_STEP3C_derive_keys(m_context.get()) == 1;
            return agreed ? answer(0x84, own) : chip::fromHex("6A80");
        }
        const auto token = chip::find(*dynamic, 0x85);
        if (!token || PACE_STEP3D_verify_authentication_token(m_context.get(), buffer(*token).get()) != 1)
            return chip::fromHex("6300");
        const Buffer own(PACE_STEP3D_compute_authentication_token(m_context.get(), m_theirKey.get()));
        EAC_CTX_set_encryption_ctx(m_context.get(), EAC_ID_PACE);
        return answer(0x86, own);
    }

    /// SELECT through secure messaging: everything is checked and made by OpenPACE.
    Bytes select(ByteView command, ByteView data)
    {
        EAC_increment_ssc(m_context.get());
        const auto encrypted = chip::find(data, 0x87);
        const auto code = chip::find(data, 0x8E);
        if (!encrypted || !code)
            return chip::fromHex("6987");
        const Buffer head(EAC_add_iso_pad(m_context.get(), buffer(command.first(4)).get()));
        const Bytes covered = chip::join({view(head), chip::tlv(0x87, *encrypted)});
        const Buffer message(EAC_add_iso_pad(m_context.get(), buffer(covered).get()));
        if (EAC_verify_authentication(m_context.get(), message.get(), buffer(*code).get()) != 1)
            return chip::fromHex("6988");
        const Buffer padded(EAC_decrypt(m_context.get(), buffer(encrypted->subspan(1)).get()));
        const Buffer plain(EAC_remove_iso_pad(padded.get()));
        const bool isApplication = chip::toHex(view(plain)) == chip::toHex(chip::fromHex("A0000002471001"));
        EAC_increment_ssc(m_context.get());
        const Bytes status = chip::tlv(0x99, chip::fromHex(isApplication ? "9000" : "6A82"));
        const Buffer statusMessage(EAC_add_iso_pad(m_context.get(), buffer(status).get()));
        const Buffer mac(EAC_authenticate(m_context.get(), statusMessage.get()));
        return chip::join({status, chip::tlv(0x8E, view(mac)), chip::fromHex(isApplication ? "9000" : "6A82")});
    }

    std::unique_ptr<EAC_CTX, Freeing<EAC_CTX_clear_free>> m_context;
    std::unique_ptr<PACE_SEC, Freeing<PACE_SEC_clear_free>> m_secret;
    Buffer m_theirKey;
    ChannelInfo m_info;
};

/// One opening, then a protected SELECT of the application.
Result<Response> openAndSelect(const chip::PaceOffer& offer, const std::string& can)
{
    const Bytes cardAccess = chip::makeCardAccess({offer}, {});
    LibeacCard card(cardAccess, "000017");
    if (!card.ready)
        return fail(FailureCode::CardNotSupported, "OpenPACE does not take this EF.CardAccess");
    const auto infos = parseSecurityInfos(cardAccess);
    CardLink link(card, {});
    return openWithPace(link, infos->pace.at(0), *infos, CanKey{SecretText(can)}, systemRandom())
        .and_then([&](const PaceOutcome&) {
            return link.exchange({0x00, 0xA4, 0x04, 0x0C, chip::fromHex("A0000002471001"), {}});
        });
}

/// OpenPACE leaves out the leading zeros of numbers modulo p, so one opening in some hundreds fails with an integer
/// group (the known symptom of numbers that are not padded to the size of the prime). Only there it may be tried again.
Result<Response> opened(const chip::PaceOffer& offer)
{
    auto result = openAndSelect(offer, "000017");
    for (int more = offer.curve ? 0 : 3; more > 0 && !result; --more)
        result = openAndSelect(offer, "000017");
    return result;
}

} // namespace

/// Our terminal against the card's side of OpenPACE: an implementation that nobody here wrote agrees with ours.
class TestPaceWithLibeac : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { EAC_init(); }
    void cleanupTestCase() { EAC_cleanup(); }

    void genericMapping_withEveryGroupAndCipher_opens_data()
    {
        QTest::addColumn<QString>("offer");
        for (int id = 0; id <= 18; ++id) {
            const std::string group = chip::standardGroupName(id);
            for (const char* cipher : {"3DES-CBC-CBC", "AES-CBC-CMAC-128", "AES-CBC-CMAC-192", "AES-CBC-CMAC-256"}) {
                const std::string offer = (id < 3 ? "DH-GM-" : "ECDH-GM-") + std::string(cipher) + " " + group;
                if (!group.empty())
                    QTest::newRow(offer.c_str()) << QString::fromStdString(offer);
            }
        }
    }
    void genericMapping_withEveryGroupAndCipher_opens()
    {
        QFETCH(QString, offer);
        const auto selected = opened(chip::parsePaceOffer(offer.toStdString()));
        QVERIFY2(selected.has_value(), selected ? "" : selected.error().detail.c_str());
        QVERIFY(selected->ok() && selected->isProtected);
    }

    void genericMapping_withWrongCan_isAWrongKey()
    {
        const auto result = openAndSelect(chip::parsePaceOffer("ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1"), "000018");
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, FailureCode::AccessKeyWrong);
    }
};

QTEST_APPLESS_MAIN(TestPaceWithLibeac)
#include "tst_pace_with_libeac.moc"
