#include "query/plan/scope.h"

#include <algorithm>
#include <numeric>

namespace lintas::query {

namespace {

std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto above = row[j + 1];
            const auto changed = diagonal + (left[i] == right[j] ? 0 : 1);
            row[j + 1] = std::min({above + 1, row[j] + 1, changed});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

std::string_view describe(VariableKind kind) {
    switch (kind) {
    case VariableKind::Node: return "a node";
    case VariableKind::Relationship: return "a relationship";
    case VariableKind::RelationshipList: return "a list of relationships";
    case VariableKind::Path: return "a path";
    case VariableKind::Value: return "a value";
    }
    return "";
}

VariableKind kind_of(const StaticType& type) {
    if (type.is_only(Accepts::Node)) return VariableKind::Node;
    if (type.is_only(Accepts::Relationship)) return VariableKind::Relationship;
    if (type.is_only(Accepts::Path)) return VariableKind::Path;
    if (type.is_only(Accepts::List) && type.element == Accepts::Relationship)
        return VariableKind::RelationshipList;
    return VariableKind::Value;
}

StaticType type_of(VariableKind kind) {
    switch (kind) {
    case VariableKind::Node: return {Accepts::Node, Accepts::Any};
    case VariableKind::Relationship: return {Accepts::Relationship, Accepts::Any};
    case VariableKind::RelationshipList: return list_of(Accepts::Relationship);
    case VariableKind::Path: return {Accepts::Path, Accepts::Any};
    case VariableKind::Value: return {};
    }
    return {};
}

const Binding* Scope::find(std::string_view name) const {
    const auto found = bindings_.find(name);
    return found == bindings_.end() ? nullptr : &found->second;
}

void Scope::bind(const std::string& name, const Binding& binding) { bindings_[name] = binding; }

std::string Scope::near(std::string_view name) const {
    std::string best;
    auto best_distance = std::min<std::size_t>(2, name.size() / 2) + 1;
    for (const auto& [known, binding] : bindings_) {
        const auto how_far = distance(name, known);
        if (how_far < best_distance) {
            best = known;
            best_distance = how_far;
        }
    }
    return best;
}

Slot Slots::add(std::string name) {
    names_.push_back(std::move(name));
    return Slot{static_cast<std::uint32_t>(names_.size() - 1)};
}

} // namespace lintas::query
