#include "query/plan/bind_change.h"

#include "query/plan/bind_expression.h"
#include "query/plan/bind_operators.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

std::vector<std::string> texts(const std::vector<syntax::Name>& names) {
    std::vector<std::string> all;
    for (const auto& name : names) all.push_back(name.text);
    return all;
}

class ChangeBinder {
public:
    ChangeBinder(Planning& planning, const Scope& scope) : planning_{planning}, scope_{scope} {}

    Change bind(const syntax::SetItem& item) const {
        return {std::visit(*this, item.form), item.span};
    }
    Change bind(const syntax::RemoveItem& item) const {
        return {std::visit(*this, item.form), item.span};
    }

    using Form = decltype(Change::form);

    Form operator()(const syntax::SetProperty& form) const {
        auto [entity, key] = target_of(*form.target);
        return PropertyChange{std::move(entity), std::move(key), value_of(*form.value)};
    }
    Form operator()(const syntax::SetVariable& form) const {
        auto value = ExpressionBinder{planning_, scope_}.bind(*form.value);
        need("`SET`", Accepts::Map | Accepts::Entity, value);
        return PropertiesChange{slot_of(form.variable, Accepts::Entity), form.add,
                                std::move(value.expression)};
    }
    Form operator()(const syntax::SetLabels& form) const {
        for (const auto& label : form.labels)
            note_created_name(planning_, NameKind::Label, label.text, label.span);
        return LabelsChange{slot_of(form.variable, Accepts::Node), false, texts(form.labels)};
    }
    Form operator()(const syntax::RemoveProperty& form) const {
        auto [entity, key] = target_of(*form.target);
        return PropertyChange{std::move(entity), std::move(key), make(ConstantExpression{})};
    }
    Form operator()(const syntax::RemoveLabels& form) const {
        return LabelsChange{slot_of(form.variable, Accepts::Node), true, texts(form.labels)};
    }

private:
    ExpressionPointer value_of(const syntax::Expression& value) const {
        return ExpressionBinder{planning_, scope_}.bind(value).expression;
    }

    std::pair<ExpressionPointer, ExpressionPointer>
    target_of(const syntax::Expression& target) const {
        const auto* property = std::get_if<syntax::PropertyAccess>(&target.form);
        const auto* index = std::get_if<syntax::Index>(&target.form);
        const auto& base = property != nullptr ? *property->base : *index->base;
        auto entity = ExpressionBinder{planning_, scope_}.bind(base);
        need("A property change", Accepts::Entity, entity);
        auto key = property != nullptr
                       ? make(ConstantExpression{Value{property->key.text}}, property->key.span)
                       : value_of(*index->index);
        return {std::move(entity.expression), std::move(key)};
    }

    Slot slot_of(const syntax::Name& name, Accepts accepts) const {
        const auto* binding = scope_.find(name.text);
        if (binding == nullptr) throw undefined_variable(scope_, name.text, name.span);
        if (!binding->type.may_be(accepts))
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
                        fmt::format("Variable `{}` is {}, but only {} can be changed here",
                                    name.text, describe(binding->kind), describe(accepts)),
                        name.span};
        return binding->slot;
    }

    Planning& planning_;
    const Scope& scope_;
};

} // namespace

std::vector<Change> bind_set(Planning& planning, const Scope& scope,
                             const std::vector<syntax::SetItem>& items) {
    std::vector<Change> changes;
    for (const auto& item : items) changes.push_back(ChangeBinder{planning, scope}.bind(item));
    return changes;
}

std::vector<Change> bind_remove(Planning& planning, const Scope& scope,
                                const std::vector<syntax::RemoveItem>& items) {
    std::vector<Change> changes;
    for (const auto& item : items) changes.push_back(ChangeBinder{planning, scope}.bind(item));
    return changes;
}

ExpressionPointer bind_delete(Planning& planning, const Scope& scope,
                              const syntax::Expression& target) {
    if (std::holds_alternative<syntax::LabelTest>(target.form))
        throw Error{ErrorCode::Syntax, ErrorDetail::InvalidDelete,
                    "`DELETE` deletes nodes, relationships and paths; `REMOVE` takes a label away",
                    target.span};
    auto bound = ExpressionBinder{planning, scope}.bind(target);
    need("`DELETE`", Accepts::Entity | Accepts::Path, bound);
    return bound.expression;
}

} // namespace lintas::query
