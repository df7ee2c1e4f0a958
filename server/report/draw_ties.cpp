#include "server/report/cells.h"
#include "server/report/draw_figure.h"
#include "server/report/drawing/arc_diagram.h"
#include "server/report/drawing/flow_map.h"
#include "server/report/drawing/network_drawing.h"
#include "server/report/embedded_files.h"
#include "server/report/topology.h"

#include <algorithm>
#include <map>

namespace lintas::report {

namespace {

// One end of a tie, as the columns with its prefix say.
struct End {
    std::string id;
    std::string name;
    std::string group;
    std::string country;
    std::optional<double> latitude;
    std::optional<double> longitude;
    double weight = 0; // of all its ties
};

End end_of(const ResultTable& table, const Row& row, const std::string& prefix,
           const Texts& texts) {
    const auto name_column = prefix + "Name";
    End end{table.text(row, prefix),           {},
            table.text(row, prefix + "Group"), table.text(row, prefix + "Country"),
            table.number(row, prefix + "Lat"), table.number(row, prefix + "Lon")};
    const auto& name = table.value(row, name_column);
    end.name = name.is_null() ? end.id : cell(name_column, name, texts).text;
    return end;
}

struct Tie {
    std::string from;
    std::string to;
    double weight = 0;
    std::string hint;
};

struct Ties {
    std::map<std::string, End> ends; // by id
    std::vector<Tie> ties;
    std::vector<std::string> groups; // in the order of the rows
};

Ties ties_of(const ResultTable& table, const std::string& from, const std::string& to,
             const std::string& weight, const Texts& texts) {
    Ties found;
    for (const auto& row : table.rows) {
        const auto strength = table.number(row, weight).value_or(0);
        for (const auto& prefix : {from, to}) {
            auto end = end_of(table, row, prefix, texts);
            if (std::ranges::find(found.groups, end.group) == found.groups.end())
                found.groups.push_back(end.group);
            const auto id = end.id;
            found.ends.try_emplace(id, std::move(end)).first->second.weight += strength;
        }
        const auto first = table.text(row, from);
        const auto second = table.text(row, to);
        found.ties.push_back({first, second, strength,
                              texts.text("hint.tie", {{"from", found.ends.at(first).name},
                                                      {"to", found.ends.at(second).name},
                                                      {"weight", decimal(strength)}})});
    }
    return found;
}

std::size_t group_of(const Ties& ties, const End& end) {
    return static_cast<std::size_t>(std::ranges::find(ties.groups, end.group) -
                                    ties.groups.begin());
}

std::string hint_of(const End& end) {
    return end.name == end.id ? end.id : end.name + " (" + end.id + ")";
}

// More would cover each other; the table has them all.
constexpr std::size_t most_flows = 40;

using Positions = std::map<std::string, std::size_t>;

} // namespace

std::string draw_arcs(const ResultTable& table, const Caption& caption, const Texts& texts) {
    const auto ties = ties_of(table, "row", "col", "observed", texts);
    ArcDiagram diagram;
    diagram.groups = ties.groups;
    for (const auto& [id, end] : ties.ends)
        diagram.nodes.push_back({id, hint_of(end), group_of(ties, end), end.weight});
    std::ranges::stable_sort(diagram.nodes, {}, &ArcNode::group);
    Positions at;
    for (std::size_t node = 0; node < diagram.nodes.size(); ++node)
        at[diagram.nodes[node].code] = node;
    for (const auto& tie : ties.ties)
        diagram.arcs.push_back({at.at(tie.from), at.at(tie.to), tie.weight, tie.hint});
    return draw(diagram, caption);
}

std::string draw_flows(const ResultTable& table, const Caption& caption, const Texts& texts) {
    const auto countries = embedded_file("countries.json");
    if (countries.empty()) return "";
    const auto ties = ties_of(table, "row", "col", "observed", texts);
    FlowMap map;
    map.borders = read_countries(countries);
    map.disclaimer = texts.text("map.disclaimer");
    Positions at;
    for (const auto& [id, end] : ties.ends) {
        if (!end.latitude || !end.longitude) continue;
        at[id] = map.places.size();
        map.places.push_back({id, hint_of(end), {*end.latitude, *end.longitude}, end.weight});
    }
    for (const auto& tie : ties.ties)
        if (at.contains(tie.from) && at.contains(tie.to))
            map.flows.push_back({at[tie.from], at[tie.to], tie.weight, tie.hint});
    std::ranges::stable_sort(map.flows, std::ranges::greater{}, &MapFlow::weight);
    if (map.flows.size() > most_flows) map.flows.resize(most_flows);
    return draw(map, caption);
}

std::string draw_network(const ResultTable& table, const Caption& caption, const Texts& texts) {
    const auto ties = ties_of(table, "from", "to", "strength", texts);
    Network network;
    network.groups = ties.groups;
    // The heaviest have the first numbers.
    std::vector<const End*> order;
    for (const auto& [id, end] : ties.ends) order.push_back(&end);
    std::ranges::stable_sort(order, std::ranges::greater{}, &End::weight);
    Positions at;
    for (const auto* end : order) {
        at[end->id] = network.nodes.size();
        const auto label = end->country.empty() ? end->name : end->name + ", " + end->country;
        network.nodes.push_back({label, hint_of(*end), group_of(ties, *end), end->weight});
    }
    for (const auto& tie : ties.ties)
        network.ties.push_back({at.at(tie.from), at.at(tie.to), tie.weight, tie.hint});
    return draw(network, caption);
}

} // namespace lintas::report
