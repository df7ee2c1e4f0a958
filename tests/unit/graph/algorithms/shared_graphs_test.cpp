// Graphs with known answers: those of LDBC Graphalytics' validation, and co-authorship networks
// with values that another program computed. Skipped where the data is not there.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/boost_dijkstra.h"
#include "graph/algorithms/breadth_first.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/label_propagation.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_components.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace lintas::algorithms {
namespace {

namespace fs = std::filesystem;

const Unlimited free_of_limits;
const Workers shared_workers{free_of_limits, 2};
const fs::path graph_files = fs::path{LINTAS_SHARED_DATA} / "graphs";

bool is_there(const fs::path& path) {
    if (fs::exists(path)) return true;
    WARN("SKIPPED: there is no " << path.string());
    return false;
}

std::vector<std::vector<std::string>> lines_of(const fs::path& path) {
    std::vector<std::vector<std::string>> lines;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::ranges::replace(line, ',', ' ');
        std::istringstream words{line};
        std::vector<std::string> fields;
        for (std::string word; words >> word;) fields.push_back(word);
        if (!fields.empty()) lines.push_back(std::move(fields));
    }
    return lines;
}

// A graph and the ids of its vertices, ascending.
struct NamedGraph {
    ProjectedGraph graph;
    std::vector<std::int64_t> ids;

    Vertex vertex(std::int64_t id) const {
        return static_cast<Vertex>(std::ranges::lower_bound(ids, id) - ids.begin());
    }
};

struct NamedTie {
    std::int64_t from;
    std::int64_t to;
    double weight = 1;
};

NamedGraph graph_of(std::vector<std::int64_t> ids, const std::vector<NamedTie>& named,
                    const TieRules& rules) {
    for (const auto& tie : named) {
        ids.push_back(tie.from);
        ids.push_back(tie.to);
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    NamedGraph made{{}, std::move(ids)};
    std::vector<Tie> ties;
    for (const auto& tie : named)
        ties.push_back({made.vertex(tie.from), made.vertex(tie.to), tie.weight});
    made.graph = {static_cast<Vertex>(made.ids.size()), ties, rules};
    return made;
}

// A line: a vertex and its neighbours.
NamedGraph read_rows(const fs::path& path, bool is_directed) {
    std::vector<std::int64_t> ids;
    std::vector<NamedTie> ties;
    for (const auto& line : lines_of(path)) {
        ids.push_back(std::stoll(line[0]));
        for (std::size_t i = 1; i < line.size(); ++i)
            ties.push_back({ids.back(), std::stoll(line[i])});
    }
    return graph_of(ids, ties, {is_directed, false});
}

// `.v` and `.e`.
NamedGraph read_files(const fs::path& stem, bool is_directed, bool is_weighted) {
    std::vector<std::int64_t> ids;
    for (const auto& line : lines_of(stem.string() + ".v")) ids.push_back(std::stoll(line[0]));
    std::vector<NamedTie> ties;
    for (const auto& line : lines_of(stem.string() + ".e"))
        ties.push_back(
            {std::stoll(line[0]), std::stoll(line[1]), line.size() > 2 ? std::stod(line[2]) : 1});
    return graph_of(ids, ties, {is_directed, is_weighted, Merging::Least});
}

// The values by id; "infinity" and the largest integer stand for what is not reached.
std::map<std::int64_t, double> read_values(const fs::path& path) {
    std::map<std::int64_t, double> values;
    for (const auto& line : lines_of(path)) {
        const auto is_infinite = line[1].starts_with("inf") || line[1] == "9223372036854775807";
        values[std::stoll(line[0])] = is_infinite ? no_cost : std::stod(line[1]);
    }
    return values;
}

void check(const NamedGraph& named, const std::map<std::int64_t, double>& printed,
           const std::vector<double>& values) {
    REQUIRE(printed.size() == named.ids.size());
    for (const auto& [id, value] : printed) {
        INFO("vertex " << id);
        if (value == no_cost)
            CHECK(values[named.vertex(id)] == no_cost);
        else
            CHECK(values[named.vertex(id)] == Approx(value).epsilon(1e-4));
    }
}

std::vector<double> hops(const NamedGraph& named, std::int64_t source) {
    const Vertex sources[] = {named.vertex(source)};
    std::vector<double> values;
    for (const auto hop : breadth_first(named.graph, sources, free_of_limits))
        values.push_back(hop == unreached ? no_cost : hop);
    return values;
}

// Labels and components are the same if the same vertices have the same; the smallest id names
// them.
std::vector<double> names_of(const NamedGraph& named, const std::vector<Vertex>& labels) {
    std::vector<double> values;
    for (const auto label : labels) values.push_back(static_cast<double>(named.ids[label]));
    return values;
}

std::vector<double> component_names(const NamedGraph& named) {
    const auto components = weak_components(named.graph, free_of_limits);
    std::map<Vertex, std::int64_t> smallest;
    for (Vertex v = 0; v < named.graph.size(); ++v)
        smallest.try_emplace(components[v], named.ids[v]);
    std::vector<double> values;
    for (const auto component : components)
        values.push_back(static_cast<double>(smallest[component]));
    return values;
}

} // namespace

