#include "graph/near_name.h"
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

} // namespace

const ScalarFunction* find_function(std::string_view name) {
    const auto& functions = by_name();
    const auto found =
        std::ranges::lower_bound(functions, name, name_comes_before, &ScalarFunction::name);
    return found != functions.end() && is_same_name((*found)->name, name) ? *found : nullptr;
}

std::span<const ScalarFunction* const> all_functions() { return by_name(); }

std::string_view near_function(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto* function : by_name()) names.push_back(function->name);
    for (const auto& aggregate : all_aggregates()) names.push_back(aggregate.name);
    return find_near_name(name, names).value_or("");
}

} // namespace lintas::query
