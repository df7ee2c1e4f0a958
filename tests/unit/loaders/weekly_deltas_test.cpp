// Weekly editions of CORDIS tables, each with the rows that changed, loaded one after the other.
// The data is no part of the project; without it these tests pass.
#include "graph/lmdb/lmdb_store.h"
#include "loaders/csv_reader.h"
#include "loaders/input.h"
#include "loaders/load.h"
#include "temporary_folder.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace lintas;
using namespace lintas::testing;

namespace {

const std::filesystem::path delta_data =
    std::filesystem::path{LINTAS_SHARED_DATA} / "cordis/h2020-derrabauke";

// The editions by the dates in their names, and what has no date last.
std::vector<std::filesystem::path> editions() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{delta_data})
        files.push_back(entry.path());
    const auto date = [](const std::filesystem::path& file) {
        const auto name = file.filename().string();
        const auto at = name.find("latest_");
        return at == name.npos ? "9" : name.substr(at + 7, 10);
    };
    std::ranges::sort(files, {}, [&](const auto& file) {
        return std::pair{date(file), file.filename().string()};
    });
    return files;
}

// Into a store in a file, as `lintas load` does it.
loaders::LoadReport load_deltas(const std::filesystem::path& path,
                                const std::filesystem::path& source) {
    auto target = begin_bulk_load(path);
    const auto store = std::filesystem::exists(path) ? open_lmdb_store(path) : nullptr;
    const auto old = store ? store->snapshot() : nullptr;
    const loaders::Source sources[] = {{"cordis", source}};
    return loaders::load(sources, old.get(), *target, {}, [&] {
        target.reset();
        return store->begin();
    });
}

template <typename Id> std::string delta_properties(const Snapshot& graph, Id entity) {
    std::map<std::string, std::string> texts;
    for (const auto& [key, value] : graph.properties(entity))
        texts.emplace(graph.symbols().keys.name(key),
                      fmt::format("{} {}", name(value.type()), to_text(value)));
    std::string text;
    for (const auto& [key, value] : texts) text += fmt::format("{}={}; ", key, value);
    return text;
}

// Every node has a property `id` or `iso2` that names it among those of its labels.
std::string name_of(const Snapshot& graph, NodeId node) {
    std::set<std::string> labels;
    for (const auto label : graph.labels(node)) labels.insert(graph.symbols().labels.name(label));
    const auto key = *graph.symbols().keys.find("id");
    return fmt::format("({} {})", fmt::join(labels, ":"),
                       to_text(graph.gather(key, Nodes{node}).value(0)));
}

std::multiset<std::string> lines_of(const Snapshot& graph) {
    std::multiset<std::string> lines;
    ScanPosition nodes;
    for (Nodes some; graph.scan(nodes, std::optional<LabelId>{}, some); some.clear())
        for (const auto node : some)
            lines.insert(name_of(graph, node) + " " + delta_properties(graph, node));
    ScanPosition position;
    for (Relationships some; graph.scan(position, std::optional<TypeId>{}, some); some.clear()) {
        std::vector<RelationshipEnds> ends(some.size());
        graph.ends(some, ends);
        for (std::size_t i = 0; i < some.size(); ++i)
            lines.insert(fmt::format("{} -{}-> {} {}", name_of(graph, ends[i].source),
                                     graph.symbols().types.name(ends[i].type),
                                     name_of(graph, ends[i].target),
                                     delta_properties(graph, some[i])));
    }
    return lines;
}

// The lines that only one of the two has, for messages.
std::string difference(const std::multiset<std::string>& left,
                       const std::multiset<std::string>& right) {
    std::vector<std::string> only;
    std::ranges::set_symmetric_difference(left, right, std::back_inserter(only));
    const auto shown = std::min<std::size_t>(only.size(), 6);
    return fmt::format("{} lines differ\n{}", only.size(),
                       fmt::join(only.begin(), only.begin() + std::ptrdiff_t(shown), "\n"));
}

// What names a row's thing: a project and an organisation, or a project and a topic, or a project.
std::string key_of(const std::filesystem::path& file, const loaders::CsvRecord& record) {
    const auto field = [&](std::size_t at) { return std::string{record.fields.at(at).text}; };
    const auto name = file.filename().string();
    if (name.find("organizations") != name.npos) return "o " + field(0) + " " + field(2);
    if (name.find("topics") != name.npos) return "t " + field(0) + " " + field(1);
    return "p " + field(0);
}

struct DeltaRow {
    std::filesystem::path file;
    std::string text; // the whole record, quoted
};

std::string quoted(const loaders::CsvRecord& record) {
    std::string text;
    for (const auto& field : record.fields) {
        text += text.empty() ? "\"" : ",\"";
        for (const char letter : field.text) text.append(letter == '"' ? 2 : 1, letter);
        text += '"';
    }
    return text + "\n";
}

// The same editions with only those rows of which there is no later one.
void write_newest(const std::filesystem::path& folder) {
    std::map<std::string, std::size_t> newest;
    std::vector<DeltaRow> rows;
    std::map<std::filesystem::path, std::string> headers;
    for (const auto& file : editions()) {
        std::ifstream stream{file, std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        loaders::CsvReader reader{loaders::open_bytes({bytes, nullptr}), ','};
        for (loaders::CsvRecord record; reader.next(record);) {
            const auto first = record.fields.at(0).text;
            if (first == "id" || first == "projectID") {
                headers[file] = quoted(record);
                continue;
            }
            newest[key_of(file, record)] = rows.size();
            rows.push_back({file, quoted(record)});
        }
    }
    std::vector<std::size_t> kept;
    for (const auto& [key, at] : newest) kept.push_back(at);
    std::ranges::sort(kept);
    std::map<std::filesystem::path, std::string> texts = headers;
    for (const auto at : kept) texts[rows[at].file] += rows[at].text;
    for (const auto& [file, text] : texts)
        std::ofstream{folder / file.filename(), std::ios::binary} << text;
}

} // namespace

TEST_CASE("Weekly editions in order come to the newest state of each key", "[loaders][real]") {
    if (!std::filesystem::exists(delta_data)) return;
    const TemporaryFolder folder;
    const auto weekly = folder.path() / "weekly";
    for (const auto& file : editions()) load_deltas(weekly, file);
    const auto in_order = lines_of(*open_lmdb_store(weekly)->snapshot());

    const auto newest = folder.path() / "newest";
    std::filesystem::create_directory(newest);
    write_newest(newest);
    load_deltas(folder.path() / "once", newest);
    const auto at_once = lines_of(*open_lmdb_store(folder.path() / "once")->snapshot());
    INFO(difference(in_order, at_once));
    CHECK((in_order == at_once));
    CHECK(in_order.size() > 10'000);
}

TEST_CASE("A second load of the same editions changes nothing", "[loaders][real]") {
    if (!std::filesystem::exists(delta_data)) return;
    const TemporaryFolder folder;
    const auto path = folder.path() / "store";
    load_deltas(path, delta_data);
    const auto once = lines_of(*open_lmdb_store(path)->snapshot());
    const auto report = load_deltas(path, delta_data);
    REQUIRE(report.change);
    CHECK(report.change->nodes_created + report.change->nodes_changed == 0);
    CHECK(report.change->relationships_created + report.change->relationships_changed == 0);
    CHECK(open_lmdb_store(path)->snapshot()->version() == 0);
    const auto twice = lines_of(*open_lmdb_store(path)->snapshot());
    INFO(difference(once, twice));
    CHECK((once == twice));
}
