#include "graph/lmdb/type_writer.h"

#include "graph/lmdb/column_table.h"
#include "graph/lmdb/encode_adjacency.h"
#include "graph/lmdb/encode_column.h"
#include "graph/lmdb/gather.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

std::uint32_t high(std::uint64_t payload) { return static_cast<std::uint32_t>(payload >> 32); }
std::uint32_t low(std::uint64_t payload) { return static_cast<std::uint32_t>(payload); }

std::vector<std::uint32_t> all_high(std::span<const std::uint64_t> payloads) {
    std::vector<std::uint32_t> numbers(payloads.size());
    std::ranges::transform(payloads, numbers.begin(), high);
    return numbers;
}

std::vector<std::uint32_t> all_low(std::span<const std::uint64_t> payloads) {
    std::vector<std::uint32_t> numbers(payloads.size());
    std::ranges::transform(payloads, numbers.begin(), low);
    return numbers;
}

} // namespace

std::vector<std::uint64_t> TypeWriter::group_sizes(const Ends& ends) const {
    std::vector<std::uint64_t> sizes(nodes_.groups.size());
    ends.each([&sizes](std::uint32_t node) { ++sizes[group_of(node)]; });
    return sizes;
}

// A payload is the target, then when it arrived: in that order, lists are as they should be.
GroupPartition TypeWriter::partition_by_source() const {
    GroupPartition outgoing{group_sizes(buffer_.sources())};
    std::vector<std::uint32_t> targets;
    targets.reserve(buffer_.size());
    buffer_.targets().each([&targets](std::uint32_t target) { targets.push_back(target); });
    std::uint32_t arrival = 0;
    buffer_.sources().each([&](std::uint32_t source) {
        outgoing.scatter(source, std::uint64_t{targets[arrival]} << 32 | arrival);
        ++arrival;
    });
    return outgoing;
}

void TypeWriter::write_outgoing() {
    const auto outgoing_size = buffer_.size();
    const auto outgoing = partition_by_source();
    incoming_ = std::make_unique<GroupPartition>(group_sizes(buffer_.targets()));
    buffer_.forget_ends();
    if (!buffer_.keys().empty()) arrivals_.reserve(outgoing_size);
    for (std::uint32_t group = 0; group < outgoing.groups(); ++group)
        if (!outgoing.rows(group).empty()) write_outgoing_group(outgoing, group);
}

void TypeWriter::write_outgoing_group(const GroupPartition& outgoing, std::uint32_t group) {
    auto lists =
        sort_by_row(outgoing.rows(group), outgoing.payloads(group), nodes_.groups[group].rows);
    sort_each_list(lists);
    count_pairs(group, lists);
    const auto first = first_ + written_;
    for (std::uint32_t row = 0; row + 1 < lists.offsets.size(); ++row) {
        const std::uint64_t source = group << row_bits | row;
        for (auto at = lists.offsets[row]; at < lists.offsets[row + 1]; ++at)
            incoming_->scatter(high(lists.payloads[at]), source << 32 | (first + at));
    }
    if (!buffer_.keys().empty())
        for (const auto payload : lists.payloads) arrivals_.push_back(RelationshipId{low(payload)});
    written_ += static_cast<std::uint32_t>(lists.payloads.size());
    const auto neighbours = all_high(lists.payloads);
    writer_.put(encode_adjacency(
        {raw(type_), 0, static_cast<std::uint16_t>(group), lists.offsets, neighbours, {}, first}));
}

void TypeWriter::count_pairs(std::uint32_t group, const SortedLists& lists) {
    for (std::uint32_t row = 0; row + 1 < lists.offsets.size(); ++row) {
        if (lists.offsets[row] == lists.offsets[row + 1]) continue;
        const auto source_set = nodes_[group << row_bits | row];
        for (auto at = lists.offsets[row]; at < lists.offsets[row + 1]; ++at)
            pairs_.add(source_set, nodes_[high(lists.payloads[at])]);
    }
}

void TypeWriter::write_incoming() {
    for (std::uint32_t group = 0; group < incoming_->groups(); ++group) {
        if (incoming_->rows(group).empty()) continue;
        // Scattered in order of ids, so that sources and ids already ascend within each list.
        const auto lists = sort_by_row(incoming_->rows(group), incoming_->payloads(group),
                                       nodes_.groups[group].rows);
        const auto neighbours = all_high(lists.payloads);
        const auto relationships = all_low(lists.payloads);
        writer_.put(encode_adjacency({raw(type_), 1, static_cast<std::uint16_t>(group),
                                      lists.offsets, neighbours, relationships, 0}));
    }
    incoming_.reset();
}

void TypeWriter::write_property(KeyId key) {
    ColumnTable arrived;
    buffer_.fill(arrived, key);
    DictionaryBuilder dictionary;
    const std::span<const RelationshipId> all{arrivals_};
    for (std::size_t begin = 0; begin < all.size(); begin += group_rows) {
        const auto some = all.subspan(begin, std::min<std::size_t>(group_rows, all.size() - begin));
        ColumnBuilder column;
        column.append(gather(arrived, some), 0, some.size(), 0, "");
        const auto group = group_of(first_ + static_cast<std::uint32_t>(begin));
        const SegmentKey place{SegmentKind::RelationshipProperty, 0, raw(key),
                               static_cast<std::uint16_t>(group), 0};
        auto segment =
            encode_column(place, column, static_cast<std::uint32_t>(some.size()), &dictionary);
        if (segment) writer_.put(std::move(*segment));
    }
    if (dictionary.size() > 0)
        writer_.put(dictionary.seal({SegmentKind::Dictionary, 1, raw(key), 0, raw(type_)}));
}

} // namespace lintas::lmdb
