#include "query/plan/bind_element.h"

#include "query/plan/bind_expression.h"
#include "query/plan/bind_operators.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

// Names joined by OR (of types) or by AND (of labels); false when the formula is anything else.
bool names_of(const syntax::LabelExpression& labels, bool joined_by_or,
              std::vector<std::string>& names) {
    if (const auto* name = std::get_if<syntax::LabelName>(&labels.form)) {
        names.push_back(name->name);
        return true;
    }
    if (joined_by_or) {
        const auto* both = std::get_if<syntax::LabelOr>(&labels.form);
        return both != nullptr && names_of(*both->left, true, names) &&
               names_of(*both->right, true, names);
    }
    const auto* both = std::get_if<syntax::LabelAnd>(&labels.form);
    return both != nullptr && names_of(*both->left, false, names) &&
           names_of(*both->right, false, names);
}

ExpressionPointer fits_formula(Slot slot, const syntax::LabelExpression& labels) {
    return make(LabelTestExpression{slot_expression(slot), bind_labels(labels)}, labels.span);
}

ExpressionPointer properties_equal(Planning& planning, const Scope& scope,
                                   const syntax::ExpressionPointer& properties, Slot slot) {
    if (!properties) return nullptr;
    const auto* map = std::get_if<syntax::MapLiteral>(&properties->form);
    if (map == nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidParameterUse,
                    "A parameter cannot stand for the properties of a pattern here; write "
                    "`{key: $parameter.key}`",
                    properties->span};
    ExpressionPointer all;
    for (const auto& entry : map->entries) {
        auto value = ExpressionBinder{planning, scope}.bind(*entry.value);
        Bound property{
            make(PropertyExpression{slot_expression(slot), entry.key.text}, entry.key.span), {}};
        const Span span{entry.key.span.begin, entry.value->span.end};
        all = conjunction(
            std::move(all),
            bind_binary(BinaryKind::Equal, std::move(property), std::move(value), span).expression);
    }
    return all;
}

ExpressionPointer filter(Planning& planning, const Scope& scope,
                         const syntax::ExpressionPointer& where) {
    return where ? ExpressionBinder{planning, scope}.bind_predicate(*where) : nullptr;
}

} // namespace

ExpandDirection direction_of(syntax::ArrowKind arrow) {
    switch (arrow) {
    case syntax::ArrowKind::Left: return ExpandDirection::Incoming;
    case syntax::ArrowKind::Right: return ExpandDirection::Outgoing;
    case syntax::ArrowKind::Either: return ExpandDirection::Both;
    }
    return ExpandDirection::Both;
}

ExpressionPointer node_demands(Planning& planning, const Scope& scope,
                               const syntax::NodePattern& pattern, Slot slot,
                               std::vector<std::string>& labels) {
    ExpressionPointer all;
    if (pattern.labels) {
        note_unknown_names(planning, NameKind::Label, *pattern.labels);
        std::vector<std::string> names;
        if (names_of(*pattern.labels, false, names))
            labels.insert(labels.end(), names.begin(), names.end());
        else
            all = fits_formula(slot, *pattern.labels);
    }
    all = conjunction(std::move(all), properties_equal(planning, scope, pattern.properties, slot));
    return conjunction(std::move(all), filter(planning, scope, pattern.where));
}

ExpressionPointer relationship_demands(Planning& planning, const Scope& scope,
                                       const syntax::RelationshipPattern& pattern, Slot slot,
                                       std::vector<std::string>& types) {
    ExpressionPointer all;
    if (pattern.types) {
        note_unknown_names(planning, NameKind::RelationshipType, *pattern.types);
        if (!names_of(*pattern.types, true, types)) {
            types.clear();
            all = fits_formula(slot, *pattern.types);
        }
    }
    all = conjunction(std::move(all), properties_equal(planning, scope, pattern.properties, slot));
    return conjunction(std::move(all), filter(planning, scope, pattern.where));
}

ExpressionPointer has_labels(Slot node, const std::vector<std::string>& labels) {
    ExpressionPointer all;
    for (const auto& label : labels) {
        LabelFormula formula{{{LabelFormula::Operation::Name, label}}};
        all = conjunction(std::move(all),
                          make(LabelTestExpression{slot_expression(node), std::move(formula)}));
    }
    return all;
}

void refuse_kind(const syntax::Name& name, VariableKind found, VariableKind wanted) {
    throw Error{ErrorCode::Syntax, ErrorDetail::VariableTypeConflict,
                fmt::format("Variable `{}` is {} here, but was bound to {} before", name.text,
                            describe(wanted), describe(found)),
                name.span};
}

void refuse_second_use(const syntax::Name& relationship) {
    throw Error{ErrorCode::Syntax, ErrorDetail::RelationshipUniquenessViolation,
                fmt::format("Relationship `{}` is used twice in one pattern, but a pattern uses "
                            "each relationship once",
                            relationship.text),
                relationship.span};
}

} // namespace lintas::query
