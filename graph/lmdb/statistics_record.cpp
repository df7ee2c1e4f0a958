#include "graph/lmdb/statistics_record.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::string_view nodes_key = "nodes";
constexpr std::string_view relationships_key = "relationships";

Record record_of(std::string_view key, ByteWriter&& writer) {
    const auto bytes = bytes_of(key);
    return {{bytes.begin(), bytes.end()}, writer.take()};
}

void read_nodes(ByteReader reader, Counts& counts) {
    while (reader.left() >= 12) {
        const auto set = *reader.get<std::uint32_t>();
        counts.nodes[set] = *reader.get<std::uint64_t>();
    }
}

void read_relationships(ByteReader reader, Counts& counts) {
    while (reader.left() >= 20) {
        const auto source = *reader.get<std::uint32_t>();
        const auto type = *reader.get<std::uint32_t>();
        const auto target = *reader.get<std::uint32_t>();
        counts.relationships[{source, type, target}] = *reader.get<std::uint64_t>();
    }
}

} // namespace

std::vector<Record> to_records(const Counts& counts) {
    ByteWriter nodes;
    for (const auto& [set, count] : counts.nodes) {
        nodes.put(set);
        nodes.put(count);
    }
    ByteWriter relationships;
    for (const auto& [triple, count] : counts.relationships) {
        const auto& [source, type, target] = triple;
        relationships.put(source);
        relationships.put(type);
        relationships.put(target);
        relationships.put(count);
    }
    return {record_of(nodes_key, std::move(nodes)),
            record_of(relationships_key, std::move(relationships))};
}

Counts read_counts(std::span<const TableEntry> entries, const Report& report) {
    Counts counts;
    if (entries.size() != 2) report("Table `stat` has not two records");
    for (const auto& entry : entries) {
        const auto value = open_record(entry);
        if (!value)
            report("A record of table `stat` is damaged");
        else if (text_of(entry.key) == nodes_key)
            read_nodes(ByteReader{*value}, counts);
        else if (text_of(entry.key) == relationships_key)
            read_relationships(ByteReader{*value}, counts);
        else
            report("A record of table `stat` is of an unknown kind");
    }
    return counts;
}

bool fits(const Counts& counts, const Catalogue& catalogue) {
    const auto sets = catalogue.label_sets.size();
    const auto types = catalogue.symbols.types.all().size();
    const bool nodes_fit =
        std::ranges::all_of(counts.nodes, [sets](const auto& count) { return count.first < sets; });
    return nodes_fit && std::ranges::all_of(counts.relationships, [&](const auto& count) {
               const auto& [source, type, target] = count.first;
               return source < sets && type < types && target < sets;
           });
}

Statistics to_statistics(const Counts& counts, const Catalogue& catalogue) {
    Statistics statistics;
    for (const auto& [set, count] : counts.nodes) {
        statistics.nodes += count;
        statistics.nodes_of_label_set[catalogue.label_sets.at(set)] += count;
    }
    for (const auto& [triple, count] : counts.relationships) {
        const auto& [source, type, target] = triple;
        statistics.relationships += count;
        statistics.relationships_of_type[TypeId{type}] += count;
        statistics.relationships_of_triple[{catalogue.label_sets.at(source), TypeId{type},
                                            catalogue.label_sets.at(target)}] += count;
    }
    return statistics;
}

} // namespace lintas::lmdb
