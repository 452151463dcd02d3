#pragma once

namespace chinhchu::sandbox {

class Connection;

/// Makes the tables that are missing. Several sandboxes may do it at once. Throws StoreError.
void makeTables(Connection& connection);

} // namespace chinhchu::sandbox
