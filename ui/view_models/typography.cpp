#include "ui/view_models/typography.h"

#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace chinhchu::ui {

namespace {

constexpr QChar noBreak(0x00a0);

/// Words of the pages whose syllables are written apart. A line that ends inside one makes the eye stumble.
constexpr std::array words = {
    "quý khách",     "căn cước", "điện thoại", "chính chủ",  "chính nó",  "xác thực",  "xác nhận",  "đồng ý",
    "nhà mạng",      "đầu đọc",  "thông báo",  "thông tin",  "khuôn mặt", "máy ảnh",   "nhân viên", "kỹ thuật",
    "kỹ thuật viên", "cha mẹ",   "giám hộ",    "thành niên", "tin nhắn",  "dữ liệu",   "kính đen",  "khung tròn",
    "khẩu trang",    "chữ ký",   "chữ số",     "thuê bao",   "pháp luật", "bắt đầu",   "kết thúc",  "công an",
    "chứng thư",     "phản hồi", "trực tiếp",  "giao dịch",  "đăng ký",   "một chiều", "hai chiều", "biên nhận",
    "thiết bị",      "ứng dụng", "giấy tờ",    "bắt buộc",   "ngón tay",  "hiệu lực",  "liên lạc",  "mã PIN",
    "ánh sáng",      "tiếp tục", "gắn chip",
};

bool isPartOfAWord(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

void joinWords(QString& text)
{
    for (const char* each : words) {
        const QString apart = QString::fromUtf8(each);
        for (qsizetype at = text.indexOf(apart, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(apart, at + 1, Qt::CaseInsensitive))
            if (!isPartOfAWord(text, at - 1) && !isPartOfAWord(text, at + apart.size()))
                for (qsizetype i = 0; i < apart.size(); ++i)
                    if (apart.at(i) == u' ')
                        text[at + i] = noBreak;
    }
}

/// "6 số": what is counted stays with its digits.
void joinCounts(QString& text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if (text.at(i) == u' ' && text.at(i - 1).isDigit() && text.at(i + 1).isLower())
            text[i] = noBreak;
}

/// A sentence does not begin with one short word at the end of a line: "Bỏ", "Xin".
void joinFirst(QString& text)
{
    constexpr qsizetype abrupt = 4;
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if (text.at(i) == u' ' && (text.at(i - 1) == u'.' || text.at(i - 1) == u',')) {
            const qsizetype next = text.indexOf(u' ', i + 1);
            if (next > 0 && next - i - 1 <= abrupt)
                text[next] = noBreak;
        }
}

void joinLast(QString& text)
{
    constexpr qsizetype lonely = 6; // with its full stop or question mark
    constexpr qsizetype most = 12;  // longer pieces leave holes
    const qsizetype last = std::max(text.lastIndexOf(u' '), text.lastIndexOf(noBreak));
    if (last <= 0 || text.at(last) == noBreak || text.size() - last - 1 > lonely)
        return;
    const qsizetype before = std::max(text.lastIndexOf(u' ', last - 1), text.lastIndexOf(noBreak, last - 1));
    if (text.size() - before - 1 <= most)
        text[last] = noBreak;
}

int lineCount(QTextLayout& layout, double width)
{
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
        line.setLineWidth(width);
    layout.endLayout();
    return lines;
}

} // namespace

QString keptTogether(const QString& plain)
{
    QString text = plain;
    joinWords(text);
    joinCounts(text);
    joinFirst(text);
    joinLast(text);
    return text;
}

QString asHeading(const QString& plain)
{
    const bool onlySentence = plain.endsWith(u'.') && plain.indexOf(QStringLiteral(". ")) < 0;
    return keptTogether(onlySentence ? plain.chopped(1) : plain);
}

double evenWidth(const QString& text, const QFont& font, double room)
{
    if (text.isEmpty() || room <= 0)
        return std::max(room, 0.0);
    QTextLayout layout(text, font);
    // As QQuickText lays its lines out.
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    const int lines = lineCount(layout, room);
    if (lines < 2)
        return room;
    double least = room / 2;
    double enough = room;
    while (enough - least > 4) {
        const double middle = (least + enough) / 2;
        // A word that is wider than the line sticks out without a further line.
        const bool tooLittle = lineCount(layout, middle) > lines || layout.minimumWidth() > middle;
        (tooLittle ? least : enough) = middle;
    }
    return std::min(room, std::ceil(enough) + 2);
}

} // namespace chinhchu::ui
