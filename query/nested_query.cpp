#include "query/nested_query.h"

#include "graph/error.h"
#include "query/check_parameters.h"
#include "query/plan/planner.h"
#include "query/run/operator.h"
#include "query/syntax/parser.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

constexpr int deepest_nesting = 4;

Error about_the_query(const Error& error) {
    return Error{error.code(), error.detail(),
                 fmt::format("In the query of the procedure: {}", error.what())};
}

class NestedQuery final : public QueryRows {
public:
    NestedQuery(PlannedQuery planned, Map parameters, RunContext& outer)
        : planned_{std::move(planned)}, parameters_{std::move(parameters)},
          context_{outer.graph(), parameters_, planned_.frame_width} {
        context_.run_within(outer);
        context_.import_from(outer.import_folder());
        context_.use_indexes(outer.indexes());
    }

    RunContext& context() { return context_; }
    void start() { root_ = build(*planned_.plan, context_); }

    const std::vector<std::string>& columns() const override { return planned_.columns; }

    bool next(std::vector<Value>& row) override {
        try {
            if (at_ == batch_.rows() && !pull()) return false;
        } catch (const Error& error) {
            throw about_the_query(error);
        }
        row.resize(planned_.slots.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = batch_.column(planned_.slots[i]).value(at_);
        ++at_;
        return true;
    }

private:
    bool pull() {
        at_ = 0;
        batch_ = Batch{};
        return root_->next(batch_);
    }

    PlannedQuery planned_;
    Map parameters_;
    RunContext context_;
    OperatorPointer root_;
    Batch batch_;
    std::size_t at_ = 0;
};

PlannedQuery planned_query(std::string_view text, const Snapshot& graph,
                           const Procedures& procedures, const Map& parameters) {
    try {
        const auto statement = syntax::parse(text);
        auto planned = plan(statement, text, graph, procedures);
        if (planned.writes || planned.columns.empty() ||
            statement.explain != syntax::ExplainMode::None)
            throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                        "A query for a procedure reads the graph and ends with `RETURN`"};
        check_parameters(text, planned.parameters, parameters);
        return planned;
    } catch (const Error& error) {
        throw about_the_query(error);
    }
}

} // namespace

AskQuery nested_queries(RunContext& context, std::shared_ptr<const Procedures> procedures,
                        int depth) {
    return [&context, procedures = std::move(procedures),
            depth](std::string_view text, const Map& given) -> std::unique_ptr<QueryRows> {
        if (depth == deepest_nesting)
            throw Error{
                ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Queries of procedures nest at most `{}` deep", deepest_nesting)};
        auto parameters = given;
        parameters.insert(context.parameters().begin(), context.parameters().end());
        auto planned = planned_query(text, context.graph(), *procedures, parameters);
        auto query =
            std::make_unique<NestedQuery>(std::move(planned), std::move(parameters), context);
        query->context().ask_with(nested_queries(query->context(), procedures, depth + 1));
        query->start();
        return query;
    };
}

} // namespace lintas::query
