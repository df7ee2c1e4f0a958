#include "datasets/generated_files.h"

#include <fmt/format.h>

namespace lintas::datasets {

namespace {

constexpr std::string_view source_name = "lintas-generate";

} // namespace

CsvFile& GeneratedFiles::nodes(std::string_view label, std::string_view columns, bool synthetic) {
    return open({folder_ / fmt::format("{}.csv", label)},
                fmt::format("{},:LABEL,synthetic:boolean,src", columns),
                fmt::format(",{},{},{}", label, synthetic, source_name));
}

CsvFile& GeneratedFiles::relationships(std::string_view type, std::string_view source,
                                       std::string_view target, std::string_view columns) {
    const auto* comma = columns.empty() ? "" : ",";
    return open(
        {folder_ / fmt::format("{}.{}.{}.csv", type, source, target), 0, true},
        fmt::format(":START_ID({}),:END_ID({}){}{},:TYPE,src", source, target, comma, columns),
        fmt::format(",{},{}", type, source_name));
}

std::vector<GeneratedFile> GeneratedFiles::close() {
    for (std::size_t at = 0; at < files_.size(); ++at) {
        open_[at]->close();
        files_[at].records = open_[at]->records();
    }
    open_.clear();
    return std::move(files_);
}

CsvFile& GeneratedFiles::open(GeneratedFile file, const std::string& header,
                              const std::string& ending) {
    open_.push_back(std::make_unique<CsvFile>(file.path, header, ending));
    files_.push_back(std::move(file));
    return *open_.back();
}

} // namespace lintas::datasets
