// GroupTable: gives rows with equivalent keys the same group, in the order of first appearance.
//
// Invariant: groups run from 0 without gaps. Several keys are numbered one by one, then pair by
// pair, so that only numbers are hashed twice.
#pragma once

#include "query/run/value_codes.h"

#include <span>
#include <vector>

namespace lintas::query {

class GroupTable {
public:
    // REQUIRES: keys > 0
    explicit GroupTable(std::size_t keys) : keys_(keys), pairs_(keys - 1) {}

    // The group of each row. REQUIRES: as many columns as keys, of equal size.
    Codes assign(std::span<const Column* const> columns);

    std::size_t size() const {
        return pairs_.empty() ? keys_.front().size() : pairs_.back().size();
    }
    // Roughly, what it holds.
    std::size_t bytes() const;

private:
    // Numbers distinct pairs of codes.
    class PairCodes {
    public:
        Codes encode(const Codes& first, const Codes& second);
        std::size_t size() const { return pairs_.size(); }
        std::size_t bytes() const { return table_.bytes() + pairs_.size() * sizeof(std::uint64_t); }

    private:
        CodeTable table_;
        std::vector<std::uint64_t> pairs_; // by code: first << 32 | second
    };

    std::vector<ValueCodes> keys_;
    std::vector<PairCodes> pairs_; // pairs_[i]: (key i + 1 and those before it)
};

} // namespace lintas::query
