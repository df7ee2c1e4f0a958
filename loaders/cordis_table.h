// The kinds of tables that CORDIS and its extracts come in: which columns each needs, and which
// column becomes which property of what.
//
// Invariant: plain constant data. A table is recognised by its columns' names alone, in any order
// and with any others beside them.
#pragma once

#include "loaders/cordis_value.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

enum class CordisKind {
    Projects,
    ProjectParticipations, // a row says everything of a participation, its project included
    Organisations,         // a row is a participation of a named organisation
    ProgrammeParts,
    LegalBases,
    EuroSciVoc,
    Topics,
    Names,
};

// What a column speaks of.
enum class Subject { Project, Organisation, Participation };

struct CordisColumn {
    std::string_view column;
    std::string_view property;
    CellKind kind;
    Subject subject;
};

struct CordisTable {
    CordisKind kind;
    std::string_view title; // for messages
    std::span<const std::string_view> required;
    std::span<const CordisColumn> columns;
    // All columns in order, for editions that come without a header; empty: none do.
    std::span<const std::string_view> layout;
    bool na_is_missing = false; // does `NA` mean nothing, in all columns but countries?
};

// In the order in which they are to be read: what describes comes before what refers to it.
std::span<const CordisTable> cordis_tables();

// The table whose required columns are all there.
const CordisTable* find_table(std::span<const std::string> columns);

// The table that the columns miss least of, if they have at least half of what it requires, and
// `least` columns of it.
const CordisTable* nearest_table(std::span<const std::string> columns, std::size_t least);

// The table whose layout the cells of a first row without a header fit.
const CordisTable* find_table_without_header(std::span<const std::string> cells);

} // namespace lintas::loaders
