// Path values, and whether relationships differ.
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"
#include "query/run/truths.h"

#include "graph/expect.h"

#include <algorithm>
#include <optional>

namespace lintas::query {

namespace {

[[noreturn]] void refuse_part(const Value& value) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                "A path is made of nodes and relationships, but found `" + to_text(value) + "`"};
}

RelationshipId relationship_in(const Value& value) {
    if (!value.is(ValueType::Relationship)) refuse_part(value);
    return value.relationship();
}

// Relationship values of a slot: one, or a list of them.
void append_relationships(const Value& value, Relationships& out) {
    if (!value.is(ValueType::List)) {
        out.push_back(relationship_in(value));
        return;
    }
    for (const auto& element : value.list()) out.push_back(relationship_in(element));
}

// Extends a path by relationships whose inner nodes are found by walking them.
void walk(const Relationships& relationships, const Snapshot& graph, Path& path) {
    std::vector<RelationshipEnds> ends(relationships.size());
    graph.ends(relationships, ends);
    for (std::size_t at = 0; at < ends.size(); ++at) {
        const auto [source, target, type] = ends[at];
        const auto here = path.nodes.back();
        expect(here == source || here == target, "relationships of a path follow each other");
        path.relationships.push_back(relationships[at]);
        path.nodes.push_back(here == source ? target : source);
    }
}

// nullopt when a part is null.
std::optional<Path> path_of(std::span<const Value> parts, const Snapshot& graph) {
    Path path;
    for (const auto& part : parts) {
        if (part.is_null()) return std::nullopt;
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at % 2 == 1) {
            Relationships relationships;
            append_relationships(parts[at], relationships);
            walk(relationships, graph, path);
        } else if (!parts[at].is(ValueType::Node)) {
            refuse_part(parts[at]);
        } else if (at == 0) {
            path.nodes.push_back(parts[at].node());
        } else {
            expect(path.nodes.back() == parts[at].node(), "a path ends at its end node");
        }
    }
    return path;
}

// Does the path have no node twice, apart from the first at its end where that is allowed?
bool has_no_node_twice(Path path, bool may_close) {
    auto& nodes = path.nodes;
    const bool closes = nodes.size() > 1 && nodes.front() == nodes.back();
    if (closes && may_close) {
        std::ranges::sort(path.relationships);
        if (std::ranges::adjacent_find(path.relationships) != path.relationships.end())
            return false;
        nodes.pop_back();
    }
    std::ranges::sort(nodes);
    return std::ranges::adjacent_find(nodes) == nodes.end();
}

bool are_distinct(Relationships& relationships) {
    std::ranges::sort(relationships);
    return std::ranges::adjacent_find(relationships) == relationships.end();
}

// Calls use(row, path) for each row where no part is null.
template <typename Use>
void for_each_path(const std::vector<Slot>& slots, const Batch& batch, const Snapshot& graph,
                   Use use) {
    std::vector<const Column*> columns;
    for (const auto slot : slots) columns.push_back(&batch.column(slot));
    std::vector<Value> parts(columns.size());
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        std::ranges::transform(columns, parts.begin(),
                               [row](const Column* column) { return column->value(row); });
        if (auto path = path_of(parts, graph)) use(row, std::move(*path));
    }
}

} // namespace

Column Evaluator::operator()(const PathExpression& form) const {
    Boxed results(batch.rows());
    for_each_path(form.slots, batch, context.graph(),
                  [&](std::size_t row, Path path) { results[row] = Value{std::move(path)}; });
    return Column{std::move(results)};
}

Column Evaluator::operator()(const NoNodeTwiceExpression& form) const {
    Boxed results(batch.rows());
    for_each_path(form.slots, batch, context.graph(), [&](std::size_t row, Path path) {
        results[row] = Value{has_no_node_twice(std::move(path), form.simple)};
    });
    return Column{std::move(results)};
}

Column Evaluator::operator()(const DistinctRelationshipsExpression& form) const {
    std::vector<const Column*> columns;
    for (const auto slot : form.slots) columns.push_back(&batch.column(slot));
    Booleans results(batch.rows());
    Relationships relationships;
    for (std::size_t row = 0; row < results.size(); ++row) {
        relationships.clear();
        for (const auto* column : columns) {
            if (!column->is_null(row)) append_relationships(column->value(row), relationships);
        }
        results[row] = are_distinct(relationships);
    }
    return Column{std::move(results)};
}

} // namespace lintas::query
