// db.index.fulltext.*, db.awaitIndex, db.awaitIndexes: what asks indexes and waits for them.
#include "graph/error.h"
#include "graph/index/index_view.h"
#include "query/procedures/procedure.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

using Clock = std::chrono::steady_clock;

Clock::time_point end_of(const Value& seconds) {
    constexpr std::int64_t by_default = 300;
    constexpr std::int64_t longest = 1'000'000;
    const auto wanted = seconds.is_null() ? by_default : seconds.integer();
    return Clock::now() + std::chrono::seconds{std::clamp<std::int64_t>(wanted, 0, longest)};
}

// In short waits, so that the statement's deadline and its cancellation are seen.
void wait_for(const IndexDefinition& index, Clock::time_point end, ProcedureContext& context) {
    if (context.indexes == nullptr) return;
    auto& indexes = context.indexes->indexes();
    const auto& graph = context.indexes->committed();
    constexpr std::chrono::milliseconds pause{50};
    while (!indexes.wait(index, graph, std::min(end, Clock::now() + pause))) {
        context.work.check();
        if (Clock::now() >= end)
            throw Error{ErrorCode::Procedure,
                        fmt::format("The index `{}` is not built yet", index.name)};
    }
    const auto status = indexes.status(index, graph);
    if (status.state == IndexState::Failed)
        throw Error{ErrorCode::Procedure,
                    fmt::format("The index `{}` cannot be built: {}", index.name, status.failure)};
}

ProcedureRows await_index(Arguments arguments, ProcedureContext& context) {
    if (arguments[0].is_null())
        throw Error{ErrorCode::Procedure, "`db.awaitIndex` needs the name of an index, not null"};
    const auto& name = arguments[0].string();
    const auto* index = context.graph.schema().find_index(name);
    if (index == nullptr)
        throw Error{ErrorCode::Procedure, fmt::format("There is no index `{}`", name)};
    wait_for(*index, end_of(arguments[1]), context);
    return {};
}

ProcedureRows await_indexes(Arguments arguments, ProcedureContext& context) {
    const auto end = end_of(arguments[0]);
    for (const auto& index : context.graph.schema().indexes) wait_for(index, end, context);
    return {};
}

const IndexDefinition& full_text_for(const std::string& name, EntityKind entity,
                                     const ProcedureContext& context) {
    const auto* index = context.graph.schema().find_index(name);
    if (index == nullptr || index->kind != IndexKind::FullText)
        throw Error{ErrorCode::Procedure, fmt::format("There is no full-text index `{}`", name)};
    if (index->entity == entity) return *index;
    throw Error{ErrorCode::Procedure,
                entity == EntityKind::Node
                    ? fmt::format("The index `{}` is about relationships; ask "
                                  "`db.index.fulltext.queryRelationships`",
                                  name)
                    : fmt::format("The index `{}` is about nodes; ask "
                                  "`db.index.fulltext.queryNodes`",
                                  name)};
}

const std::vector<Option> query_options{
    {"limit", Accepts::Integer, Value{}, "how many are given at most", {}, 0},
    {"skip", Accepts::Integer, Value{0}, "how many of the best are left out", {}, 0},
};

// The hits as two columns: entities and scores.
template <typename Id> ProcedureAnswerPointer answer_of_hits(std::span<const TextHit> hits) {
    std::vector<Id> entities;
    Floats scores;
    for (const auto& [entity, score] : hits) {
        entities.push_back(Id{entity});
        scores.push_back(score);
    }
    return answer_of(std::vector<Column>{Column{std::move(entities)}, Column{std::move(scores)}});
}

ProcedureAnswerPointer query_full_text(EntityKind entity, std::string_view called,
                                       Arguments arguments, ProcedureContext& context) {
    if (arguments[0].is_null() || arguments[1].is_null())
        throw Error{ErrorCode::Procedure,
                    fmt::format("`{}` needs the name of an index and a query, not null", called)};
    const auto& definition = full_text_for(arguments[0].string(), entity, context);
    const Options options{called, query_options,
                          arguments[2].is_null() ? Map{} : arguments[2].map()};
    const auto query = parse_text_query(arguments[1].string(), definition.keys);
    if (context.indexes == nullptr)
        throw Error{ErrorCode::Unsupported, "Full-text indexes cannot be asked here"};
    const auto hits =
        context.indexes->search(definition, query, [&context] { context.work.check(); });
    const auto begin = std::min(hits.size(), static_cast<std::size_t>(options.integer("skip")));
    auto count = hits.size() - begin;
    if (options.has("limit"))
        count = std::min(count, static_cast<std::size_t>(options.integer("limit")));
    const auto some = std::span{hits}.subspan(begin, count);
    return entity == EntityKind::Node ? answer_of_hits<NodeId>(some)
                                      : answer_of_hits<RelationshipId>(some);
}

Procedure full_text_procedure(const std::string& name, EntityKind entity,
                              const ProcedureField& found, const std::string& summary) {
    Procedure procedure;
    procedure.name = name;
    procedure.parameters = {{"indexName", Accepts::String},
                            {"queryString", Accepts::String},
                            {"options", Accepts::Map}};
    procedure.required = 2;
    procedure.columns = {found, {"score", Accepts::Float}};
    procedure.call = [name, entity](Arguments arguments, ProcedureContext& context) {
        return query_full_text(entity, name, arguments, context);
    };
    procedure.summary = summary;
    procedure.options = query_options;
    return procedure;
}

Procedure with_parameters(Procedure procedure, std::vector<ProcedureField> parameters,
                          std::size_t required) {
    procedure.parameters = std::move(parameters);
    procedure.required = required;
    return procedure;
}

} // namespace

std::vector<Procedure> index_procedures() {
    return {with_parameters(
                rows_procedure("db.awaitIndex", {}, await_index, "Waits until an index is built"),
                {{"indexName", Accepts::String}, {"timeOutSeconds", Accepts::Integer}}, 1),
            with_parameters(rows_procedure("db.awaitIndexes", {}, await_indexes,
                                           "Waits until all indexes are built"),
                            {{"timeOutSeconds", Accepts::Integer}}, 0),
            full_text_procedure("db.index.fulltext.queryNodes", EntityKind::Node,
                                {"node", Accepts::Node},
                                "The nodes whose texts have the words, best first"),
            full_text_procedure("db.index.fulltext.queryRelationships", EntityKind::Relationship,
                                {"relationship", Accepts::Relationship},
                                "The relationships whose texts have the words, best first")};
}

} // namespace lintas::query
