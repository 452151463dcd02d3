#pragma once

#include "app/session/kiosk_parts.h"
#include "ui/view_models/staff_office.h"

namespace chinhchu::ui {

/// The staff's pages of a real installation: its register of members, its queue, its health and its settings. Opens
/// what it needs for each answer and keeps nothing. Who came, went or was refused stands in the audit trail.
class KioskOffice : public StaffOffice
{
public:
    explicit KioskOffice(app::KioskOptions options)
        : m_options(std::move(options))
    {
    }

    bool hasMembers() override;
    Result<app::StaffMember> signIn(const QString& id, const SecretText& pin) override;
    void signedOut(const QString& id, const QString& why) override;
    std::vector<StaffLine> today() override;
    std::vector<StaffLine> queue() override;
    std::vector<StaffLine> health() override;
    std::vector<StaffLine> settings() override;
    Result<app::KioskSettings> change(const QString& setting, const QString& id) override;

private:
    [[nodiscard]] Result<std::vector<app::Outbox::Entry>> entries() const;
    [[nodiscard]] Result<void> record(const app::AuditEvent& event) const;

    app::KioskOptions m_options;
};

} // namespace chinhchu::ui
