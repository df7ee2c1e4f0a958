#include "query/plan/estimate.h"

#include <algorithm>
#include <cmath>

namespace lintas::query {

namespace {

double count_of(const Planning& planning, const std::string& label) {
    const auto id = planning.symbols.labels.find(label);
    return id ? static_cast<double>(planning.statistics.node_count(*id)) : 0;
}

// A label id to count relationships by: the rarest of the labels. False when a label is unknown,
// so that nothing can match.
bool rarest_id(const Planning& planning, const std::vector<std::string>& labels,
               std::optional<LabelId>& id) {
    const auto label = rarest_label(planning, labels);
    if (!label) return true;
    id = planning.symbols.labels.find(*label);
    return id.has_value();
}

} // namespace

double comparable(double rows) {
    constexpr auto most = 1e100;
    return std::min(rows, most);
}

std::optional<std::string> rarest_label(const Planning& planning,
                                        const std::vector<std::string>& labels) {
    const auto rarest = std::ranges::min_element(
        labels, {}, [&](const std::string& label) { return count_of(planning, label); });
    return rarest == labels.end() ? std::nullopt : std::optional{*rarest};
}

double estimate_nodes(const Planning& planning, const std::vector<std::string>& labels) {
    const auto rarest = rarest_label(planning, labels);
    if (!rarest) return static_cast<double>(planning.statistics.nodes);
    constexpr auto share_of_further_label = 0.5;
    return count_of(planning, *rarest) *
           std::pow(share_of_further_label, static_cast<double>(labels.size() - 1));
}

double estimate_degree(const Planning& planning, const std::vector<std::string>& from,
                       const std::vector<std::string>& types, ExpandDirection direction,
                       const std::vector<std::string>& to) {
    std::optional<LabelId> from_id;
    std::optional<LabelId> to_id;
    if (!rarest_id(planning, from, from_id) || !rarest_id(planning, to, to_id)) return 0;
    const auto& statistics = planning.statistics;
    std::uint64_t count = 0;
    const auto add = [&](std::optional<TypeId> type) {
        if (direction != ExpandDirection::Incoming)
            count += statistics.relationship_count(from_id, type, to_id);
        if (direction != ExpandDirection::Outgoing)
            count += statistics.relationship_count(to_id, type, from_id);
    };
    if (types.empty()) add(std::nullopt);
    for (const auto& type : types)
        if (const auto id = planning.symbols.types.find(type)) add(id);
    const auto nodes = from_id ? static_cast<double>(statistics.node_count(*from_id))
                               : static_cast<double>(statistics.nodes);
    return static_cast<double>(count) / std::max(1.0, nodes);
}

double estimate_selectivity(const Expression& predicate) {
    const auto* binary = std::get_if<BinaryExpression>(&predicate.form);
    if (binary == nullptr) return 0.5;
    switch (binary->kind) {
    case BinaryKind::Equal: return 0.01;
    case BinaryKind::And:
        return estimate_selectivity(*binary->left) * estimate_selectivity(*binary->right);
    case BinaryKind::Or:
        return std::min(1.0,
                        estimate_selectivity(*binary->left) + estimate_selectivity(*binary->right));
    case BinaryKind::In: return 0.05;
    case BinaryKind::StartsWith:
    case BinaryKind::EndsWith:
    case BinaryKind::Contains:
    case BinaryKind::Matches: return 0.1;
    case BinaryKind::Less:
    case BinaryKind::LessOrEqual:
    case BinaryKind::Greater:
    case BinaryKind::GreaterOrEqual: return 0.3;
    case BinaryKind::NotEqual: return 0.9;
    case BinaryKind::Xor:
    case BinaryKind::Add:
    case BinaryKind::Subtract:
    case BinaryKind::Multiply:
    case BinaryKind::Divide:
    case BinaryKind::Modulo:
    case BinaryKind::Power:
    case BinaryKind::Concatenate: return 0.5;
    }
    return 0.5;
}

} // namespace lintas::query
