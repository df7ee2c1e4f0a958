// Writes values as Cypher source text. How an entity is written is left to who knows the graph:
// by itself the writer knows its id only.
//
// Invariant: what is written reads back as the same value, entities, paths, temporal values and
// the floats that Cypher has no literal for (NaN, Infinity) apart.
#pragma once

#include "graph/value.h"

#include <string>
#include <string_view>
#include <utility>

namespace lintas {

class ValueWriter {
public:
    ValueWriter() = default;
    virtual ~ValueWriter() = default;
    ValueWriter(const ValueWriter&) = delete;
    ValueWriter& operator=(const ValueWriter&) = delete;

    void write(const Value& value);
    void write(const List& list);
    void write(const Map& map);
    // `(n:7)`
    virtual void write(NodeId node);
    // `[r:3]`
    virtual void write(RelationshipId relationship);
    // `<(n:1)-[r:3]->(n:2)>`; without the graph at hand, arrows follow the walk.
    virtual void write(const Path& path);

    // A text in quotes.
    void write_quoted(std::string_view text);
    // A name as it may stand in a query: in backticks where it is more than letters and digits.
    void write_name(std::string_view name);
    // Text as it is.
    void write_raw(std::string_view text) { text_ += text; }

    // The text written so far; the writer is empty afterwards.
    std::string take() { return std::exchange(text_, {}); }

private:
    std::string text_;
};

} // namespace lintas
