#include "graph/lmdb/check.h"

#include "graph/error.h"
#include "graph/lmdb/check_adjacency.h"
#include "graph/lmdb/check_columns.h"
#include "graph/lmdb/check_graph.h"
#include "graph/lmdb/check_pages.h"
#include "graph/lmdb/log_file.h"
#include "graph/lmdb/opened_file.h"
#include "graph/lmdb/replay.h"
#include "graph/lmdb/statistics_record.h"
#include "graph/lmdb/store_header.h"

#include <fmt/format.h>

namespace lintas {

namespace {

using namespace lmdb;

constexpr std::size_t most_findings = 1000;

class StoreCheck {
public:
    StoreCheck(std::filesystem::path path, CheckReport& report)
        : path_{std::move(path)}, report_{report} {}

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
        if (!fits(counts, catalogue)) note_("Table `stat` counts what is not in the catalogue");
        if (!report_.findings.empty()) return;
        check_columns(graph, catalogue, note_);
        if (!have_sound_shapes(graph, note_) || !report_.findings.empty()) return;
        try {
            check_state(tables, transaction);
        } catch (const Error& error) {
            note_(error.what());
        }
    }
    void check_segment(const TableEntry& entry) {
        const auto key = to_segment_key(entry.key);
        if (!key) return note_("A segment has a key of an unknown kind");
        if (!is_intact({*key, entry.value}))
            note_(fmt::format("Segment `{}` is not as it was written", to_text(*key)));
    }
    void check_state(const StoreTables& tables, std::uint64_t transaction) {
        const auto base = std::make_shared<const LmdbSnapshot>(tables, transaction);
        auto state = state_of(base, std::make_shared<ChangeLog>());
        const auto bytes = read_log_file(log_path_of(path_));
        if (const auto log = own_log(bytes, base->header())) {
            report_.commits = log->commits.size();
            replay(*log, state, 1);
        }
        const auto seen = check_graph(OverlaidSnapshot{std::move(state)}, note_);
        report_.nodes = seen.nodes;
        report_.relationships = seen.relationships;
    }

    std::filesystem::path path_;
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
    StoreCheck{path, report}.run(file);
    return report;
}

} // namespace lintas
