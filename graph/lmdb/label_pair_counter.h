// Counts relationships by the label sets of their two ends.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace lintas::lmdb {

class LabelPairCounter {
public:
    // (source label set, target label set) -> relationships
    using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t>;

    // Cheap as long as sources of one label set come one after the other.
    void add(std::uint32_t source_set, std::uint32_t target_set) {
        if (source_set != source_set_) flush();
        source_set_ = source_set;
        if (target_set >= counts_.size()) counts_.resize(target_set + std::size_t{1});
        ++counts_[target_set];
    }
    const Pairs& pairs() {
        flush();
        return pairs_;
    }

private:
    void flush() {
        for (std::uint32_t set = 0; set < counts_.size(); ++set)
            if (counts_[set] > 0) pairs_[{source_set_, set}] += std::exchange(counts_[set], 0);
    }

    std::uint32_t source_set_ = 0;
    std::vector<std::uint64_t> counts_; // by target's label set
    Pairs pairs_;
};

} // namespace lintas::lmdb
