// The parts of the report and their figures: a part is a row of a table, a figure a row of its
// part. A figure is a query, a drawing of its answer, and the answer as a table.
//
// Invariant: `id` names the query (queries/<id>.cypher), the texts (figure.<id>.title) and the
// files (tables/<id>.csv); ids are unique.
#pragma once

#include <span>
#include <string_view>

namespace lintas::report {

// ShortLines: as Lines, but lower, for pages that hold much.
enum class Drawing { None, HeatMap, Lines, ShortLines, Intervals, Arcs, Map, Network };

// What has to be said on the command line for a figure to be made.
enum class Needs { Nothing, Previous };

// Last: it counts many windows, each of which would drive out what the others share.
enum class Asked { InTurn, Last };

struct Figure {
    std::string_view id;
    Drawing drawing = Drawing::None;
    Needs needs = Needs::Nothing;
    Asked asked = Asked::InTurn;
};

enum class Repeat { Once, EachMember };

struct Part {
    std::string_view id;
    Repeat repeat;
    std::span<const Figure> figures;
};

// In the order of the report.
std::span<const Part> parts();

} // namespace lintas::report
