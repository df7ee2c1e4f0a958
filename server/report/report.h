// The network report: asks the queries of its parts and keeps what they answered.
//
// Invariant: all answers come from the same snapshot, and nothing but the store, the options and
// the texts decides what is in a Report.
#pragma once

#include "query/engine.h"
#include "server/report/figure.h"
#include "server/report/result_table.h"
#include "server/report/texts.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::report {

struct Options {
    std::string region = "ASEAN";
    std::string against = "EU";
    std::string country; // iso2; empty for a profile of each member
    std::string topic;   // code; empty for all
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    std::string as_of;              // ISO date; empty for the day that the data was seen last
    std::string previous;           // snapshot; empty for none
    std::int64_t smallest_cell = 3; // counts of persons below it are not shown
};

// A figure with what was asked and answered.
struct MadeFigure {
    const Figure* figure = nullptr;
    std::string id;     // unique, also where the figure is made for each member
    std::string number; // "3.2"
    std::string title;
    std::string text;
    Map parameters;
    ResultTable table;
    std::string drawing; // SVG; empty where there is none
};

struct NativeName {
    std::string name;
    std::string language; // BCP 47
};

// A part's figures, or those of one member in it.
struct Section {
    std::string country; // iso2; empty where the part is made once
    std::string heading;
    std::vector<NativeName> native_names;
    std::vector<MadeFigure> figures;
};

struct MadePart {
    const Part* part = nullptr;
    std::string number;
    std::vector<Section> sections;
};

struct Report {
    Options options; // with what was left open filled in from the data
    Value taxonomy;  // the queries' $taxonomy
    std::string snapshot;
    std::vector<MadePart> parts;
};

// What every text of a report may name: the regions, the years, the day, the topic, the taxonomy.
// REQUIRES: the options are filled in.
Map names_in_texts(const Report& report);

// Told before each query: which figure, how far, and the text that errors refer to.
using Progress = std::function<void(std::string_view figure, std::size_t done, std::size_t of,
                                    std::string_view query)>;

Report make_report(query::Engine& engine, const Options& options, const Value& taxonomy,
                   const Texts& texts, const Progress& progress);

} // namespace lintas::report
