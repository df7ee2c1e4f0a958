#include "server/load_summary.h"

#include "server/load_progress.h"
#include "server/output/display_width.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace lintas::server {

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

// "Institution 35,990, Country 213"; the largest first.
std::string by_size(const std::map<std::string, std::uint64_t>& counts) {
    Counts sorted{counts.begin(), counts.end()};
    std::ranges::stable_sort(sorted, std::greater{}, &Counts::value_type::second);
    std::string text;
    for (const auto& [name, count] : sorted)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, grouped(count));
    return text;
}

std::string source_summary(const loaders::SourceReport& source) {
    auto text =
        fmt::format("{} ({}): {} rows", visible(source.path), source.format, grouped(source.rows));
    for (const auto& [name, count] : source.counts)
        text += fmt::format(", {} {}", grouped(count), name);
    text += '\n';
    for (const auto& [reason, count] : source.rejected)
        text += fmt::format("  rejected {}: {}\n", grouped(count), visible(reason));
    for (const auto& file : source.ignored)
        text += fmt::format("  left aside: {}\n", visible(file));
    return text;
}

std::string change_summary(const loaders::ChangeReport& change) {
    return fmt::format("Changed in place: nodes {} created, {} changed, {} deleted; relationships "
                       "{} created, {} changed, {} deleted\n",
                       grouped(change.nodes_created), grouped(change.nodes_changed),
                       grouped(change.nodes_deleted), grouped(change.relationships_created),
                       grouped(change.relationships_changed),
                       grouped(change.relationships_deleted));
}

} // namespace

std::string load_summary(const loaders::LoadReport& report) {
    std::string text;
    for (const auto& source : report.sources) text += source_summary(source);
    text += fmt::format("{} nodes: {}\n", grouped(report.nodes), by_size(report.nodes_of_label));
    text += fmt::format("{} relationships: {}\n", grouped(report.relationships),
                        by_size(report.relationships_of_type));
    if (report.change) text += change_summary(*report.change);
    if (report.rejected > 0)
        text += fmt::format("{} rows were rejected; they are in {}\n", grouped(report.rejected),
                            report.reject_file.string());
    return text;
}

} // namespace lintas::server
