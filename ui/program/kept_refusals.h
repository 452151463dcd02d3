#pragma once

#include "app/session/face_refusals.h"
#include "ui/program/kept_line.h"

#include <deque>
#include <optional>

namespace chinhchu::ui {

/// Attacks are counted by card over all people of a day, but each person has a process of their own: the keeper counts. A
/// kept process writes into the keeper's line, with the SHA-256 of the document number in hexadecimal for CARD:
///
///     card CARD      its holder will be looked at; the keeper answers "caught N" in the standard input
///     caught CARD    an attack was caught with it
///     living CARD    its holder was there alive: what was before counts no more
///
/// The keeper keeps no CARD, from which a number of nine digits could be found by trying: only its keyed hash and a count,
/// with a key that is random, in the keeper's memory only, and gone with it (face_refusals.h). Nothing is written to disk,
/// and a window never hears of a card that did not lie on its reader.
class KeepersRefusals
{
public:
    /// Takes in @p line where it is one of the three. The answer, if there is one.
    std::optional<QByteArray> take(std::string_view line);

private:
    app::FaceRefusals m_refusals;
};

/// The kept process's end: counts for itself, and tells and asks the keeper.
class KeptFaceRefusals : public QObject, public app::FaceRefusals
{
    Q_OBJECT

public:
    /// @p keeper must outlive this.
    explicit KeptFaceRefusals(KeptLine& keeper);

    void meet(const SecretText& documentNumber) override;
    void count(const SecretText& documentNumber) override;
    void forget(const SecretText& documentNumber) override;

private:
    void hear(const QByteArray& line);

    KeptLine& m_keeper;
    std::deque<SecretText> m_asked; ///< the keeper answers in turn
};

} // namespace chinhchu::ui
