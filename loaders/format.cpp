#include "loaders/format.h"

#include "graph/error.h"
#include "loaders/cordis_file.h"
#include "loaders/cordis_load.h"
#include "loaders/csv_load.h"
#include "loaders/edgelist_load.h"
#include "loaders/gml_load.h"
#include "loaders/graphml_load.h"
#include "loaders/pajek_load.h"
#include "loaders/ror_load.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace lintas::loaders {
namespace {

constexpr Format table[] = {
    {"ror", "JSON of the Research Organization Registry, schema 1 or 2", recognises_ror, load_ror},
    {"cordis", "tables of CORDIS: projects, participations, organisations, topics",
     recognises_cordis, load_cordis},
    {"pajek", "networks of Pajek: .net of one or two modes, with .vec and .clu", recognises_pajek,
     load_pajek},
    {"gml", "graphs in GML", recognises_gml, load_gml},
    {"graphml", "graphs in GraphML", recognises_graphml, load_graphml},
    {"edgelist", "edge lists of SNAP and the .v and .e of LDBC Graphalytics", recognises_edgelist,
     load_edgelist},
    {"csv", "CSV files with the headers of neo4j-admin import", recognises_csv, load_csv},
};

std::string format_names() {
    std::string names;
    for (const auto& format : table) {
        names += fmt::format("{}`{}`", names.empty() ? "" : ", ", format.name);
    }
    return names;
}

} // namespace

std::span<const Format> format_table() { return table; }

const Format& format_for(std::string_view name) {
    const auto* found = std::ranges::find(table, name, &Format::name);
    if (found != std::end(table)) return *found;
    throw Error{ErrorCode::Input,
                fmt::format("There is no format `{}`; there are {}", name, format_names())};
}

const Format& recognise(const std::vector<Input>& inputs, std::string_view path) {
    for (const auto& format : table) {
        if (std::ranges::any_of(inputs, format.recognises)) return format;
    }
    throw Error{ErrorCode::Input,
                fmt::format("`{}` is of no known format; say which of {} it is, as FORMAT={}", path,
                            format_names(), path)};
}

} // namespace lintas::loaders
