// Which variables a part of a query sees, and where their values lie.
//
// Invariant: a name is bound once in a scope; slots are never reused within a statement, so that a
// slot means the same in every frame of it.
#pragma once

#include "graph/error.h"
#include "query/plan/expression.h"
#include "query/plan/static_type.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

// A variable keeps its kind as long as it is in scope.
enum class VariableKind { Node, NodeList, Relationship, RelationshipList, Path, Value };

// In words, for messages: "a node".
std::string_view describe(VariableKind kind);
// The kind that a value of this static type has: Node only if it can be nothing else.
VariableKind kind_of(const StaticType& type);
StaticType type_of(VariableKind kind);

struct Binding {
    Slot slot{};
    VariableKind kind = VariableKind::Value;
    StaticType type;
};

class Scope {
public:
    const Binding* find(std::string_view name) const;
    // Replaces what the name meant before.
    void bind(const std::string& name, const Binding& binding);
    bool empty() const { return bindings_.empty(); }
    // In the order of their names.
    const std::map<std::string, Binding, std::less<>>& bindings() const { return bindings_; }
    // The nearest name in scope, for "did you mean"; empty when none is near.
    std::string near(std::string_view name) const;

    // Remembers, for messages, the names of the scope before that this one does not have, and why:
    // because a clause did not pass them on, or, where they are `grouped`, because rows were
    // grouped or made distinct.
    void leave_out(const Scope& before, bool grouped = false);
    bool is_grouped() const { return grouped_; }
    bool leaves_out(std::string_view name) const { return left_out_.contains(name); }

private:
    std::map<std::string, Binding, std::less<>> bindings_;
    std::set<std::string, std::less<>> left_out_;
    bool grouped_ = false;
};

// The error for a name that the scope does not have: why, or a near one.
Error undefined_variable(const Scope& scope, const std::string& name, Span span);

// Hands out the slots of a statement.
class Slots {
public:
    Slot add(std::string name = {});
    std::size_t size() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
};

} // namespace lintas::query
