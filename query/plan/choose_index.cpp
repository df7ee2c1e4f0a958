#include "query/plan/choose_index.h"

#include "graph/index/indexes.h"
#include "graph/index/range_index.h"
#include "query/plan/estimate.h"
#include "query/plan/slots_of.h"

#include <algorithm>

namespace lintas::query {

namespace {

// Forms of values that a seek may evaluate in place of the predicate: they read only the input, and
// give the same however often they are evaluated.
struct SeekValue {
    bool value(const ExpressionPointer& expression) const {
        return std::visit(*this, expression->form);
    }
    bool all(const std::vector<ExpressionPointer>& expressions) const {
        return std::ranges::all_of(expressions, [this](const auto& one) { return value(one); });
    }

    bool operator()(const ConstantExpression&) const { return true; }
    bool operator()(const ParameterExpression&) const { return true; }
    bool operator()(const SlotExpression&) const { return true; }
    bool operator()(const ListExpression& form) const { return all(form.items); }
    bool operator()(const PropertyExpression& form) const { return value(form.base); }
    bool operator()(const IndexExpression& form) const {
        return value(form.base) && value(form.index);
    }
    bool operator()(const UnaryExpression& form) const { return value(form.operand); }
    bool operator()(const BinaryExpression& form) const {
        return value(form.left) && value(form.right);
    }
    bool operator()(const FunctionExpression& form) const {
        return form.function->deterministic && all(form.arguments);
    }
    template <typename Form> bool operator()(const Form&) const { return false; }
};

BinaryKind mirrored(BinaryKind kind) {
    if (kind == BinaryKind::Less) return BinaryKind::Greater;
    if (kind == BinaryKind::LessOrEqual) return BinaryKind::GreaterOrEqual;
    if (kind == BinaryKind::Greater) return BinaryKind::Less;
    if (kind == BinaryKind::GreaterOrEqual) return BinaryKind::LessOrEqual;
    return kind;
}

bool may_be_mirrored(BinaryKind kind) {
    return kind == BinaryKind::Equal || mirrored(kind) != kind;
}

// entity.key <kind> value
struct KeyPredicate {
    std::string key;
    BinaryKind kind;
    ExpressionPointer value;
};

std::optional<std::string> key_of(const Expression& expression, Slot entity) {
    const auto* property = std::get_if<PropertyExpression>(&expression.form);
    if (property == nullptr) return {};
    const auto* slot = std::get_if<SlotExpression>(&property->base->form);
    if (slot == nullptr || slot->slot != entity) return {};
    return property->key;
}

bool is_known(const IndexWish& wish, const ExpressionPointer& value) {
    return SeekValue{}.value(value) && std::ranges::includes(wish.known, slots_of(*value));
}

void add_key_predicate(const IndexWish& wish, const ExpressionPointer& predicate,
                       std::vector<KeyPredicate>& out) {
    const auto* binary = std::get_if<BinaryExpression>(&predicate->form);
    if (binary == nullptr) return;
    if (const auto key = key_of(*binary->left, wish.slot); key && is_known(wish, binary->right))
        out.push_back({*key, binary->kind, binary->right});
    else if (const auto other = key_of(*binary->right, wish.slot);
             other && may_be_mirrored(binary->kind) && is_known(wish, binary->left))
        out.push_back({*other, mirrored(binary->kind), binary->left});
}

const KeyPredicate* find(const std::vector<KeyPredicate>& all, const std::string& key,
                         std::initializer_list<BinaryKind> kinds) {
    const auto found = std::ranges::find_if(all, [&](const KeyPredicate& one) {
        return one.key == key && std::ranges::find(kinds, one.kind) != kinds.end();
    });
    return found == all.end() ? nullptr : &*found;
}

std::optional<KeySeek> seek_of(const std::vector<KeyPredicate>& all, const std::string& key) {
    if (const auto* equal = find(all, key, {BinaryKind::Equal})) return EqualKey{equal->value};
    if (const auto* in = find(all, key, {BinaryKind::In})) return KeyInList{in->value};
    if (const auto* prefix = find(all, key, {BinaryKind::StartsWith}))
        return KeyWithPrefix{prefix->value};
    KeyInRange range;
    if (const auto* lower = find(all, key, {BinaryKind::Greater, BinaryKind::GreaterOrEqual})) {
        range.lower = lower->value;
        range.lower_included = lower->kind == BinaryKind::GreaterOrEqual;
    }
    if (const auto* upper = find(all, key, {BinaryKind::Less, BinaryKind::LessOrEqual})) {
        range.upper = upper->value;
        range.upper_included = upper->kind == BinaryKind::LessOrEqual;
    }
    if (!range.lower && !range.upper) return {};
    return range;
}

bool is_point(const KeySeek& seek) {
    return std::holds_alternative<EqualKey>(seek) || std::holds_alternative<KeyInList>(seek);
}

double list_size(const KeySeek& seek) {
    const auto* in = std::get_if<KeyInList>(&seek);
    if (in == nullptr) return 1;
    if (const auto* list = std::get_if<ListExpression>(&in->list->form))
        return static_cast<double>(list->items.size());
    constexpr auto assumed_length = 10.0;
    return assumed_length;
}

double estimate(const Planning& planning, const IndexChoice& choice, double members) {
    constexpr auto share_of_range = 0.3;
    constexpr auto share_of_value = 0.01;
    const auto points = static_cast<std::size_t>(std::ranges::count_if(choice.keys, is_point));
    auto rows = choice.is_unique ? 1.0 : members;
    const auto content = planning.indexes ? planning.indexes->peek_range(choice.index) : nullptr;
    if (!choice.is_unique && points > 0) {
        const auto distinct = content ? static_cast<double>(content->sorted().distinct(points)) : 0;
        rows = distinct > 0 ? static_cast<double>(content->sorted().size()) / distinct
                            : members * share_of_value;
    }
    for (const auto& seek : choice.keys) rows *= is_point(seek) ? list_size(seek) : share_of_range;
    return rows;
}

double count_members(const Planning& planning, const IndexWish& wish, const std::string& label) {
    if (wish.entity == EntityKind::Node) return estimate_nodes(planning, {label});
    const auto id = planning.symbols.types.find(label);
    return id ? static_cast<double>(planning.statistics.relationship_count({}, id, {})) : 0;
}

// The labels that a test of the entity wants, where it wants all of them.
void add_tested_labels(const IndexWish& wish, const Expression& predicate,
                       std::vector<std::string>& out) {
    const auto* test = std::get_if<LabelTestExpression>(&predicate.form);
    if (test == nullptr) return;
    const auto* slot = std::get_if<SlotExpression>(&test->base->form);
    if (slot == nullptr || slot->slot != wish.slot) return;
    using Operation = LabelFormula::Operation;
    const auto wants_all = std::ranges::all_of(test->formula.terms, [](const auto& term) {
        return term.operation == Operation::Name || term.operation == Operation::And;
    });
    if (!wants_all) return;
    for (const auto& term : test->formula.terms)
        if (term.operation == Operation::Name) out.push_back(term.name);
}

std::vector<std::string> labels_of(const IndexWish& wish) {
    std::vector<std::string> labels{wish.labels.begin(), wish.labels.end()};
    for (const auto& predicate : wish.predicates) add_tested_labels(wish, *predicate, labels);
    return labels;
}

bool fits(const IndexDefinition& index, EntityKind entity, const std::vector<std::string>& labels) {
    return index.kind == IndexKind::Range && index.entity == entity &&
           std::ranges::find(labels, index.labels.front()) != labels.end();
}

} // namespace

std::optional<IndexChoice> choose_index(const Planning& planning, const IndexWish& wish) {
    std::vector<KeyPredicate> predicates;
    for (const auto& predicate : wish.predicates) add_key_predicate(wish, predicate, predicates);
    const auto labels = labels_of(wish);
    std::optional<IndexChoice> best;
    for (const auto& index : planning.schema.indexes) {
        if (!fits(index, wish.entity, labels)) continue;
        IndexChoice choice{index, {}, false, 0};
        for (const auto& key : index.keys) {
            auto seek = seek_of(predicates, key);
            if (!seek) break;
            choice.keys.push_back(std::move(*seek));
            if (!is_point(choice.keys.back())) break;
        }
        if (choice.keys.empty()) continue;
        choice.is_unique =
            index.owned && choice.keys.size() == index.keys.size() && is_point(choice.keys.back());
        choice.rows = estimate(planning, choice, count_members(planning, wish, index.labels[0]));
        if (!best || choice.rows < best->rows) best = std::move(choice);
    }
    return best;
}

} // namespace lintas::query
