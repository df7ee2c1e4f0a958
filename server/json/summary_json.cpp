#include "server/json/summary_json.h"

namespace lintas::server {

namespace {

struct CounterRow {
    std::string_view name;
    std::uint64_t query::Counters::*count;
};

using query::Counters;

constexpr CounterRow counter_table[] = {
    {"nodesCreated", &Counters::nodes_created},
    {"nodesDeleted", &Counters::nodes_deleted},
    {"propertiesSet", &Counters::properties_set},
    {"relationshipsCreated", &Counters::relationships_created},
    {"relationshipsDeleted", &Counters::relationships_deleted},
    {"labelsAdded", &Counters::labels_added},
    {"labelsRemoved", &Counters::labels_removed},
    {"indexesAdded", &Counters::indexes_added},
    {"indexesRemoved", &Counters::indexes_removed},
    {"constraintsAdded", &Counters::constraints_added},
    {"constraintsRemoved", &Counters::constraints_removed},
};

} // namespace

void write_counters(JsonWriter& writer, const query::Counters& counters) {
    writer.begin_object();
    writer.key("containsUpdates");
    writer.boolean(counters.contains_updates());
    for (const auto& [name, count] : counter_table) {
        writer.key(name);
        writer.integer(counters.*count);
    }
    writer.key("containsSystemUpdates");
    writer.boolean(false);
    writer.key("systemUpdates");
    writer.integer(std::int64_t{0});
    writer.end_object();
}

// Pages are the system's affair, so there is nothing to say of them.
void write_measured(JsonWriter& writer, const query::MeasuredStep& measured) {
    writer.key("dbHits");
    writer.integer(measured.store_hits);
    writer.key("records");
    writer.integer(measured.rows);
    writer.key("hasPageCacheStats");
    writer.boolean(false);
    writer.key("pageCacheHits");
    writer.integer(std::uint64_t{0});
    writer.key("pageCacheMisses");
    writer.integer(std::uint64_t{0});
    writer.key("pageCacheHitRatio");
    writer.floating(0.0);
    writer.key("time");
    writer.integer(static_cast<std::uint64_t>(measured.time.count()));
}

void write_plan(JsonWriter& writer, Encoding encoding, const query::PlanDescription& plan,
                const Snapshot& graph) {
    writer.begin_object();
    writer.member("operatorType", plan.operator_name);
    writer.key("arguments");
    writer.begin_object();
    writer.key("Details");
    write_value(writer, encoding, plan.details, graph);
    writer.key("EstimatedRows");
    write_value(writer, encoding, plan.estimated_rows, graph);
    writer.end_object();
    writer.key("identifiers");
    writer.begin_array();
    for (const auto& identifier : plan.identifiers) writer.string(identifier);
    writer.end_array();
    if (plan.measured) write_measured(writer, *plan.measured);
    writer.key("children");
    writer.begin_array();
    for (const auto& child : plan.children) write_plan(writer, encoding, child, graph);
    writer.end_array();
    writer.end_object();
}

void write_notification(JsonWriter& writer, const query::Notification& notification) {
    writer.begin_object();
    writer.member("code", notification.code);
    writer.member("description", notification.description);
    writer.member("severity", notification.severity);
    writer.member("title", notification.title);
    writer.end_object();
}

std::string_view query_type(query::QueryKind kind) {
    switch (kind) {
    case query::QueryKind::Read: return "r";
    case query::QueryKind::ReadWrite: return "rw";
    case query::QueryKind::Write: return "w";
    case query::QueryKind::Schema: return "s";
    }
    return "";
}

} // namespace lintas::server
