// The header line of a CSV file in the convention of neo4j-admin import: `name:type`, `:ID(Group)`,
// `:LABEL`, `:START_ID(Group)`, `:END_ID(Group)`, `:TYPE`, `:IGNORE`; types in any case, lists as
// `type[]`, options as `{key:value}`.
//
// Invariant: a node file has at most one ID column, a relationship file exactly one START_ID and
// one END_ID; property names are not empty and differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

enum class ColumnRole { Property, Id, Labels, StartId, EndId, Type, Ignored };

enum class ScalarType {
    String,
    Character,
    Byte,
    Short,
    Int,
    Long,
    Float,
    Boolean,
    Date,
    LocalTime,
    ZonedTime,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
    Any, // each field says its own type, see csv_any.h
};

struct HeaderColumn {
    std::string name; // of the property; empty: none
    ColumnRole role = ColumnRole::Property;
    ScalarType type = ScalarType::String;
    bool is_list = false;
    std::string group;  // of ids; empty: the one group without a name
    std::string option; // what stands between { and }
    // Between the labels of a :LABEL column, where its option `delimiter` says it.
    std::optional<char> delimiter;
    // What an ID column's option `id-type` asks for: are its ids integers?
    std::optional<bool> ids_are_integers;
};

struct CsvHeader {
    std::vector<HeaderColumn> columns;
    bool is_relationships = false;

    // Position of the column, or nothing.
    std::optional<std::size_t> find(ColumnRole role) const;
};

// Does the header name an ID, START_ID, END_ID, LABEL or TYPE?
bool is_import_header(std::span<const std::string> fields);

// Input error that names `source`, the column, what stands there and what is allowed.
CsvHeader read_header(std::span<const std::string> fields, const std::string& source);

// Which of `,` `;` `|` and TAB separates the fields of the first line of `text`.
char find_delimiter(std::string_view text);

} // namespace lintas::loaders
