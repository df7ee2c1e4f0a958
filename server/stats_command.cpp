#include "server/command.h"
#include "server/open_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace lintas::server {

namespace {

struct Count {
    std::string name;
    std::uint64_t count;
};

void write_counts(Sink& sink, std::string_view title, std::vector<Count> counts) {
    std::ranges::stable_sort(counts, std::greater{}, &Count::count);
    sink.write(fmt::format("{}\n", title));
    for (const auto& [name, count] : counts) sink.write(fmt::format("{:>14}  {}\n", count, name));
}

std::vector<Count> labels(const Snapshot& snapshot) {
    std::vector<Count> counts;
    const auto& names = snapshot.symbols().labels;
    for (std::uint32_t id = 0; id < names.all().size(); ++id)
        counts.push_back({names.name(LabelId{id}), snapshot.statistics().node_count(LabelId{id})});
    return counts;
}

std::vector<Count> types(const Snapshot& snapshot) {
    std::vector<Count> counts;
    for (const auto& [type, count] : snapshot.statistics().relationships_of_type)
        counts.push_back({snapshot.symbols().types.name(type), count});
    return counts;
}

std::string label_text(const Snapshot& snapshot, const LabelSet& labels) {
    std::string text;
    for (const auto label : labels) text += ":" + snapshot.symbols().labels.name(label);
    return text;
}

std::vector<Count> patterns(const Snapshot& snapshot) {
    std::vector<Count> counts;
    for (const auto& [triple, count] : snapshot.statistics().relationships_of_triple) {
        const auto& [source, type, target] = triple;
        counts.push_back(
            {fmt::format("({})-[:{}]->({})", label_text(snapshot, source),
                         snapshot.symbols().types.name(type), label_text(snapshot, target)),
             count});
    }
    return counts;
}

struct StatsArguments {
    std::string store;
    std::string as_of;
};

int run_stats(const StatsArguments& arguments, Console& console) {
    const auto path = path_as_of(arguments.store, arguments.as_of).string();
    const auto store = open_store(arguments.store, arguments.as_of);
    const auto snapshot = store->snapshot();
    const auto& statistics = snapshot->statistics();
    console.output.write(fmt::format(
        "{}: {} nodes, {} relationships, {} property keys, {} bytes\n"
        "store {}, version {}\n\n",
        path, statistics.nodes, statistics.relationships, snapshot->symbols().keys.all().size(),
        std::filesystem::file_size(path), snapshot->identity(), snapshot->version()));
    write_counts(console.output, "Nodes by label", labels(*snapshot));
    write_counts(console.output, "\nRelationships by type", types(*snapshot));
    write_counts(console.output, "\nRelationships by the labels of their ends",
                 patterns(*snapshot));
    return 0;
}

} // namespace

Action define_stats(CommandLine& line) {
    const auto arguments = std::make_shared<StatsArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.option("--as-of", arguments->as_of, "Of the snapshot of that name");
    return [arguments](Console& console) { return run_stats(*arguments, console); };
}

} // namespace lintas::server
