#pragma once

#include "app/settings/enrolment.h"

#include <QProcess>
#include <QTemporaryDir>

namespace chinhchu::testing {

/// Runs the openssl command in @p folder; the test stops with its words when it fails.
QByteArray openssl(const QString& folder, const QStringList& arguments);

/// A folder with an enrolment and the other side's keys, all made by the openssl command:
///
///     enrolment/      as app/settings/home.h describes, device id "kiosk-0001"
///     carrier/        ca.key seal.key server.key server.crt, and a stranger's ca.crt server.key server.crt
class EnrolledHome
{
public:
    EnrolledHome();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] app::Home home() const { return app::Home(folder()); }
    /// The enrolment as the program loads it.
    [[nodiscard]] app::Enrolment enrolment() const;

    void write(const QString& name, const QByteArray& content) const;

private:
    struct MakeKeys
    {
    };
    explicit EnrolledHome(MakeKeys);
    void makeAuthority(const QString& key, const QString& certificate) const;
    void issue(const QString& key, const QString& certificate, const QString& commonName, const QString& authorityKey,
               const QString& authority) const;

    QTemporaryDir m_folder;
};

} // namespace chinhchu::testing
