#include "ui/view_models/card_number.h"

#include <QDate>

#include <array>

namespace chinhchu::ui {

namespace {

struct Place
{
    const char* prefix;
    const char* name;
};

// Names of places are the same in both languages.
constexpr std::array places = {
    Place{"001", "Hà Nội"},
    Place{"002", "Hà Giang"},
    Place{"004", "Cao Bằng"},
    Place{"006", "Bắc Kạn"},
    Place{"008", "Tuyên Quang"},
    Place{"010", "Lào Cai"},
    Place{"011", "Điện Biên"},
    Place{"012", "Lai Châu"},
    Place{"014", "Sơn La"},
    Place{"015", "Yên Bái"},
    Place{"017", "Hòa Bình"},
    Place{"019", "Thái Nguyên"},
    Place{"020", "Lạng Sơn"},
    Place{"022", "Quảng Ninh"},
    Place{"024", "Bắc Giang"},
    Place{"025", "Phú Thọ"},
    Place{"026", "Vĩnh Phúc"},
    Place{"027", "Bắc Ninh"},
    Place{"030", "Hải Dương"},
    Place{"031", "Hải Phòng"},
    Place{"033", "Hưng Yên"},
    Place{"034", "Thái Bình"},
    Place{"035", "Hà Nam"},
    Place{"036", "Nam Định"},
    Place{"037", "Ninh Bình"},
    Place{"038", "Thanh Hóa"},
    Place{"040", "Nghệ An"},
    Place{"042", "Hà Tĩnh"},
    Place{"044", "Quảng Bình"},
    Place{"045", "Quảng Trị"},
    Place{"046", "Huế"},
    Place{"048", "Đà Nẵng"},
    Place{"049", "Quảng Nam"},
    Place{"051", "Quảng Ngãi"},
    Place{"052", "Bình Định"},
    Place{"054", "Phú Yên"},
    Place{"056", "Khánh Hòa"},
    Place{"058", "Ninh Thuận"},
    Place{"060", "Bình Thuận"},
    Place{"062", "Kon Tum"},
    Place{"064", "Gia Lai"},
    Place{"066", "Đắk Lắk"},
    Place{"067", "Đắk Nông"},
    Place{"068", "Lâm Đồng"},
    Place{"070", "Bình Phước"},
    Place{"072", "Tây Ninh"},
    Place{"074", "Bình Dương"},
    Place{"075", "Đồng Nai"},
    Place{"077", "Bà Rịa - Vũng Tàu"},
    Place{"079", "TP HCM"},
    Place{"080", "Long An"},
    Place{"082", "Tiền Giang"},
    Place{"083", "Bến Tre"},
    Place{"084", "Trà Vinh"},
    Place{"086", "Vĩnh Long"},
    Place{"087", "Đồng Tháp"},
    Place{"089", "An Giang"},
    Place{"091", "Kiên Giang"},
    Place{"092", "Cần Thơ"},
    Place{"093", "Hậu Giang"},
    Place{"094", "Sóc Trăng"},
    Place{"095", "Bạc Liêu"},
    Place{"096", "Cà Mau"},
};

QString placeOf(const QString& prefix)
{
    for (const Place& place : places)
        if (prefix == QLatin1String(place.prefix))
            return QString::fromUtf8(place.name);
    return {};
}

} // namespace

CardNumberParts cardNumberParts(const QString& digits)
{
    CardNumberParts parts;
    if (digits.size() >= 3) {
        parts.place = placeOf(digits.left(3));
        parts.doubtful = parts.place.isEmpty();
    }
    if (digits.size() >= 6) {
        const int century = 1900 + digits[3].digitValue() / 2 * 100;
        parts.birthYear = century + digits.mid(4, 2).toInt();
        parts.doubtful = parts.doubtful || parts.birthYear > QDate::currentDate().year();
    }
    return parts;
}

} // namespace chinhchu::ui
