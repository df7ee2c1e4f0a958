#include "query/run/duplicates.h"

#include "graph/compare.h"
#include "graph/index/read_entries.h"
#include "graph/index/same_value.h"
#include "graph/index/schema_change.h"

#include <algorithm>

namespace lintas::query {

namespace {

bool are_same(const SortedEntries& entries, std::size_t left, std::size_t right) {
    for (std::size_t key = 0; key < entries.key_count(); ++key)
        if (!same_value(entries.key(key), left, entries.key(key), right)) return false;
    return true;
}

Keys keys_at(const SortedEntries& entries, std::size_t at) {
    Keys keys;
    for (std::size_t key = 0; key < entries.key_count(); ++key)
        keys.push_back(entries.key(key).value(at));
    return keys;
}

} // namespace

bool may_be_duplicate(const Keys& keys) {
    return std::ranges::all_of(keys,
                               [](const Value& key) { return equal(key, key).value_or(false); });
}

Offenders find_duplicates(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                          const std::function<void()>& check) {
    const auto entries =
        read_entries(owned_index(constraint), snapshot, [&check](std::uint64_t) { check(); });
    Offenders offenders;
    for (std::size_t begin = 0; begin < entries.size();) {
        auto end = begin + 1;
        while (end < entries.size() && are_same(entries, begin, end)) ++end;
        if (end - begin > 1)
            if (auto keys = keys_at(entries, begin); may_be_duplicate(keys))
                for (auto at = begin; at < end; ++at) offenders.add(entries.entity(at), keys);
        begin = end;
    }
    return offenders;
}

} // namespace lintas::query
