// GroupBinder: a part of a path that repeats. Its variables are single values within it and lists,
// with an element for each repetition, outside.
//
// Invariant: within the part only its own variables and those bound before the pattern are seen.
#pragma once

#include "query/plan/flat_path.h"
#include "query/plan/path_search.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"

#include <set>
#include <string>
#include <vector>

namespace lintas::query {

class GroupBinder {
public:
    // Declares the part's variables in `scope`, as lists. SyntaxError for parts that cannot repeat.
    // REQUIRES: `before`, the scope before the pattern, and the written pattern outlive this.
    GroupBinder(Planning& planning, const Scope& before, Scope& scope, const PathLink& link);

    // Binds what the part demands. `scope`: all variables of the pattern, for messages.
    PathPart finish(const Scope& scope);

    // What goes to the variables' slots, where this is the part of that number.
    std::vector<PathOutput> outputs(std::size_t number) const;
    // The names of the variables.
    const std::vector<syntax::Name>& variables() const { return names_; }

private:
    void check(const PathLink& link) const;
    void declare(Scope& scope);
    void declare_node(Scope& scope, std::size_t place);
    void declare_relationship(Scope& scope, std::size_t place);
    Slot bind_list(Scope& scope, const syntax::Name& name, VariableKind kind);
    void see_only_own(const syntax::Expression* expression, const Scope& scope) const;
    void finish_node(std::size_t place, const syntax::NodePattern& pattern, const Scope& scope);
    void finish_section(const PathSection& section, const Scope& scope);
    // A demand of the hop if that has all it reads, or else of the whole repetition.
    void demand(const ExpressionPointer& all, std::size_t hop);

    Planning& planning_;
    Scope own_; // what is seen within
    PathLink link_;
    FlatPath flat_;
    PathPart part_;
    std::vector<PathOutput> outputs_;
    std::vector<syntax::Name> names_;
    std::set<Slot> singles_;
    std::vector<ExpressionPointer> equalities_; // of nodes that are written twice
};

} // namespace lintas::query
