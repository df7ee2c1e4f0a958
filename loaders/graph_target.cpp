#include "loaders/graph_target.h"

#include "loaders/csv_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::loaders {
namespace {

constexpr std::size_t batch = 65'536;

std::string key_text(const Value& identity) {
    return identity.is(ValueType::String) ? identity.string() : std::to_string(identity.integer());
}

void put(std::map<std::string, Boxed, std::less<>>& columns, std::string_view name,
         std::size_t place, Value value) {
    if (value.is_null()) return;
    auto found = columns.find(name);
    if (found == columns.end()) found = columns.emplace(std::string{name}, Boxed{}).first;
    if (found->second.size() <= place) found->second.resize(place + 1);
    found->second[place] = std::move(value);
}

const Value& at(const Boxed& column, std::size_t place) {
    static const Value null;
    return place < column.size() ? column[place] : null;
}

} // namespace

GraphTarget::GraphTarget(const Loading& loading, std::string identity)
    : loading_{loading}, identity_{std::move(identity)} {}

GraphTarget::Node GraphTarget::node(std::string_view label, const Value& identity) {
    const auto next = static_cast<Node>(identities_.size());
    const auto [known, is_new] =
        known_.try_emplace(fmt::format("{}\n{}", label, key_text(identity)), next);
    if (!is_new) return known->second;
    auto& nodes = labels_[std::string{label}].nodes;
    identities_.push_back(identity);
    places_.emplace_back(label, static_cast<std::uint32_t>(nodes.size()));
    nodes.push_back(next);
    return next;
}

std::optional<GraphTarget::Node> GraphTarget::find(std::string_view label,
                                                   const Value& identity) const {
    const auto known = known_.find(fmt::format("{}\n{}", label, key_text(identity)));
    return known == known_.end() ? std::nullopt : std::optional{known->second};
}

void GraphTarget::set(Node node, std::string_view property, Value value) {
    if (property == identity_) return;
    const auto& [label, place] = places_[node];
    put(labels_.find(label)->second.properties, property, place, std::move(value));
}

void GraphTarget::relate(std::string_view type, Node from, Node to,
                         const std::vector<std::pair<std::string, Value>>& properties) {
    auto found = types_.find(type);
    if (found == types_.end()) found = types_.emplace(std::string{type}, Type{}).first;
    auto& relationships = found->second;
    for (const auto& [name, value] : properties)
        put(relationships.properties, name, relationships.from.size(), value);
    relationships.from.push_back(from);
    relationships.to.push_back(to);
    ++relationships_;
}

std::vector<PropertyColumn> GraphTarget::columns(const Columns& properties, std::size_t begin,
                                                 std::size_t count) const {
    std::vector<PropertyColumn> columns;
    for (const auto& [name, values] : properties) {
        Boxed part;
        for (auto i = begin; i < begin + count; ++i) part.push_back(at(values, i));
        columns.push_back({loading_.target.key(name), typed_column(std::move(part))});
    }
    return columns;
}

void GraphTarget::add_nodes(const std::string& name, const Label& label, Nodes& ids) const {
    LabelSet labels;
    if (!name.empty()) labels.push_back(loading_.target.label(name));
    for (std::size_t begin = 0; begin < label.nodes.size(); begin += batch) {
        const auto count = std::min(batch, label.nodes.size() - begin);
        auto properties = columns(label.properties, begin, count);
        Boxed identities;
        for (auto i = begin; i < begin + count; ++i)
            identities.push_back(identities_[label.nodes[i]]);
        properties.push_back({loading_.target.key(identity_), typed_column(std::move(identities))});
        Nodes added;
        loading_.target.add_nodes(labels, count, properties, added);
        for (std::size_t i = 0; i < count; ++i) ids[label.nodes[begin + i]] = added[i];
    }
}

void GraphTarget::finish_directly() {
    Nodes ids(identities_.size());
    for (const auto& [name, label] : labels_) add_nodes(name, label, ids);
    for (const auto& [name, type] : types_)
        for (std::size_t begin = 0; begin < type.from.size(); begin += batch) {
            const auto count = std::min(batch, type.from.size() - begin);
            Nodes sources;
            Nodes targets;
            for (auto i = begin; i < begin + count; ++i) {
                sources.push_back(ids[type.from[i]]);
                targets.push_back(ids[type.to[i]]);
            }
            loading_.target.add_relationships(loading_.target.type(name), sources, targets,
                                              columns(type.properties, begin, count));
        }
}

void GraphTarget::finish_through_staging() {
    auto& staging = loading_.staging;
    std::vector<StagedNode> staged(identities_.size());
    for (const auto& [name, label] : labels_) {
        const auto prefix = fmt::format("graph\n{}\n{}\n", name, identity_);
        staging.old()->add_keys(name, identity_, prefix);
        for (std::size_t i = 0; i < label.nodes.size(); ++i) {
            const auto& identity = identities_[label.nodes[i]];
            const auto node = staging.node(prefix + key_text(identity));
            if (!name.empty()) staging.add_label(node, name);
            staging.set(node, identity_, identity);
            for (const auto& [property, values] : label.properties)
                if (!at(values, i).is_null()) staging.set(node, property, at(values, i));
            staged[label.nodes[i]] = node;
        }
    }
    for (const auto& [name, type] : types_) {
        std::unordered_map<std::uint64_t, std::uint32_t> counts;
        for (std::size_t i = 0; i < type.from.size(); ++i) {
            std::vector<NamedValue> values;
            for (const auto& [property, column] : type.properties)
                if (!at(column, i).is_null()) values.push_back({property, at(column, i)});
            const auto ends = std::uint64_t{type.from[i]} << 32 | type.to[i];
            staging.relate(name, staged[type.from[i]], staged[type.to[i]], values, counts[ends]++);
        }
    }
}

void GraphTarget::finish() {
    if (loading_.staging.old() == nullptr)
        finish_directly();
    else
        finish_through_staging();
}

std::string label_or(const LoadOptions& options, std::string_view otherwise) {
    return options.label.empty() ? std::string{otherwise} : options.label;
}

std::string type_or(const LoadOptions& options, std::string_view otherwise) {
    return options.type.empty() ? std::string{otherwise} : options.type;
}

Value number_or_text(std::string_view text) {
    if (const auto integer = canonical_integer(text)) return *integer;
    const auto begins_as_number =
        !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
    if (begins_as_number)
        if (const auto number = parse_float(text); number && std::isfinite(*number)) return *number;
    return text;
}

} // namespace lintas::loaders
