#include "loaders/cordis_load.h"

#include "graph/error.h"
#include "loaders/cordis_file.h"
#include "loaders/cordis_stage.h"
#include "loaders/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace lintas::loaders {
namespace {

constexpr std::uint64_t rows_a_report = 1024;

struct SourceFile {
    CordisFile file;
    LoadingSource* source;
};

bool may_be_text(const Input& input) {
    const auto name = input.file_name();
    return std::ranges::none_of(
        std::initializer_list<std::string_view>{".xlsx", ".xls", ".pdf", ".json", ".xml"},
        [&](auto ending) { return name.ends_with(ending); });
}

// In a folder only tables are expected to be tables.
void open_source(LoadingSource& source, const Loading& loading, std::vector<SourceFile>& files) {
    const auto before = files.size();
    for (const auto& input : source.inputs) {
        const bool is_only = source.inputs.size() == 1;
        auto file = is_only || (may_be_text(input) && recognises_cordis(input)) ? open_cordis(input)
                                                                                : std::nullopt;
        if (file) {
            files.push_back({std::move(*file), &source});
        } else {
            source.report.ignored.push_back(input.name());
            loading.progress.finish_file(input.size, 0);
        }
    }
    if (files.size() > before) return;
    std::string kinds;
    for (const auto& table : cordis_tables()) {
        if (kinds.find(table.title) != std::string::npos) continue;
        kinds += fmt::format("{}{}", kinds.empty() ? "" : ", ", table.title);
    }
    throw Error{ErrorCode::Input, fmt::format("`{}` holds no table of CORDIS; known are {}",
                                              source.report.path, kinds)};
}

void load_file(const SourceFile& source, const Loading& loading, CordisStage& stage,
               CordisCounts& counts) {
    const auto& file = source.file;
    CsvRows rows{file.csv, loading.rejects, loading.options.tolerate};
    while (rows.next()) {
        stage.add(CordisRow{file, rows.row()}, counts);
        if (rows.count() % rows_a_report != 0) continue;
        rows.reader().take_owners();
        loading.progress.update(file.name, rows.reader().position(), rows.count());
    }
    auto& report = source.source->report;
    report.rows += rows.count();
    for (const auto& [reason, count] : loading.rejects.take_counts()) {
        report.rejected[reason] += count;
    }
    loading.progress.finish_file(file.csv.input.size, rows.count());
    loading.progress.update(file.name, 0, 0);
}

} // namespace

void load_cordis(std::span<LoadingSource* const> sources, const Loading& loading) {
    std::vector<SourceFile> files;
    for (auto* source : sources) open_source(*source, loading, files);
    std::ranges::stable_sort(files, reads_before, &SourceFile::file);
    CordisStage stage{loading.staging, loading.rejects};
    std::map<LoadingSource*, CordisCounts> counts;
    for (const auto& file : files) load_file(file, loading, stage, counts[file.source]);
    stage.finish();
    for (auto* source : sources) counts[source].report(source->report);
}

} // namespace lintas::loaders
