#include "query/run/group_table.h"

#include "graph/expect.h"

namespace lintas::query {

Codes GroupTable::PairCodes::encode(const Codes& first, const Codes& second) {
    Codes codes(first.size());
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto pair = std::uint64_t{first[row]} << 32 | second[row];
        const auto next = static_cast<std::uint32_t>(pairs_.size());
        codes[row] = table_.find_or_add(spread_bits(pair), next,
                                        [&](std::uint32_t known) { return pairs_[known] == pair; });
        if (codes[row] == next) pairs_.push_back(pair);
    }
    return codes;
}

Codes GroupTable::assign(std::span<const Column* const> columns) {
    expect(columns.size() == keys_.size(), "there is a column for each key");
    auto groups = keys_.front().encode(*columns.front());
    for (std::size_t key = 1; key < keys_.size(); ++key) {
        groups = pairs_[key - 1].encode(groups, keys_[key].encode(*columns[key]));
    }
    return groups;
}

std::size_t GroupTable::bytes() const {
    std::size_t sum = 0;
    for (const auto& codes : keys_) sum += codes.bytes();
    for (const auto& codes : pairs_) sum += codes.bytes();
    return sum;
}

} // namespace lintas::query
