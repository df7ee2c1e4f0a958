// What a query answers: columns, then rows one at a time, then a summary.
//
// Invariant: values of a row that are nodes, relationships or paths are ids in graph(), which stays
// valid as long as the Cursor. next() throws Error when the query fails half-way, also for a
// deadline or a budget; after it returned false or threw, the cursor is at its end for ever.
#pragma once

#include "graph/store.h"
#include "graph/value.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::query {

// What PROFILE saw a step do, without the steps below it.
struct MeasuredStep {
    std::uint64_t rows = 0;
    std::uint64_t store_hits = 0; // entities, properties, labels and relationships asked for
    std::chrono::nanoseconds time{0};
};

// A step of a plan as people see it (EXPLAIN, PROFILE).
struct PlanDescription {
    std::string operator_name; // "NodeByLabelScan"
    std::string details;       // "(n:Institution)"
    std::vector<std::string> identifiers;
    double estimated_rows = 0;
    std::optional<MeasuredStep> measured; // of PROFILE
    std::vector<PlanDescription> children;
};

// What a query changed, operation by operation.
struct Counters {
    std::uint64_t nodes_created = 0;
    std::uint64_t nodes_deleted = 0;
    std::uint64_t relationships_created = 0;
    std::uint64_t relationships_deleted = 0;
    std::uint64_t properties_set = 0;
    std::uint64_t labels_added = 0;
    std::uint64_t labels_removed = 0;
    std::uint64_t indexes_added = 0;
    std::uint64_t indexes_removed = 0;
    std::uint64_t constraints_added = 0;
    std::uint64_t constraints_removed = 0;

    bool contains_updates() const;
};

enum class QueryKind { Read, ReadWrite, Write, Schema };

struct Notification {
    std::string code;
    std::string title;
    std::string description;
    std::string severity; // "WARNING" or "INFORMATION"
};

struct Summary {
    QueryKind kind = QueryKind::Read;
    Counters counters;
    std::vector<Notification> notifications;
    std::optional<PlanDescription> plan; // of EXPLAIN and PROFILE
    bool profiled = false;
    std::uint64_t version = 0; // of the snapshot that was read, or of the commit
};

class Cursor {
public:
    virtual ~Cursor() = default;

    virtual const std::vector<std::string>& columns() const = 0;
    // Writes the next row, as wide as columns(); false when there is none.
    virtual bool next(std::vector<Value>& row) = 0;
    // What the ids in the rows refer to.
    virtual const Snapshot& graph() const = 0;
    // Complete after next() has returned false.
    virtual const Summary& summary() const = 0;
};

} // namespace lintas::query