TEST_CASE("All outputs of Graphalytics' validation are met", "[graphalytics]") {
    const auto folder = graph_files / "graphalytics-validation";
    if (!is_there(folder)) return;
    for (const bool is_directed : {true, false}) {
        const std::string kind = is_directed ? "dir" : "undir";
        CAPTURE(kind);
        const auto input = [&](const char* name) {
            return read_rows(folder / name / (kind + "-input"), is_directed);
        };
        const auto output = [&](const char* name) {
            return read_values(folder / name / (kind + "-output"));
        };
        const auto bfs = input("bfs");
        check(bfs, output("bfs"), hops(bfs, 1));
        const auto labels = input("cdlp");
        check(labels, output("cdlp"),
              names_of(labels, synchronous_labels(labels.graph, 5, shared_workers)));
        const auto clustering = input("lcc");
        check(clustering, output("lcc"), triangles(clustering.graph, shared_workers).clustering);
        const auto ranks = input("pr");
        check(ranks, output("pr"),
              page_rank(ranks.graph, {}, {0.85, 0, is_directed ? 14 : 26}, shared_workers).ranks);
        const auto components = input("wcc");
        const auto printed = output("wcc");
        const auto found = component_names(components);
        for (const auto& [left, label] : printed)
            for (const auto& [right, other] : printed)
                CHECK((label == other) ==
                      (found[components.vertex(left)] == found[components.vertex(right)]));
        const auto costs = read_files(folder / "sssp" / (kind + "-input"), is_directed, true);
        check(costs, output("sssp"), dijkstra(costs.graph, costs.vertex(1), free_of_limits));
    }
}

TEST_CASE("The examples of Graphalytics are met", "[graphalytics]") {
    const auto folder = graph_files / "graphalytics-validation" / "example";
    if (!is_there(folder)) return;
    for (const bool is_directed : {true, false}) {
        const std::string name = is_directed ? "example-directed" : "example-undirected";
        CAPTURE(name);
        const auto plain = read_files(folder / name, is_directed, false);
        const auto weighted = read_files(folder / name, is_directed, true);
        const auto output = [&](const char* what) {
            return read_values(folder / (name + "-" + what));
        };
        const auto source = is_directed ? 1 : 2;
        check(plain, output("BFS"), hops(plain, source));
        check(weighted, output("SSSP"),
              dijkstra(weighted.graph, weighted.vertex(source), free_of_limits));
        check(plain, output("LCC"), triangles(plain.graph, shared_workers).clustering);
        check(plain, output("PR"), page_rank(plain.graph, {}, {0.85, 0, 2}, shared_workers).ranks);
        check(plain, output("WCC"), component_names(plain));
        check(plain, output("CDLP"),
              names_of(plain, synchronous_labels(plain.graph, 2, shared_workers)));
    }
}

TEST_CASE("Co-authorship networks have the values that are known of them", "[snap]") {
    for (const std::string name : {"ca-GrQc", "ca-HepTh"}) {
        const auto path = graph_files / "snap" / (name + ".txt");
        const auto expected = graph_files / "expected" / (name + "_nodes.csv");
        if (!is_there(path) || !is_there(expected)) return;
        CAPTURE(name);
        std::vector<NamedTie> ties;
        for (const auto& line : lines_of(path))
            ties.push_back({std::stoll(line[0]), std::stoll(line[1])});
        const auto named = graph_of({}, ties, {});
        auto lines = lines_of(expected);
        const auto header = lines.front();
        lines.erase(lines.begin());
        REQUIRE(lines.size() == named.ids.size());
        const auto column = [&](const std::string& wanted) {
            const auto found = std::ranges::find_if(
                header, [&](const auto& one) { return one.starts_with(wanted); });
            REQUIRE(found != header.end());
            return static_cast<std::size_t>(found - header.begin());
        };
        const auto found = triangles(named.graph, shared_workers);
        const auto cores = core_numbers(named.graph, free_of_limits);
        const auto ranks = page_rank(named.graph, {}, {0.85, 1e-12, 1000}, shared_workers).ranks;
        for (const auto& line : lines) {
            const auto v = named.vertex(std::stoll(line[0]));
            INFO("vertex " << line[0]);
            CHECK(found.at[v] == std::stoull(line[column("triangles")]));
            CHECK(found.clustering[v] == Approx(std::stod(line[column("clustering")])));
            CHECK(cores[v] == std::stoull(line[column("core")]));
            CHECK(ranks[v] == Approx(std::stod(line[column("pagerank")])).epsilon(1e-6));
        }
    }
}

} // namespace lintas::algorithms
