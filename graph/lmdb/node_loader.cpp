#include "graph/lmdb/node_loader.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "graph/lmdb/encode_column.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::size_t most_waiting_groups = 4;

SegmentKey property_key(KeyId key, std::uint32_t group) {
    return {SegmentKind::NodeProperty, 0, raw(key), static_cast<std::uint16_t>(group), 0};
}

} // namespace

std::uint32_t NodeLoader::number_of(const LabelSet& labels) {
    const auto [found, is_new] =
        numbers_.try_emplace(labels, static_cast<std::uint32_t>(label_sets_.size()));
    if (is_new) {
        expect(std::ranges::adjacent_find(labels, std::greater_equal{}) == labels.end(),
               "the labels of a node ascend");
        label_sets_.push_back(labels);
        counts_.push_back(0);
    }
    return found->second;
}

NodeLoader::OpenGroup& NodeLoader::open_group(std::uint32_t label_set) {
    const auto owner = label_set < most_home_sets_ ? label_set : mixed_owner;
    const auto [found, is_new] = open_.try_emplace(owner);
    if (!is_new) return found->second;
    if (index_.groups.size() == group_rows)
        throw Error{ErrorCode::Limit, "The load has more than 4,294,967,296 nodes, or too many "
                                      "label sets for so many; the store allows no more"};
    found->second.group = static_cast<std::uint32_t>(index_.groups.size());
    index_.groups.push_back({owner, 0});
    return found->second;
}

void NodeLoader::add(const LabelSet& labels, std::size_t rows,
                     std::span<const PropertyColumn> properties, const Names<KeyId>& keys,
                     Nodes& out) {
    for (const auto& [key, column] : properties)
        expect(column.size() == rows, "a column has a row for each node");
    const auto label_set = number_of(labels);
    counts_[label_set] += rows;
    for (std::size_t begin = 0; begin < rows;) {
        auto& open = open_group(label_set);
        auto& [owner, filled] = index_.groups[open.group];
        const auto count = std::min<std::size_t>(rows - begin, group_rows - filled);
        for (const auto& [key, column] : properties)
            open.columns[key].append(column, begin, count, filled, keys.name(key));
        for (std::size_t at = 0; at < count; ++at)
            out.push_back(
                NodeId{static_cast<std::uint32_t>(open.group << row_bits | (filled + at))});
        if (owner == mixed_owner) index_.mixed[open.group].resize(filled + count, label_set);
        filled += static_cast<std::uint32_t>(count);
        begin += count;
        if (filled == group_rows) close(std::move(open_.extract(owner).mapped()));
    }
}

void NodeLoader::close() {
    for (auto& [owner, group] : open_) close(std::move(group));
    open_.clear();
}

void NodeLoader::close(OpenGroup group) {
    pool_.wait_for_room(most_waiting_groups);
    const auto rows = index_.groups[group.group].rows;
    pool_.add(TaskPool::Task{[this, rows, group = std::move(group)] { encode(group, rows); }});
}

// On the pool's thread: nothing but the dictionaries and the writer is shared with it.
void NodeLoader::encode(const OpenGroup& group, std::uint32_t rows) {
    for (const auto& [key, column] : group.columns) {
        auto segment =
            encode_column(property_key(key, group.group), column, rows, &dictionaries_[key]);
        if (segment) writer_.put(std::move(*segment));
    }
}

void NodeLoader::finish() {
    for (const auto& [key, dictionary] : dictionaries_)
        if (dictionary.size() > 0)
            writer_.put(dictionary.seal({SegmentKind::Dictionary, 0, raw(key)}));
    for (const auto& [group, sets] : index_.mixed) {
        ColumnBuilder numbers;
        numbers.append(Column{Integers(sets.begin(), sets.end())}, 0, sets.size(), 0, "label set");
        writer_.put(
            *encode_column({SegmentKind::LabelSets, 0, 0, static_cast<std::uint16_t>(group)},
                           numbers, static_cast<std::uint32_t>(sets.size()), nullptr));
    }
    writer_.put(encode_groups(Entity::Node, index_.groups));
}

} // namespace lintas::lmdb
