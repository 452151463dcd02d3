#pragma once

#include "resources/base/failure.h"

#include <QImage>
#include <QString>

#include <vector>

namespace chinhchu::ui {

/// The user manual: the pages in the order in which people see them, with the words that they hold, then everything that
/// can go wrong. In the language that is installed; no other text than the pages' own but its headings.
class Manual
{
public:
    struct Page
    {
        QString file; ///< name of its picture
        QString title;
        QString instruction;
        QImage picture;
    };
    struct Problem
    {
        QString code;
        QString happened;
        QString todo;
        QString help;
    };

    void addPage(Page page) { m_pages.push_back(std::move(page)); }
    /// Sheets over a page: text size, colours and sound; the question after a pause.
    void addSheet(Page sheet) { m_sheets.push_back(std::move(sheet)); }
    /// Where help stands: one page with its picture, of the failures that share it.
    void addProblem(Problem problem) { m_problems.push_back(std::move(problem)); }
    void setProblemPicture(Page page) { m_problemPage = std::move(page); }

    /// `index.html`, `pictures/` and `chinhchu-LANGUAGE.pdf` in @p folder. STORAGE_FAILED names what cannot be written.
    [[nodiscard]] Result<void> write(const QString& folder) const;

private:
    [[nodiscard]] QString body(bool paper) const;
    [[nodiscard]] Result<void> writePictures(const QString& folder) const;
    [[nodiscard]] Result<void> writePdf(const QString& file) const;
    [[nodiscard]] std::vector<const Page*> all() const;

    std::vector<Page> m_pages;
    std::vector<Page> m_sheets;
    Page m_problemPage;
    std::vector<Problem> m_problems;
};

} // namespace chinhchu::ui
