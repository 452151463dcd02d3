#include "app/settings/free_space.h"

#include <filesystem>

namespace chinhchu::app {

qint64 freeBytes(const QString& folder)
{
    std::error_code unknown;
    const auto space = std::filesystem::space(folder.toStdString(), unknown);
    return unknown ? 0 : static_cast<qint64>(space.available);
}

} // namespace chinhchu::app
