#include "server/copy_report.h"

#include "server/load_progress.h"

#include <fmt/format.h>

namespace lintas::server {

std::string copy_text(const std::string& to, const CopyReport& report) {
    return fmt::format("{}: {} nodes, {} relationships, version {}, {:.1f} MB\n", to,
                       grouped(report.nodes), grouped(report.relationships), report.version,
                       double(report.bytes) / 1e6);
}

} // namespace lintas::server
