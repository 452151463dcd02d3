#include "ui/walk/manual/manual_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace chinhchu::ui {

namespace {

// In the order of ManualLabel.
constexpr std::array labels = {
    QT_TRANSLATE_NOOP("Manual", "Confirm your phone number: page by page"),
    QT_TRANSLATE_NOOP("Manual", "For shops, for village halls and for those who train their staff"),
    QT_TRANSLATE_NOOP("Manual",
                      "You need your citizen card and some minutes. Every page has one task; End and Back are "
                      "always in the same place."),
    QT_TRANSLATE_NOOP("Manual", "The people and numbers in the pictures are invented."),
    QT_TRANSLATE_NOOP("Manual", "Program version %1."),
    QT_TRANSLATE_NOOP("Manual", "Contents"),
    QT_TRANSLATE_NOOP("Manual", "The page: %1"),
    QT_TRANSLATE_NOOP("Manual", "The page says"),
    QT_TRANSLATE_NOOP("Manual", "Buttons"),
    QT_TRANSLATE_NOOP("Manual", "Seen by"),
    QT_TRANSLATE_NOOP("Manual", "What staff do"),
    QT_TRANSLATE_NOOP("Manual", "Picture"),
    QT_TRANSLATE_NOOP("Manual", "Code, and what happened"),
    QT_TRANSLATE_NOOP("Manual", "What to do"),
    QT_TRANSLATE_NOOP("Manual", "Who can help"),
    QT_TRANSLATE_NOOP("Manual", "All codes from A to Z"),
    QT_TRANSLATE_NOOP("Manual", "To print (PDF)"),
};
static_assert(labels.size() == static_cast<std::size_t>(ManualLabel::Paper) + 1);

struct Note
{
    std::string_view key;
    const char* heading;
    const char* staff;
};

// In the order of the manual. What a page says itself is not said again.
constexpr std::array notes = {
    // --- the usual session
    Note{"Greeting", "",
         QT_TRANSLATE_NOOP("Manual", "Ask whether the person has the citizen card and the phone with them. Language, "
                                     "text size and sound are at the top right of every page.")},
    Note{"Consent", "",
         QT_TRANSLATE_NOOP("Manual",
                           "The person reads or listens, and ticks the box with their own hand. Staff explain "
                           "and never tick for them. Who does not agree touches {end}.")},
    Note{"NumberEntry", "",
         QT_TRANSLATE_NOOP("Manual", "Several numbers can be confirmed in one session. Other numbers that the carrier "
                                     "knows under this name come later by themselves.")},
    Note{"Identify", "",
         QT_TRANSLATE_NOOP("Manual",
                           "The last 6 of the 12 digits on the front of the card. Scanning the code on the card "
                           "is quicker and spares typing.")},
    Note{"PlaceCard", "",
         QT_TRANSLATE_NOOP("Manual",
                           "Take the card out of its case. It stays on the reader until the page says that it "
                           "may be taken.")},
    Note{"ReadChip", "", QT_TRANSLATE_NOOP("Manual", "Wait. Nobody touches the card, the reader or the table.")},
    Note{"Verdict", "",
         QT_TRANSLATE_NOOP("Manual",
                           "The person looks whether name and date of birth are theirs. Staff look whether the "
                           "photograph is of this person. If not: {end}.")},
    Note{"CaptureFace", "",
         QT_TRANSLATE_NOOP("Manual",
                           "Light from the front, nobody else in the picture. The person does one thing after "
                           "the other, slowly: what is asked stands below the picture. Staff stay aside.")},
    Note{"Match", "", QT_TRANSLATE_NOOP("Manual", "Nothing to do: the person touches {primary}.")},
    Note{"ChooseNumbers", "",
         QT_TRANSLATE_NOOP("Manual",
                           "The person answers for each number; staff do not answer for them. A number without an "
                           "answer stays out of the confirmation.")},
    Note{"Possession", QT_TRANSLATE_NOOP("Manual", "The digits on the phone (where the carrier asks)"),
         QT_TRANSLATE_NOOP("Manual",
                           "The person reads the newest message on their own phone. {secondary} orders another "
                           "one. After three wrong tries a member of staff takes over.")},
    Note{"Review", "", QT_TRANSLATE_NOOP("Manual", "A mistake? {back} leads to the numbers.")},
    Note{"Deliver", "", QT_TRANSLATE_NOOP("Manual", "Give the card back. Wait for the next page.")},
    Note{"Receipt", "",
         QT_TRANSLATE_NOOP("Manual", "Print the receipt, or let the person scan it with their phone. {primary} erases "
                                     "everything for the next person.")},
    Note{"Comfort", "",
         QT_TRANSLATE_NOOP("Manual", "For people who see or hear badly. It goes back to normal for the next person.")},
    Note{"Idle", "",
         QT_TRANSLATE_NOOP("Manual",
                           "It comes when nobody has touched the screen for some minutes. While a clerk serves at "
                           "the counter it does not come.")},
    // --- special roads
    Note{"ReadChip.gone", "",
         QT_TRANSLATE_NOOP("Manual", "Lay the same card back and leave it there. Nothing has to be entered again.")},
    Note{"Verdict.issuer", QT_TRANSLATE_NOOP("Manual", "The issuer is not confirmed yet"),
         QT_TRANSLATE_NOOP("Manual",
                           "The card may be used. Go on as usual: the carrier checks the issuer and decides.")},
    Note{"GuardianConsent", "",
         QT_TRANSLATE_NOOP("Manual",
                           "The parent reads and ticks. Make sure that it is a parent or guardian of this child "
                           "and an adult.")},
    Note{"Identify.parent", "", QT_TRANSLATE_NOOP("Manual", "Now the digits of the parent's card, not the child's.")},
    Note{"PlaceCard.parent", "",
         QT_TRANSLATE_NOOP("Manual", "The child's card off, the parent's card on. The two must be different cards.")},
    Note{"CaptureFace.parent", "",
         QT_TRANSLATE_NOOP("Manual", "Only the parent stands before the camera; the child steps aside.")},
    Note{"ChooseNumbers.organisation", QT_TRANSLATE_NOOP("Manual", "An organisation's number in the list"),
         QT_TRANSLATE_NOOP("Manual",
                           "Who was given the SIM answers that it is theirs. It stays the organisation's number and "
                           "does not count as one of the person's own.")},
    Note{"Problem.fourth", "",
         QT_TRANSLATE_NOOP("Manual", "Nothing was sent. {primary} leads back: with one number left out the others pass. Or name the "
                                   "nearest shop of the carrier.")},
    Note{"PlaceCard.noChip", QT_TRANSLATE_NOOP("Manual", "The person says so"),
         QT_TRANSLATE_NOOP("Manual", "Look at the card: is it a citizen card with a chip? If not, touch {secondary}.")},
    Note{"Problem.noChip", QT_TRANSLATE_NOOP("Manual", "The counter takes over"),
         QT_TRANSLATE_NOOP("Manual",
                           "The same page comes when the chip was silent in every try. Confirm the number at the "
                           "counter, the way the carrier prescribes.")},
    Note{"ChooseNumbers.offline", QT_TRANSLATE_NOOP("Manual", "The carrier cannot be asked"),
         QT_TRANSLATE_NOOP("Manual", "Go on as usual. Only the numbers that were typed are in the list.")},
    Note{"Receipt.kept", QT_TRANSLATE_NOOP("Manual", "The receipt without a network"),
         QT_TRANSLATE_NOOP("Manual",
                           "The person may go home. Connect the kiosk to the network as soon as you can; what "
                           "waits is in the list of the queue.")},
    Note{"Receipt.received", QT_TRANSLATE_NOOP("Manual", "The carrier still checks"),
         QT_TRANSLATE_NOOP("Manual",
                           "It has arrived, and the carrier answers the person by message. Do not begin again.")},
    Note{"DocumentPictures", "",
         QT_TRANSLATE_NOOP("Manual", "No lamp may shine back from the card. Hold it flat, and close enough to fill the "
                                     "picture.")},
    Note{"DocumentPictures.back", "", QT_TRANSLATE_NOOP("Manual", "Turn the card over and hold it as before.")},
    Note{"SignatureOffer", "",
         QT_TRANSLATE_NOOP("Manual", "The person decides alone. Their number is confirmed with or without it.")},
    Note{"Signing", "",
         QT_TRANSLATE_NOOP("Manual",
                           "Who cannot draw with a finger touches {secondary}. {clear} gives an empty field.")},
    // --- staff
    Note{"Greeting.door", QT_TRANSLATE_NOOP("Manual", "The door for staff"),
         QT_TRANSLATE_NOOP("Manual", "Touch {staff}. It is there once the first supervisor was added to this kiosk.")},
    Note{"Staff.number", QT_TRANSLATE_NOOP("Manual", "Sign in: the staff number"),
         QT_TRANSLATE_NOOP("Manual", "Type your number; letters come from a keyboard.")},
    Note{"Staff.pin", QT_TRANSLATE_NOOP("Manual", "Sign in: the PIN"),
         QT_TRANSLATE_NOOP("Manual",
                           "Six digits or more. Let nobody look on. Without a touch for two minutes you are signed "
                           "out.")},
    Note{"Staff.wrong", QT_TRANSLATE_NOOP("Manual", "A wrong PIN"),
         QT_TRANSLATE_NOOP("Manual", "Try again slowly. After five wrong tries you have to wait; after ten only a "
                                     "supervisor helps, with a new PIN.")},
    Note{"Staff.Today", "",
         QT_TRANSLATE_NOOP("Manual",
                           "What was done here today. Refused ones need the carrier; waiting ones a network.")},
    Note{"Staff.Queue", "",
         QT_TRANSLATE_NOOP("Manual",
                           "What the carrier does not have yet, and why. It is sent by itself; nobody has to begin "
                           "again.")},
    Note{"Staff.Health", "",
         QT_TRANSLATE_NOOP("Manual", "Look here each morning. What is not ready says what to do; the rest is for the "
                                     "technician.")},
    Note{"Staff.Settings", "",
         QT_TRANSLATE_NOOP("Manual",
                           "{change} moves to the next value; it holds from the next person on. Lines without a "
                           "button are decided elsewhere.")},
    Note{"Greeting.serving", QT_TRANSLATE_NOOP("Manual", "While you serve"),
         QT_TRANSLATE_NOOP("Manual",
                           "Your number stands at the bottom and goes into every confirmation. Leave the counter? "
                           "Sign out there.")},
    Note{"ChooseNumbers.covered", QT_TRANSLATE_NOOP("Manual", "Phone numbers while you serve"),
         QT_TRANSLATE_NOOP("Manual",
                           "The middle digits are covered. A touch on a number shows it whole; ask the person "
                           "first.")},
    // --- what goes wrong
    Note{"Problem", QT_TRANSLATE_NOOP("Manual", "What such a page looks like"),
         QT_TRANSLATE_NOOP("Manual",
                           "Read the page aloud to the person and do what it says. The code is for you: look it up "
                           "in the list.")},
};

struct Role
{
    app::StaffRole role;
    const char* name;
};

constexpr std::array roles = {
    Role{app::StaffRole::Helper, QT_TRANSLATE_NOOP("Manual", "helper")},
    Role{app::StaffRole::Clerk, QT_TRANSLATE_NOOP("Manual", "clerk")},
    Role{app::StaffRole::Supervisor, QT_TRANSLATE_NOOP("Manual", "supervisor")},
    Role{app::StaffRole::Technician, QT_TRANSLATE_NOOP("Manual", "technician")},
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Manual", text);
}

} // namespace

QString manualLabel(ManualLabel label)
{
    return translated(labels.at(static_cast<std::size_t>(label)));
}

ManualNote manualNote(std::string_view key)
{
    for (const Note& each : notes)
        if (each.key == key)
            return {*each.heading ? translated(each.heading) : QString(), translated(each.staff)};
    return {};
}

QString rolesThatMay(app::StaffRight right)
{
    QStringList names;
    for (const Role& each : roles)
        if (app::mayDo(each.role, right))
            names << translated(each.name);
    return names.join(QStringLiteral(", "));
}

} // namespace chinhchu::ui
