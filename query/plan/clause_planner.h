// The clauses of one query part, from left to right: keeps the scope and the plan so far.
//
// Invariant: plan_query.cpp plans clauses that read, plan_update.cpp those that change the graph,
// plan_call.cpp those that run something else for each row.
#pragma once

#include "query/plan/pattern_graph.h"
#include "query/plan/plan_query.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

[[noreturn]] void wrong_composition(const std::string& message, Span span);

class ClausePlanner {
public:
    ClausePlanner(Planning& planning, Scope scope, PlanPointer start, BodyKind kind,
                  const Outer& outer)
        : planning_{planning}, scope_{std::move(scope)}, plan_{std::move(start)}, kind_{kind},
          outer_{outer} {}

    PlannedBody run(const syntax::SingleQuery& query);
    // The body of a FOREACH.
    PlanPointer run_updates(const std::vector<syntax::Clause>& clauses);

    void operator()(const syntax::Match& match);
    void operator()(const syntax::Unwind& unwind);
    void operator()(const syntax::With& with);
    void operator()(const syntax::Return& result);
    void operator()(const syntax::CallSubquery& call);
    void operator()(const syntax::Conditional& conditional);
    void operator()(const syntax::Let& let);
    void operator()(const syntax::Filter& filter);
    void operator()(const syntax::Create& create);
    void operator()(const syntax::Set& set);
    void operator()(const syntax::Remove& remove);
    void operator()(const syntax::Merge& merge);
    void operator()(const syntax::Delete& remove);
    void operator()(const syntax::Foreach& loop);
    void operator()(const syntax::CallProcedure& call);
    void operator()(const syntax::LoadCsv& load);
    void operator()(const syntax::Finish& finish);

private:
    void begin_update(std::string_view clause);
    void plan_paths(const std::vector<PatternPath>& paths);
    void check_shadowing(const syntax::Projection& projection) const;
    void join(PlannedBody body, const Beginning& beginning, bool optional);
    void check_transactions(const syntax::InTransactions& transactions) const;
    void commit_in_parts(const syntax::CallSubquery& call);
    void join_subquery(const syntax::CallSubquery& call);
    PlannedBody plan_branch(const syntax::Query& query, const Scope& scope,
                            const Beginning& beginning, ExpressionPointer condition);
    void check_end(const syntax::SingleQuery& query) const;
    // Reads all rows before it goes on.
    void eager();
    void plan_optional(const syntax::Match& match);
    void bind_new(const syntax::Name& name, const Binding& binding);
    Scope imported(const syntax::CallSubquery& call) const;

    Planning& planning_;
    Scope scope_;
    PlanPointer plan_;
    BodyKind kind_;
    const Outer& outer_;
    Span span_;
    PlannedBody result_;
    bool updated_ = false; // by the last clause
    bool alone_ = false;   // the clause is the whole statement
    bool finished_ = false;
};

} // namespace lintas::query
