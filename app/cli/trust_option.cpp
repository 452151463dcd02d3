#include "app/cli/trust_option.h"

#include "app/settings/home.h"

#include <QFileInfo>

namespace chinhchu::app::cli {

void addTrustOption(QCommandLineParser& parser)
{
    parser.addOption({"trust", Text::tr("Folder with the certificates and CRLs of trusted issuers; the home folder's when absent."), "DIR"});
}

Result<nfc::TrustStore> trustFromOptions(const CommandContext& context)
{
    if (context.options.isSet("trust")) {
        const QString folder = context.options.value("trust");
        if (!QFileInfo(folder).isDir()) {
            return fail(FailureCode::FileUnreadable, folder.toStdString());
        }
        return nfc::TrustStore::load(folder.toStdString());
    }
    const QString folder = Home(context.home).trustFolder();
    if (!QFileInfo::exists(folder)) {
        return nfc::TrustStore();
    }
    return nfc::TrustStore::load(folder.toStdString());
}

} // namespace chinhchu::app::cli
