#include "server/report/topology.h"

#include "graph/error.h"
#include "server/json/json_reader.h"

#include <cmath>
#include <utility>

namespace lintas::report {

namespace {

[[noreturn]] void refuse() {
    throw Error{ErrorCode::Input, "The outlines of countries are not TopoJSON"};
}

const Value& member(const Value& value, std::string_view key) {
    if (!value.is(ValueType::Map)) refuse();
    const auto found = value.map().find(key);
    if (found == value.map().end()) refuse();
    return found->second;
}

const List& list(const Value& value) {
    if (!value.is(ValueType::List)) refuse();
    return value.list();
}

double number(const Value& value) {
    if (!value.is_number()) refuse();
    return value.number();
}

// A pair of numbers: x, y.
struct Pair {
    double x = 0;
    double y = 0;
};

Pair pair(const Value& value) {
    const auto& both = list(value);
    if (both.size() < 2) refuse();
    return {number(both[0]), number(both[1])};
}

using Arc = std::vector<Position>;

Arc read_arc(const Value& steps, const Pair& scale, const Pair& translate) {
    Arc arc;
    Pair at;
    for (const auto& value : list(steps)) {
        const auto step = pair(value);
        at = {at.x + step.x, at.y + step.y};
        arc.push_back({at.y * scale.y + translate.y, at.x * scale.x + translate.x});
    }
    return arc;
}

std::vector<Arc> read_arcs(const Value& topology) {
    const auto& transform = member(topology, "transform");
    const auto scale = pair(member(transform, "scale"));
    const auto translate = pair(member(transform, "translate"));
    std::vector<Arc> arcs;
    for (const auto& steps : list(member(topology, "arcs")))
        arcs.push_back(read_arc(steps, scale, translate));
    return arcs;
}

// `~position` is the arc at that position, walked from its end.
Arc arc_of(const std::vector<Arc>& arcs, const Value& value) {
    if (!value.is(ValueType::Integer)) refuse();
    const auto turned = value.integer() < 0;
    const auto position = static_cast<std::size_t>(turned ? ~value.integer() : value.integer());
    if (position >= arcs.size()) refuse();
    const auto& arc = arcs[position];
    return turned ? Arc{arc.rbegin(), arc.rend()} : arc;
}

Ring read_ring(const std::vector<Arc>& arcs, const Value& positions) {
    Ring ring;
    double turn = 0;
    for (const auto& position : list(positions)) {
        bool joins = !ring.empty(); // an arc begins where the one before it ends
        for (auto point : arc_of(arcs, position)) {
            if (std::exchange(joins, false)) continue;
            point.longitude += turn;
            if (!ring.empty() && std::abs(point.longitude - ring.back().longitude) > 180) {
                const auto jump = point.longitude < ring.back().longitude ? 360.0 : -360.0;
                turn += jump;
                point.longitude += jump;
            }
            ring.push_back(point);
        }
    }
    return ring;
}

} // namespace

std::vector<Ring> read_countries(std::string_view topojson) {
    const auto topology =
        server::read_json(topojson, {ErrorCode::Input, "The file with the outlines of countries"});
    const auto arcs = read_arcs(topology);
    std::vector<Ring> rings;
    const auto read_polygon = [&](const Value& polygon) {
        for (const auto& ring : list(polygon)) rings.push_back(read_ring(arcs, ring));
    };
    const auto& countries = member(member(topology, "objects"), "countries");
    for (const auto& country : list(member(countries, "geometries"))) {
        const auto& type = member(country, "type");
        if (!type.is(ValueType::String)) refuse();
        if (type.string() == "Polygon") read_polygon(member(country, "arcs"));
        if (type.string() == "MultiPolygon")
            for (const auto& polygon : list(member(country, "arcs"))) read_polygon(polygon);
    }
    return rings;
}

} // namespace lintas::report
