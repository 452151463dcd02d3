#pragma once

#include "ui/view_models/staff_office.h"

namespace chinhchu::scripted {

/// An office for pictures of the staff's pages: an ordinary day at an invented kiosk, in the words of the real office
/// (ui/program/kiosk_office.h). One supervisor: number 2041, PIN 736412.
class ManualOffice : public ui::StaffOffice
{
public:
    bool hasMembers() override { return true; }
    Result<app::StaffMember> signIn(const QString& id, const SecretText& pin) override;
    void signedOut(const QString&, const QString&) override {}
    std::vector<ui::StaffLine> today() override;
    std::vector<ui::StaffLine> queue() override;
    std::vector<ui::StaffLine> health() override;
    std::vector<ui::StaffLine> settings() override;
    Result<app::KioskSettings> change(const QString& setting, const QString& id) override;
};

} // namespace chinhchu::scripted
