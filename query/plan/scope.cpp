#include "query/plan/scope.h"

#include "graph/near_name.h"

#include <fmt/format.h>

namespace lintas::query {

std::string_view describe(VariableKind kind) {
    switch (kind) {
    case VariableKind::Node: return "a node";
    case VariableKind::NodeList: return "a list of nodes";
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
    if (type.is_only(Accepts::List) && type.element == Accepts::Node) return VariableKind::NodeList;
    if (type.is_only(Accepts::List) && type.element == Accepts::Relationship)
        return VariableKind::RelationshipList;
    return VariableKind::Value;
}

StaticType type_of(VariableKind kind) {
    switch (kind) {
    case VariableKind::Node: return {Accepts::Node, Accepts::Any};
    case VariableKind::NodeList: return list_of(Accepts::Node);
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
    std::vector<std::string_view> known;
    for (const auto& [candidate, binding] : bindings_) known.push_back(candidate);
    return std::string{find_near_name(name, known).value_or("")};
}

void Scope::leave_out(const Scope& before, bool grouped) {
    grouped_ = grouped;
    left_out_ = before.left_out_;
    for (const auto& [name, binding] : before.bindings_) left_out_.insert(name);
    for (const auto& [name, binding] : bindings_) left_out_.erase(name);
}

Error undefined_variable(const Scope& scope, const std::string& name, Span span) {
    auto message = fmt::format("Variable `{}` is not defined", name);
    if (scope.leaves_out(name) && scope.is_grouped())
        message = fmt::format("Behind `DISTINCT` and aggregates, rows are ordered by what is "
                              "projected, which `{}` is not",
                              name);
    else if (scope.leaves_out(name))
        message += " any more; a `WITH` or `RETURN` before did not pass it on";
    else if (const auto near = scope.near(name); !near.empty())
        message += fmt::format("; did you mean `{}`?", near);
    return {ErrorCode::Syntax, ErrorDetail::UndefinedVariable, message, span};
}

Slot Slots::add(std::string name) {
    names_.push_back(std::move(name));
    return Slot{static_cast<std::uint32_t>(names_.size() - 1)};
}

} // namespace lintas::query
