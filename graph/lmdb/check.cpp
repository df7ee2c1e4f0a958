#include "graph/lmdb/check.h"

#include "graph/error.h"
#include "graph/lmdb/check_adjacency.h"
#include "graph/lmdb/check_columns.h"
#include "graph/lmdb/check_pages.h"
#include "graph/lmdb/opened_file.h"
#include "graph/lmdb/store_header.h"

#include <fmt/format.h>

namespace lintas {

namespace {

using namespace lmdb;

constexpr std::size_t most_findings = 1000;

class StoreCheck {
public:
    explicit StoreCheck(CheckReport& report) : report_{report} {}

    void run(const PageFile& file) {
        const auto tables = check_pages(file, note_, {});
        if (!tables) return;
        report_.pages = file.newest().last_page + 1;
        report_.segments = tables->segments.size();
        check_tables(*tables, file.newest().transaction);
    }

private:
    void check_tables(const StoreTables& tables, std::uint64_t transaction) {
        read_store_header(tables.meta, transaction, note_);
        const auto catalogue = read_catalogue(tables.catalogue, note_);
        const auto counts = read_counts(tables.statistics, note_);
        for (const auto& entry : tables.segments) check_segment(entry);
        // What follows trusts every byte that has a checksum.
        if (!report_.findings.empty()) return;
        const GraphTables graph{tables.segments, catalogue, note_};
        expect_owners(graph, catalogue, note_);
        if (report_.findings.empty()) check_graph(graph, catalogue, counts);
    }
    void check_segment(const TableEntry& entry) {
        const auto key = to_segment_key(entry.key);
        if (!key) return note_("A segment has a key of an unknown kind");
        if (!is_intact({*key, entry.value}))
            note_(fmt::format("Segment `{}` is not as it was written", to_text(*key)));
    }
    void check_graph(const GraphTables& graph, const Catalogue& catalogue, const Counts& counts) {
        check_columns(graph, catalogue, note_);
        if (!report_.findings.empty()) return;
        Counts found;
        count_nodes(graph, found);
        check_adjacency(graph, catalogue, found, note_);
        if (report_.findings.empty() && found != counts)
            note_("The statistics differ from what is there");
        for (const auto& group : graph.groups(Entity::Relationship))
            report_.relationships += group.rows;
    }
    void count_nodes(const GraphTables& graph, Counts& counts) {
        const auto& groups = graph.groups(Entity::Node);
        for (std::uint32_t number = 0; number < groups.size(); ++number) {
            const auto& group = groups[number];
            report_.nodes += group.rows;
            if (group.owner != mixed_owner)
                counts.nodes[group.owner] += group.rows;
            else
                for (std::uint32_t row = 0; row < group.rows; ++row)
                    ++counts.nodes[raw(graph.label_set(NodeId{number << row_bits | row}))];
        }
    }

    CheckReport& report_;
    const Report note_ = [this](const std::string& what) {
        if (report_.findings.size() < most_findings)
            report_.findings.push_back(what);
        else if (report_.findings.size() == most_findings)
            report_.findings.emplace_back("There is more; it is left out");
    };
};

} // namespace

CheckReport check_lmdb_store(const std::filesystem::path& path) {
    const MappedFile mapped{path};
    const PageFile file{mapped.bytes()};
    if (mapped.bytes().empty() || !file.looks_like_lmdb()) expect_lmdb_file(mapped, path);
    CheckReport report;
    StoreCheck{report}.run(file);
    return report;
}

} // namespace lintas
