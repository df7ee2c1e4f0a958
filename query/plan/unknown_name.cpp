#include "query/plan/unknown_name.h"

#include "query/plan/planning.h"
#include "query/syntax/near_name.h"

#include <algorithm>

namespace lintas::query {

namespace {

struct NameNoter {
    Planning& planning;
    NameKind kind;

    void note(const syntax::LabelExpression& labels) const {
        if (const auto* name = std::get_if<syntax::LabelName>(&labels.form)) {
            check(name->name, labels.span);
        } else if (const auto* negated = std::get_if<syntax::LabelNot>(&labels.form)) {
            note(*negated->operand);
        } else if (const auto* both = std::get_if<syntax::LabelAnd>(&labels.form)) {
            note(*both->left);
            note(*both->right);
        } else if (const auto* any = std::get_if<syntax::LabelOr>(&labels.form)) {
            note(*any->left);
            note(*any->right);
        }
    }

private:
    void check(const std::string& name, Span span) const {
        const auto& symbols = planning.symbols;
        const auto& known = kind == NameKind::Label ? symbols.labels.all() : symbols.types.all();
        if (std::ranges::find(known, name) != known.end()) return;
        const std::vector<std::string_view> candidates{known.begin(), known.end()};
        const auto near = syntax::find_near_name(name, candidates);
        planning.unknown_names.push_back({kind, name, std::string{near.value_or("")}, span});
    }
};

} // namespace

void note_unknown_names(Planning& planning, NameKind kind, const syntax::LabelExpression& labels) {
    NameNoter{planning, kind}.note(labels);
}

} // namespace lintas::query
