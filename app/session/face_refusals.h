#pragma once

#include "resources/base/wiping_memory.h"

#include <QByteArray>

#include <map>

namespace chinhchu::app {

/// With which cards somebody was caught before the camera who was no living person (caught_attack.h), over the sessions of
/// this program: who tries a mask after a picture after a video is told to see the staff. Cards are kept as a keyed hash
/// whose key lives in memory only: nothing of a person is kept, and nothing outlives the program. Who has a keeper that
/// lives longer overrides what is virtual.
class FaceRefusals
{
public:
    /// So many, then the card is one for the staff.
    static constexpr int Most = 3;

    FaceRefusals();
    virtual ~FaceRefusals() = default;
    FaceRefusals(const FaceRefusals&) = delete;
    FaceRefusals& operator=(const FaceRefusals&) = delete;

    /// This card was read, its holder will be looked at: the time to ask whoever remembers longer.
    virtual void meet(const SecretText& documentNumber) { static_cast<void>(documentNumber); }
    virtual void count(const SecretText& documentNumber);
    /// A living person who is the holder: what was before counts no more.
    virtual void forget(const SecretText& documentNumber);

    [[nodiscard]] int timesCaught(const SecretText& documentNumber) const;
    [[nodiscard]] bool isForStaff(const SecretText& documentNumber) const { return timesCaught(documentNumber) >= Most; }

protected:
    /// Somebody else remembers so many.
    void rememberAtLeast(const SecretText& documentNumber, int times);

private:
    /// More cards than come in a week; then the oldest memory is not worth more than a new one.
    static constexpr std::size_t MostCards = 4096;

    int& timesOf(const SecretText& documentNumber);
    [[nodiscard]] QByteArray nameOf(const SecretText& documentNumber) const;

    Bytes m_key;
    std::map<QByteArray, int> m_refusals;
};

} // namespace chinhchu::app
