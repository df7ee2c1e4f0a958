#include "query/functions/aggregate.h"
#include "query/functions/function.h"
#include "query/functions/name_order.h"
#include "query/functions/topic.h"

#include <algorithm>
#include <vector>

namespace lintas::query {

namespace {

const std::vector<const ScalarFunction*>& by_name() {
    static const auto functions = [] {
        std::vector<const ScalarFunction*> all;
        for (const auto& topic : function_topics()) {
            for (const auto& function : topic.functions) all.push_back(&function);
        }
        std::ranges::sort(all, name_comes_before, &ScalarFunction::name);
        return all;
    }();
    return functions;
}

// Levenshtein's distance without regard to case: the fewest characters to insert, delete or
// replace.
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t at = 0; at <= right.size(); ++at) row[at] = at;
    for (std::size_t one = 1; one <= left.size(); ++one) {
        auto diagonal = row[0];
        row[0] = one;
        for (std::size_t two = 1; two <= right.size(); ++two) {
            const auto kept =
                diagonal + (lower_letter(left[one - 1]) != lower_letter(right[two - 1]) ? 1u : 0u);
            diagonal = row[two];
            row[two] = std::min({kept, row[two] + 1, row[two - 1] + 1});
        }
    }
    return row.back();
}

// Whoever writes `toInt` means `toInteger`, although other names are fewer letters away.
bool is_cut_short(std::string_view candidate, std::string_view wanted) {
    constexpr std::size_t shortest = 4;
    return wanted.size() >= shortest && is_same_name(candidate.substr(0, wanted.size()), wanted);
}

struct Nearest {
    std::string_view name;
    std::size_t distance;

    void offer(std::string_view candidate, std::string_view wanted) {
        const auto far = is_cut_short(candidate, wanted) ? 0 : edit_distance(candidate, wanted);
        if (far < distance) *this = {candidate, far};
    }
};

} // namespace

const ScalarFunction* find_function(std::string_view name) {
    const auto& functions = by_name();
    const auto found =
        std::ranges::lower_bound(functions, name, name_comes_before, &ScalarFunction::name);
    return found != functions.end() && is_same_name((*found)->name, name) ? *found : nullptr;
}

std::span<const ScalarFunction* const> all_functions() { return by_name(); }

std::string_view near_function(std::string_view name) {
    constexpr std::size_t longest_name = 64;
    if (name.size() > longest_name) return {};
    // A third of the letters may differ; farther names would only puzzle.
    Nearest nearest{{}, name.size() / 3 + 1};
    for (const auto* function : by_name()) nearest.offer(function->name, name);
    for (const auto& aggregate : all_aggregates()) nearest.offer(aggregate.name, name);
    return nearest.name;
}

} // namespace lintas::query
