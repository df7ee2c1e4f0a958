#include "query/plan/grouping.h"

#include "query/functions/aggregate.h"
#include "query/plan/ast_walk.h"
#include "query/syntax/print.h"

namespace lintas::query {

bool is_aggregate(const syntax::FunctionCall& call) {
    return find_aggregate(call.name.text) != nullptr;
}

bool contains_aggregate(const syntax::Expression& expression) {
    if (std::holds_alternative<syntax::CountStar>(expression.form)) return true;
    if (const auto* call = std::get_if<syntax::FunctionCall>(&expression.form))
        if (is_aggregate(*call)) return true;
    auto found = false;
    for_each_part(expression, [&](const syntax::Expression& part) {
        found = found || contains_aggregate(part);
    });
    return found;
}

std::set<std::string> simple_parts(const syntax::Expression& expression) {
    std::set<std::string> parts;
    if (is_simple_key(expression)) parts.insert(syntax::print(expression));
    for_each_part(expression,
                  [&](const syntax::Expression& part) { parts.merge(simple_parts(part)); });
    return parts;
}

bool is_simple_key(const syntax::Expression& expression) {
    if (std::holds_alternative<syntax::Variable>(expression.form)) return true;
    const auto* property = std::get_if<syntax::PropertyAccess>(&expression.form);
    return property != nullptr && is_simple_key(*property->base);
}

} // namespace lintas::query
