#pragma once

#include "ui/view_models/staff_office.h"

#include <QStringList>

namespace chinhchu::scripted {

/// One member, 2041, with the PIN 736412.
class InventedOffice : public ui::StaffOffice
{
public:
    using Tone = ui::StaffLine::Tone;

    bool hasMembers() override { return members; }
    Result<app::StaffMember> signIn(const QString& id, const SecretText& pin) override
    {
        if (blocked)
            return chinhchu::fail(FailureCode::StaffBlocked, "15 s");
        if (id != u"2041" || pin.view() != "736412")
            return chinhchu::fail(FailureCode::StaffPinWrong, {});
        return app::StaffMember{id, QStringLiteral("Trần Thị Kiểm Thử"), role};
    }
    std::vector<ui::StaffLine> today() override { return {{"Xác nhận hôm nay", "17", {}, Tone::Plain}}; }
    std::vector<ui::StaffLine> queue() override
    {
        return {{"07:45, 22/11/2026", "3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234",
                 "CARRIER_UNREACHABLE: Connection refused · 07:52, 22/11/2026", Tone::Plain}};
    }
    std::vector<ui::StaffLine> health() override
    {
        std::vector<ui::StaffLine> lines(8, {"Đầu đọc thẻ", "Sẵn sàng", "Virtual PCD 00 00", Tone::Good, {}});
        lines.push_back(
            {"Máy ảnh", "Máy ảnh không có hình.", "Kiểm tra xem máy ảnh đã cắm và không bị che chưa.", Tone::Bad});
        return lines;
    }
    std::vector<ui::StaffLine> settings() override
    {
        return {
            {"Ngôn ngữ lúc bắt đầu", language == u"en" ? "English" : "Tiếng Việt", {}, Tone::Plain, "language"},
            {"Máy ảnh", "Máy đầu tiên được cắm", {}, Tone::Plain, "camera"},
            {"Thiết bị", "kiosk-0001", "Do việc đăng ký thiết bị quyết định (chinhchu enrol-device)", Tone::Plain, {}}};
    }
    Result<app::KioskSettings> change(const QString& setting, const QString& id) override
    {
        if (setting != u"language" || id != u"2041")
            return chinhchu::fail(FailureCode::UsageInvalid, {});
        language = language == u"en" ? "vi" : "en";
        app::KioskSettings settings;
        settings.language = language;
        settings.largeText = true;
        return settings;
    }
    void signedOut(const QString& id, const QString& why) override { out << id + u' ' + why; }

    bool members = true;
    bool blocked = false;
    app::StaffRole role = app::StaffRole::Supervisor;
    QString language = QStringLiteral("vi");
    QStringList out; ///< who signed out, and why
};

} // namespace chinhchu::scripted
