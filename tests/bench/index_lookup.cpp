// Measures lookups of publications by their id: through a range index, and by the scan that a query
// does without one. Prints times and their ratio, checks that both find the same, and fails if the
// index is less than a hundred times faster.
//
//     lintas_index_bench STORE
#include "graph/index/index_view.h"
#include "graph/lmdb/lmdb_store.h"
#include "query/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace {

using namespace lintas;
using Clock = std::chrono::steady_clock;

constexpr double least_ratio = 100;

double microseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::micro>{Clock::now() - begin}.count();
}

double median(std::vector<double> all) {
    std::ranges::sort(all);
    return all[all.size() / 2];
}

IndexDefinition publications_by_id() {
    IndexDefinition definition;
    definition.name = "publication_id";
    definition.labels = {"Publication"};
    definition.keys = {"id"};
    return definition;
}

std::vector<std::uint32_t> look_up(IndexView& view, const IndexDefinition& definition,
                                   const Value& id) {
    EntityNumbers found;
    auto seek = view.seek(definition, KeyBounds{{id}, {}, {}});
    while (seek && seek->next(found)) {
    }
    return found;
}

std::vector<std::uint32_t> scan(query::Engine& engine, const Value& id) {
    Map parameters;
    parameters.insert_or_assign("id", id);
    const auto cursor = engine.run("MATCH (n:Publication {id: $id}) RETURN n", parameters);
    std::vector<std::uint32_t> found;
    for (std::vector<Value> row; cursor->next(row);) found.push_back(raw(row[0].node()));
    return found;
}

std::vector<Value> some_ids(const RangeIndex& index, std::size_t count) {
    std::mt19937 random{42};
    std::vector<Value> ids;
    while (ids.size() < count)
        ids.push_back(index.sorted().key(0).value(random() % index.sorted().size()));
    return ids;
}

int run(const char* path) {
    const auto store = open_lmdb_store(path);
    const auto snapshot = store->snapshot();
    const auto definition = publications_by_id();
    const auto indexes = std::make_shared<Indexes>(*store);
    IndexView view{indexes, *snapshot};

    const auto begin = Clock::now();
    indexes->wait(definition, *snapshot, begin + std::chrono::minutes{10});
    const auto built = microseconds_since(begin);
    const auto index = indexes->peek_range(definition);
    if (!index || index->sorted().size() == 0) {
        fmt::print("The store has no publications with an id\n");
        return 2;
    }
    const auto entries = static_cast<double>(index->sorted().size());
    fmt::print("build: {:.0f} entries in {:.2f} s, {:.2f} s a million\n", entries, built / 1e6,
               built / entries);

    query::Engine engine{*store};
    std::vector<double> seeks;
    std::vector<double> scans;
    for (const auto& id : some_ids(*index, 2'000)) {
        const auto start = Clock::now();
        const auto found = look_up(view, definition, id);
        seeks.push_back(microseconds_since(start));
        if (seeks.size() % 100 != 0) continue;
        const auto scan_start = Clock::now();
        const auto scanned = scan(engine, id);
        scans.push_back(microseconds_since(scan_start));
        if (found != scanned) {
            fmt::print("The index and the scan find different nodes for {}\n", to_text(id));
            return 1;
        }
    }
    const auto ratio = median(scans) / median(seeks);
    fmt::print("lookup: {:.1f} us by index, {:.0f} us by scan, ratio {:.0f} (at least {:.0f})\n",
               median(seeks), median(scans), ratio, least_ratio);
    indexes->close();
    return ratio >= least_ratio ? 0 : 1;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "lintas_index_bench STORE\n");
        return 2;
    }
    return run(arguments[1]);
}
