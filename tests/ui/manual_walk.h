#pragma once

#include "ui/walk/manual/manual.h"
#include "ui/window/kiosk_window.h"

#include <vector>

namespace chinhchu::scripted {

/// Walks an invented person, a child with a parent and a member of staff through every page, and every failure, and
/// writes down what the pages show: the user manual in the language that is installed.
class ManualWalk
{
public:
    /// Painting the pages is most of the work; the words alone take seconds.
    enum class Pictures
    {
        Taken,
        LeftOut
    };

    explicit ManualWalk(Pictures pictures);

    [[nodiscard]] ui::Manual walk();
    /// What was laid out badly on the way, with the page's key or the failure's code before it (layout_check.h).
    [[nodiscard]] const QStringList& faults() const { return m_faults; }

private:
    using State = app::Session::State;
    struct Button
    {
        QString name; ///< "primary"; of "list-Today" the first part
        QString words;
    };

    [[nodiscard]] ui::Manual::Chapter usualSession();
    [[nodiscard]] ui::Manual::Section sheets();
    [[nodiscard]] ui::Manual::Chapter specialRoads();
    [[nodiscard]] ui::Manual::Section child();
    [[nodiscard]] ui::Manual::Section withoutNetwork();
    [[nodiscard]] ui::Manual::Section cardPictures();
    [[nodiscard]] ui::Manual::Page signing();
    [[nodiscard]] ui::Manual::Chapter staffPages();
    [[nodiscard]] ui::Manual::Chapter whatGoesWrong();
    [[nodiscard]] std::vector<ui::Manual::Problem> problems();

    /// The page of @p state as in the middle of its use, under the key of its note.
    ui::Manual::Page at(State state, const char* key);
    ui::Manual::Page failed(FailureCode code, const char* key);
    /// The page that shows now.
    ui::Manual::Page seen(const char* key);
    ui::Manual::Page list(const char* name, app::StaffRight right);
    void typeToStaff(const QString& digits);

    [[nodiscard]] QImage picture();
    void judge(const QString& page);
    [[nodiscard]] QQuickItem* shownPage() const;
    [[nodiscard]] std::vector<Button> buttons() const;

    Pictures m_pictures;
    app::Session m_session;
    ui::Kiosk m_kiosk;
    ui::KioskWindow m_window;
    QStringList m_faults;
};

} // namespace chinhchu::scripted
