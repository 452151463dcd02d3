#pragma once

#include <QString>

namespace chinhchu::app {

/// Where this installation keeps its things: --home, else $CHINHCHU_HOME, else the user's data folder.
///
///     enrolment/   device.key device.crt carrier-ca.crt carrier-seal.crt enrolment.json
///     trust/       CSCA certificates and CRLs
///     outbox.sqlite nonces.sqlite carrier-time.json
///     audit.log
///     staff.sqlite who may sign in
///     kiosk.json   what a technician set at the kiosk
///     policy.cms   what the carrier decided about its kiosks, signed
class Home
{
public:
    explicit Home(const QString& folder = {});

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString enrolmentFolder() const { return m_folder + "/enrolment"; }
    [[nodiscard]] QString trustFolder() const { return m_folder + "/trust"; }
    [[nodiscard]] QString auditFile() const { return m_folder + "/audit.log"; }
    [[nodiscard]] QString staffFile() const { return m_folder + "/staff.sqlite"; }
    [[nodiscard]] QString nonceFile() const { return m_folder + "/nonces.sqlite"; }
    [[nodiscard]] QString carrierTimeFile() const { return m_folder + "/carrier-time.json"; }
    [[nodiscard]] QString trustListFile() const { return m_folder + "/trust-list.cms"; }
    [[nodiscard]] QString policyFile() const { return m_folder + "/policy.cms"; }
    [[nodiscard]] QString settingsFile() const { return m_folder + "/kiosk.json"; }
    [[nodiscard]] QString outboxFile() const { return m_folder + "/outbox.sqlite"; }

private:
    QString m_folder;
};

} // namespace chinhchu::app
