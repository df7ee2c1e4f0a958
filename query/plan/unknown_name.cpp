#include "query/plan/unknown_name.h"

#include "graph/near_name.h"
#include "query/plan/planning.h"

#include <algorithm>

namespace lintas::query {

namespace {

// Calls visit(name, span) for each name of the expression.
template <typename Visit>
void for_each_name(const syntax::LabelExpression& labels, const Visit& visit) {
    if (const auto* name = std::get_if<syntax::LabelName>(&labels.form)) {
        visit(name->name, labels.span);
    } else if (const auto* negated = std::get_if<syntax::LabelNot>(&labels.form)) {
        for_each_name(*negated->operand, visit);
    } else if (const auto* both = std::get_if<syntax::LabelAnd>(&labels.form)) {
        for_each_name(*both->left, visit);
        for_each_name(*both->right, visit);
    } else if (const auto* any = std::get_if<syntax::LabelOr>(&labels.form)) {
        for_each_name(*any->left, visit);
        for_each_name(*any->right, visit);
    }
}

void check_name(Planning& planning, NameKind kind, const std::string& name, Span span) {
    const auto& symbols = planning.symbols;
    const auto& known = kind == NameKind::Label ? symbols.labels.all() : symbols.types.all();
    if (std::ranges::find(known, name) != known.end()) return;
    if (planning.created_names.contains({kind, name})) return;
    const std::vector<std::string_view> candidates{known.begin(), known.end()};
    const auto near = find_near_name(name, candidates);
    planning.unknown_names.push_back({kind, name, std::string{near.value_or("")}, span});
}

} // namespace

void note_unknown_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels) {
    for_each_name(labels, [&](const std::string& name, Span span) {
        check_name(planning, kind, name, span);
    });
}

void note_created_name(Planning& planning, NameKind kind, const std::string& name, Span span) {
    planning.created_names.emplace(kind, name);
    // A MERGE looks for what it makes.
    std::erase_if(planning.unknown_names, [&](const UnknownName& unknown) {
        return unknown.kind == kind && unknown.span == span;
    });
}

void note_created_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels) {
    for_each_name(labels, [&](const std::string& name, Span span) {
        note_created_name(planning, kind, name, span);
    });
}

} // namespace lintas::query
