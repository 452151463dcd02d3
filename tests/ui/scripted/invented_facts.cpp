#include "tests/ui/scripted/invented_facts.h"

#include "tests/ui/scripted/drawn_face.h"

namespace chinhchu::scripted {

using app::BindingReceipt;
using app::LockState;
using app::SessionFacts;
using State = app::Session::State;

namespace {

SessionFacts::HeldNumber held(const char* msisdn, LockState lock, const char* deadline,
                              SessionFacts::HeldNumber::Answer answer)
{
    SessionFacts::HeldNumber number;
    number.subscription.msisdn = QString::fromLatin1(msisdn);
    number.subscription.lock = lock;
    if (deadline)
        number.subscription.lockDeadline = QDateTime::fromString(QString::fromLatin1(deadline), Qt::ISODate);
    number.answer = answer;
    return number;
}

nfc::ChipIdentity person(bool generous)
{
    nfc::ChipIdentity chip;
    chip.identity.number = "001152000017";
    chip.identity.fullName = generous ? "Công Tằng Tôn Nữ Nguyễn Thị Hồng Thắm Phương" : "Nguyễn Thị Hồng Thắm";
    chip.identity.birthDate = "1952-03-08";
    chip.identity.residence =
        generous
            ? "Số 128, tổ dân phố 14, đường Nguyễn Thị Minh Khai, phường Nghĩa Trung, thành phố Gia Nghĩa, Đắk Nông"
            : "Thôn 3, xã Quảng Khê, huyện Đắk Glong, Đắk Nông";
    chip.authenticity.passive = nfc::PassiveResult::Verified;
    chip.authenticity.active = nfc::ChipProof::Passed;
    return chip;
}

std::vector<SessionFacts::HeldNumber> numbers(bool generous)
{
    using enum SessionFacts::HeldNumber::Answer;
    std::vector<SessionFacts::HeldNumber> all;
    all.push_back(held("+84900000017", LockState::OneWay, "2026-12-20T00:00:00+07:00", Mine));
    all.push_back(held("+84912345678", LockState::None, nullptr, Mine));
    all.push_back(held("+84387654321", LockState::TwoWay, "2026-12-24T00:00:00+07:00", NotMine));
    if (generous) {
        all.push_back(held("+84701234567", LockState::None, "2026-12-24T00:00:00+07:00", Open));
        all.back().subscription.deviceChangedAt =
            QDateTime::fromString(QStringLiteral("2026-11-22T09:00:00+07:00"), Qt::ISODate);
        all.push_back(held("+84561234567", LockState::TwoWay, nullptr, Open));
        all.back().subscription.organisation = true;
    }
    return all;
}

} // namespace

SessionFacts inventedFacts(State state, bool generous)
{
    SessionFacts facts;
    if (state >= State::Identify)
        facts.msisdns = {QStringLiteral("+84900000017")};
    if (state >= State::Verdict) {
        facts.chip = person(generous);
        facts.chipPhoto = drawnFace(480, 640);
    }
    if (state >= State::Match) {
        facts.match.emplace();
        facts.match->match = true;
        facts.livePhoto = drawnFace(1280, 720);
    }
    if (state >= State::ChooseNumbers) {
        facts.numbers = numbers(generous);
        facts.numbersComplete = true;
        facts.numbersClaimedOnly = generous;
        if (state > State::ChooseNumbers)
            for (auto& each : facts.numbers)
                if (each.answer == SessionFacts::HeldNumber::Answer::Open)
                    each.answer = SessionFacts::HeldNumber::Answer::Left;
    }
    if (state == State::Possession) {
        facts.password.emplace();
        facts.password->msisdn = QStringLiteral("+84900000017");
        facts.password->stage = SessionFacts::Password::Stage::Awaited;
        facts.password->triesLeft = 3;
    }
    facts.bindingId = QStringLiteral("3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234");
    if (state >= State::Receipt) {
        facts.receipt.emplace();
        facts.receipt->bindingId = facts.bindingId;
        facts.receipt->receiptNumber = QStringLiteral("BN-2026-000017");
        facts.receipt->state = BindingReceipt::State::Verified;
        facts.receipt->receivedAt = QDateTime::fromString(QStringLiteral("2026-11-22T07:45:00+07:00"), Qt::ISODate);
    }
    return facts;
}

} // namespace chinhchu::scripted
