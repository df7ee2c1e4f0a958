#include "query/run/group_table.h"

#include "graph/compare.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

// The groups by looking through all earlier rows.
Codes plain_groups(const std::vector<Boxed>& keys, std::vector<std::size_t>& firsts) {
    Codes groups;
    for (std::size_t row = 0; row < keys.front().size(); ++row) {
        std::size_t group = 0;
        for (; group < firsts.size(); ++group) {
            const bool same = std::ranges::all_of(
                keys, [&](const Boxed& key) { return equivalent(key[row], key[firsts[group]]); });
            if (same) break;
        }
        if (group == firsts.size()) firsts.push_back(row);
        groups.push_back(static_cast<std::uint32_t>(group));
    }
    return groups;
}

// Often of one type over several batches, then of another.
Value random_key(testing::RandomValues& random, std::size_t kind) {
    if (random.below(8) == 0) return {};
    if (kind == 0) return random.integer();
    if (kind == 1) return random.text();
    if (kind == 2) return NodeId{static_cast<std::uint32_t>(random.below(4))};
    if (kind == 3) return random.below(2) == 0;
    if (kind == 4) return random.floating();
    return random.any(1);
}

} // namespace

TEST_CASE("Rows with equivalent keys share a group, over batches of changing types",
          "[run][group]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        const auto key_count = 1 + random.below(3);
        std::vector<Boxed> keys(key_count);
        GroupTable table{key_count};
        Codes found;
        for (int batch = 0; batch < 4; ++batch) {
            const auto rows = 1 + random.below(12);
            std::vector<Column> columns;
            for (auto& key : keys) {
                const auto kind = random.below(6);
                Boxed values(rows);
                for (auto& value : values) value = random_key(random, kind);
                if (random.below(4) == 0) values.assign(rows, values.front());
                const bool is_constant = random.below(4) == 0;
                if (is_constant) values.assign(rows, values.front());
                columns.push_back(is_constant ? Column{Constant{values.front(), rows}}
                                              : typed_column(values));
                key.insert(key.end(), values.begin(), values.end());
            }
            std::vector<const Column*> pointers;
            for (const auto& column : columns) pointers.push_back(&column);
            const auto groups = table.assign(pointers);
            found.insert(found.end(), groups.begin(), groups.end());
        }
        std::vector<std::size_t> firsts;
        CHECK(found == plain_groups(keys, firsts));
        CHECK(table.size() == firsts.size());
    }
}

TEST_CASE("Many distinct keys are told apart", "[run][group]") {
    Integers numbers;
    for (std::int64_t number = 0; number < 100'000; ++number) numbers.push_back(number * 64);
    const Column column{numbers};
    GroupTable table{1};
    const std::vector<const Column*> columns{&column};
    const auto first = table.assign(columns);
    CHECK(table.size() == numbers.size());
    CHECK(table.assign(columns) == first);
    CHECK(table.size() == numbers.size());
}

} // namespace lintas::query
