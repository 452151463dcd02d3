#pragma once

/// How much of a kind one piece of evidence may hold: what one reader refuses no other may accept, so all of them take
/// the bounds from here (app/evidence/FORMAT.md).
namespace chinhchu::evidence_limits {

inline constexpr int MostNumbers = 100;
inline constexpr int MostFrames = 32;
/// Of the kiosk's own verdict: steps, and reasons.
inline constexpr int MostSteps = 500;
inline constexpr int MostStrokes = 64;
inline constexpr int MostPoints = 4000;

} // namespace chinhchu::evidence_limits
