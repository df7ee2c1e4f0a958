#include "query/plan/planner.h"

#include "query/plan/plan_pattern.h"
#include "query/plan/plan_query.h"
#include "query/plan/plan_schema.h"
#include "query/plan/plan_show.h"
#include "query/plan/planning.h"
#include "query/plan/rewrite.h"

namespace lintas::query {

namespace {

struct StatementPlanner {
    Planning& planning;
    Span span;

    PlannedQuery operator()(const syntax::Query& query) const {
        const Beginning beginning{make_plan(ArgumentStep{}, 1), {}, {}};
        auto body = plan_body(planning, query, Scope{}, beginning, BodyKind::Statement);
        if (planning.in_transactions) check_transactions(query);
        return finish(std::move(body));
    }
    PlannedQuery operator()(const syntax::Show& show) const {
        return finish(plan_show(planning, show, span));
    }
    template <typename SchemaCommand> PlannedQuery operator()(const SchemaCommand& command) const {
        planning.writes = true;
        PlannedBody body;
        body.plan = make_plan(plan_schema(command, span), 0);
        auto planned = finish(std::move(body));
        planned.changes_schema = true;
        return planned;
    }

private:
    void check_transactions(const syntax::Query& query) const {
        const auto refuse_clause = [this](const char* message) {
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition, message, span};
        };
        if (planning.writes)
            refuse_clause(
                "Where a `CALL { ... } IN TRANSACTIONS` commits in parts, no other clause "
                "can change the graph");
        if (query.parts.size() > 1)
            refuse_clause("`CALL { ... } IN TRANSACTIONS` cannot stand in a `UNION`");
    }
    PlannedQuery finish(PlannedBody body) const {
        PlannedQuery planned;
        planned.plan = std::move(body.plan);
        planned.columns = std::move(body.columns);
        planned.slots = std::move(body.slots);
        planned.frame_width = planning.slots.size();
        planned.slot_names = planning.slots.names();
        planned.parameters = {planning.parameters.begin(), planning.parameters.end()};
        planned.unknown_names = std::move(planning.unknown_names);
        planned.writes = planning.writes;
        planned.reads = planning.reads;
        planned.in_transactions = planning.in_transactions;
        rewrite(planned);
        return planned;
    }
};

} // namespace

PlannedQuery plan(const syntax::Statement& statement, std::string_view text,
                  const Snapshot& snapshot, const Procedures& procedures, const Indexes* indexes) {
    Planning planning{text,
                      snapshot.symbols(),
                      snapshot.statistics(),
                      procedures,
                      snapshot.schema(),
                      indexes,
                      {},
                      {},
                      {}};
    return std::visit(StatementPlanner{planning, statement.span}, statement.form);
}

} // namespace lintas::query
