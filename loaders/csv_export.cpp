#include "loaders/csv_export.h"

#include "datasets/csv_file.h"
#include "graph/error.h"
#include "graph/schema_text.h"
#include "loaders/csv_export_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lintas::loaders {

namespace {

constexpr std::size_t exported_batch = 16'384;
constexpr std::size_t longest_file_name = 120; // nearly

using Fields = std::vector<std::optional<std::string>>;

void make_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure || !std::filesystem::is_directory(folder))
        throw Error{ErrorCode::Storage,
                    fmt::format("The folder `{}` cannot be made", folder.string())};
    if (!std::filesystem::is_empty(folder))
        throw Error{ErrorCode::Storage,
                    fmt::format("The folder `{}` has something in it already", folder.string())};
}

// The letters and digits of a name, so that it can be part of a file's name.
std::string plain(std::string_view name) {
    constexpr std::size_t longest = 40;
    std::string text;
    for (const char letter : name) {
        const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                             (letter >= '0' && letter <= '9');
        if (is_kept && text.size() < longest) text += letter;
    }
    return text;
}

// One that none of the labels has in it.
char delimiter_for(const std::vector<std::string>& labels) {
    for (const char delimiter : {';', '|', '/', '\x1f', '\x1e', '\x1d', '\x1c'})
        if (std::ranges::none_of(labels, [delimiter](const std::string& label) {
                return label.find(delimiter) != label.npos;
            }))
            return delimiter;
    throw Error{ErrorCode::Unsupported,
                fmt::format("No character is left to stand between the labels of nodes with the "
                            "label `{}`",
                            labels.front())};
}

template <typename Id> class EntityFile {
public:
    EntityFile(const Snapshot& graph, std::span<const Id> ids) : graph_{graph}, ids_{ids} {
        columns_.resize(graph.symbols().keys.all().size());
        for_each_batch([this](std::span<const Id> batch) {
            for (std::size_t key = 0; key < columns_.size(); ++key) see(key, batch);
        });
    }

    // `begin` gives the fields that stand before the properties of the entities of a batch.
    template <typename Begin>
    void write(const std::filesystem::path& path, Fields header, Begin begin) const {
        datasets::CsvFile file{path};
        for (std::size_t key = 0; key < columns_.size(); ++key)
            if (columns_[key].has_values())
                header.emplace_back(columns_[key].header(graph_.symbols().keys.name(key_id(key))));
        file.add(header);
        for_each_batch([&](std::span<const Id> batch) { write_batch(file, batch, begin(batch)); });
        file.close();
    }

private:
    static KeyId key_id(std::size_t key) { return KeyId{static_cast<std::uint32_t>(key)}; }

    template <typename Work> void for_each_batch(Work work) const {
        for (std::size_t at = 0; at < ids_.size(); at += exported_batch)
            work(ids_.subspan(at, std::min(exported_batch, ids_.size() - at)));
    }

    void see(std::size_t key, std::span<const Id> batch) {
        const auto column = graph_.gather(key_id(key), batch);
        for (std::size_t row = 0; row < column.size(); ++row)
            if (!column.is_null(row)) columns_[key].see(column.value(row));
    }

    void write_batch(datasets::CsvFile& file, std::span<const Id> batch,
                     std::vector<Fields> rows) const {
        for (std::size_t key = 0; key < columns_.size(); ++key) {
            if (!columns_[key].has_values()) continue;
            const auto column = graph_.gather(key_id(key), batch);
            for (std::size_t row = 0; row < rows.size(); ++row)
                rows[row].push_back(columns_[key].field(column.value(row)));
        }
        for (const auto& row : rows) file.add(row);
    }

    const Snapshot& graph_;
    std::span<const Id> ids_;
    std::vector<CsvExportColumn> columns_; // by key
};

class Exporter {
public:
    Exporter(const Snapshot& graph, std::filesystem::path folder)
        : graph_{graph}, folder_{std::move(folder)} {}

    ExportReport run() {
        write_nodes();
        write_relationships();
        write_schema();
        return report_;
    }

private:
    void write_nodes() {
        std::map<LabelSet, Nodes> nodes_of;
        ScanPosition position;
        Nodes scanned;
        while (graph_.scan(position, std::optional<LabelId>{}, scanned)) {
            for (const auto node : scanned) nodes_of[graph_.labels(node)].push_back(node);
            scanned.clear();
        }
        // A graph without nodes is a file without rows.
        if (nodes_of.empty()) nodes_of[{}];
        for (const auto& [labels, nodes] : nodes_of) write_nodes(labels, nodes);
    }

    void write_nodes(const LabelSet& label_set, const Nodes& nodes) {
        std::vector<std::string> names;
        for (const auto label : label_set) names.push_back(graph_.symbols().labels.name(label));
        const auto delimiter = delimiter_for(names);
        std::string text;
        std::string file_name = "nodes";
        for (const auto& name : names) {
            if (!text.empty()) text += delimiter;
            text += name;
            if (file_name.size() < longest_file_name) file_name += "-" + plain(name);
        }
        const auto header = delimiter == ';' ? std::string{":LABEL"}
                                             : fmt::format(":LABEL{{delimiter:{}}}", delimiter);
        const auto begin = [&text](std::span<const NodeId> batch) {
            std::vector<Fields> rows;
            for (const auto node : batch)
                rows.push_back(
                    {std::to_string(raw(node)), text.empty() ? std::nullopt : std::optional{text}});
            return rows;
        };
        EntityFile<NodeId>{graph_, nodes}.write(next_path(file_name), {":ID", header}, begin);
        report_.nodes += nodes.size();
    }

    void write_relationships() {
        for (std::uint32_t type = 0; type < graph_.symbols().types.all().size(); ++type) {
            ScanPosition position;
            Relationships scanned;
            while (graph_.scan(position, std::optional{TypeId{type}}, scanned)) {
            }
            if (!scanned.empty()) write_relationships(TypeId{type}, scanned);
        }
    }

    void write_relationships(TypeId type, const Relationships& relationships) {
        const auto& name = graph_.symbols().types.name(type);
        const auto begin = [&](std::span<const RelationshipId> batch) {
            std::vector<RelationshipEnds> ends(batch.size());
            graph_.ends(batch, ends);
            std::vector<Fields> rows;
            for (const auto& [source, target, of_type] : ends)
                rows.push_back({std::to_string(raw(source)), std::to_string(raw(target)), name});
            return rows;
        };
        EntityFile<RelationshipId>{graph_, relationships}.write(
            next_path("relationships-" + plain(name)), {":START_ID", ":END_ID", ":TYPE"}, begin);
        report_.relationships += relationships.size();
    }

    // The definitions as statements, a line each.
    void write_schema() {
        const auto statements = create_statements(graph_.schema());
        if (statements.empty()) return;
        const auto path = folder_ / "schema.cypher";
        std::ofstream file{path, std::ios::binary};
        for (const auto& statement : statements) file << statement << '\n';
        file.close();
        if (!file)
            throw Error{ErrorCode::Storage,
                        fmt::format("The file `{}` cannot be written", path.string())};
    }

    // Names that are alike but for the letters that are left out need numbers.
    std::filesystem::path next_path(const std::string& name) {
        ++report_.files;
        return folder_ / fmt::format("{:04}-{}.csv", report_.files, name);
    }

    const Snapshot& graph_;
    std::filesystem::path folder_;
    ExportReport report_;
};

} // namespace

ExportReport export_csv(const Snapshot& graph, const std::filesystem::path& folder) {
    make_folder(folder);
    return Exporter{graph, folder}.run();
}

} // namespace lintas::loaders
