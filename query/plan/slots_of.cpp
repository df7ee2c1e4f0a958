#include "query/plan/slots_of.h"

namespace lintas::query {

namespace {

struct Reader {
    std::set<Slot>& slots;
    bool& deterministic;

    void read(const ExpressionPointer& expression) const {
        if (expression) std::visit(*this, expression->form);
    }
    void read_all(const std::vector<ExpressionPointer>& expressions) const {
        for (const auto& expression : expressions) read(expression);
    }
    // What the parts read, without the variables that are bound here.
    template <typename Parts> void read_inside(std::initializer_list<Slot> own, Parts parts) const {
        std::set<Slot> inner;
        parts(Reader{inner, deterministic});
        for (const auto slot : own) inner.erase(slot);
        slots.insert(inner.begin(), inner.end());
    }

    void operator()(const ConstantExpression&) const {}
    void operator()(const ParameterExpression&) const {}
    void operator()(const SlotExpression& form) const { slots.insert(form.slot); }
    void operator()(const ListExpression& form) const { read_all(form.items); }
    void operator()(const MapExpression& form) const {
        for (const auto& [key, value] : form.entries) read(value);
    }
    void operator()(const PropertyExpression& form) const { read(form.base); }
    void operator()(const LabelTestExpression& form) const { read(form.base); }
    void operator()(const IndexExpression& form) const {
        read(form.base);
        read(form.index);
    }
    void operator()(const SliceExpression& form) const {
        read(form.base);
        read(form.from);
        read(form.to);
    }
    void operator()(const UnaryExpression& form) const { read(form.operand); }
    void operator()(const BinaryExpression& form) const {
        read(form.left);
        read(form.right);
    }
    void operator()(const TypeTestExpression& form) const { read(form.operand); }
    void operator()(const CaseExpression& form) const {
        read(form.subject);
        read_inside({form.subject_slot}, [&](const Reader& inner) {
            for (const auto& [condition, value] : form.branches) {
                inner.read(condition);
                inner.read(value);
            }
            inner.read(form.otherwise);
        });
    }
    void operator()(const FunctionExpression& form) const {
        if (!form.function->deterministic) deterministic = false;
        read_all(form.arguments);
    }
    void operator()(const ComprehensionExpression& form) const {
        read(form.list);
        read_inside({form.variable}, [&](const Reader& inner) {
            inner.read(form.filter);
            inner.read(form.result);
        });
    }
    void operator()(const QuantifierExpression& form) const {
        read(form.list);
        read_inside({form.variable}, [&](const Reader& inner) { inner.read(form.predicate); });
    }
    void operator()(const ReduceExpression& form) const {
        read(form.initial);
        read(form.list);
        read_inside({form.accumulator, form.variable},
                    [&](const Reader& inner) { inner.read(form.step); });
    }
    void operator()(const MapProjectionExpression& form) const {
        read(form.base);
        for (const auto& [key, value] : form.entries) read(value);
    }
    void operator()(const PathExpression& form) const {
        slots.insert(form.slots.begin(), form.slots.end());
    }
    void operator()(const DistinctRelationshipsExpression& form) const {
        slots.insert(form.slots.begin(), form.slots.end());
    }
    void operator()(const NoNodeTwiceExpression& form) const {
        slots.insert(form.slots.begin(), form.slots.end());
    }
    void operator()(const SubqueryExpression& form) const {
        deterministic = false;
        for (const auto& [outer, inner] : form.imports) slots.insert(outer);
    }
};

void split(const ExpressionPointer& expression, std::vector<ExpressionPointer>& parts) {
    const auto* binary = std::get_if<BinaryExpression>(&expression->form);
    if (binary == nullptr || binary->kind != BinaryKind::And) {
        parts.push_back(expression);
        return;
    }
    split(binary->left, parts);
    split(binary->right, parts);
}

} // namespace

std::set<Slot> slots_of(const Expression& expression) {
    std::set<Slot> slots;
    auto deterministic = true;
    std::visit(Reader{slots, deterministic}, expression.form);
    return slots;
}

std::vector<ExpressionPointer> conjuncts_of(const ExpressionPointer& expression) {
    std::vector<ExpressionPointer> parts;
    if (expression) split(expression, parts);
    return parts;
}

bool is_constant(const Expression& expression) {
    std::set<Slot> slots;
    auto deterministic = true;
    std::visit(Reader{slots, deterministic}, expression.form);
    return slots.empty() && deterministic;
}

} // namespace lintas::query
