#pragma once

#include "app/evidence/evidence.h"
#include "tests/simulators/chip/personalisation/personalise.h"

namespace chinhchu::testing {

/// The evidence of a session with a simulated chip: everything in it verifies, by anybody's tools. The issuer's
/// certificate is put into @p pki/csca.
class SimulatedSession
{
public:
    /// @p profile "cccd-2021" or "cccd-2024".
    SimulatedSession(const QString& profile, const QString& pki, const app::Enrolment& enrolment);

    app::Evidence evidence;

    /// What this chip answers to a challenge.
    [[nodiscard]] Bytes answer(ByteView challenge) const;

private:
    chip::CardImage m_card;
};

} // namespace chinhchu::testing
