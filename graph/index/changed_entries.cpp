#include "graph/index/changed_entries.h"

#include "graph/compare.h"
#include "graph/store.h"

#include <algorithm>

namespace lintas {

namespace {

std::weak_ordering order_of_keys(const IndexEntry& left, const IndexEntry& right) {
    for (std::size_t key = 0; key < left.keys.size(); ++key) {
        const auto found = order(left.keys[key], right.keys[key]);
        if (std::is_neq(found)) return found;
    }
    return std::weak_ordering::equivalent;
}

std::weak_ordering place_in(const KeyBounds& bounds, const IndexEntry& entry) {
    return place_of(bounds, [&entry](std::size_t key, const Value& value) {
        return order(entry.keys[key], value);
    });
}

} // namespace

std::weak_ordering order_of(const IndexEntry& left, const IndexEntry& right) {
    const auto by_keys = order_of_keys(left, right);
    return std::is_neq(by_keys) ? by_keys : left.entity <=> right.entity;
}

bool same_keys(const IndexEntry& left, const IndexEntry& right) {
    return std::is_eq(order_of_keys(left, right));
}

bool ChangedEntries::Less::operator()(const IndexEntry& entry, const KeyBounds& bounds) const {
    return std::is_lt(place_in(bounds, entry));
}

bool ChangedEntries::Less::operator()(const KeyBounds& bounds, const IndexEntry& entry) const {
    return std::is_gt(place_in(bounds, entry));
}

void ChangedEntries::add(const LabelledEntities& members, const std::vector<std::string>& keys,
                         std::span<const std::uint32_t> touched) {
    for (std::size_t begin = 0; begin < touched.size(); begin += batch_rows)
        add_some(members, keys,
                 touched.subspan(begin, std::min(batch_rows, touched.size() - begin)));
}

void ChangedEntries::add_some(const LabelledEntities& members, const std::vector<std::string>& keys,
                              std::span<const std::uint32_t> touched) {
    const auto marks = members.are_members(touched);
    EntityNumbers found;
    for (std::size_t at = 0; at < touched.size(); ++at)
        if (marks[at] != 0) found.push_back(touched[at]);
    if (found.empty()) return;
    std::vector<Column> columns;
    for (const auto& key : keys) columns.push_back(members.gather(key, found));
    for (std::size_t row = 0; row < found.size(); ++row) {
        if (columns.front().is_null(row)) continue;
        IndexEntry entry;
        for (const auto& column : columns) entry.keys.push_back(column.value(row));
        entry.entity = found[row];
        entries_.insert(std::move(entry));
    }
}

void ChangedEntries::find(const KeyBounds& bounds, std::vector<IndexEntry>& out) const {
    const auto [first, last] = entries_.equal_range(bounds);
    out.insert(out.end(), first, last);
}

} // namespace lintas
