// The files of one run of the generator, opened by what is in them and counted at the end.
//
// Invariant: every record says its source, and every node whether it is invented; close() throws
// Storage if a file could not be written.
#pragma once

#include "datasets/csv_file.h"
#include "datasets/generate.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::datasets {

class GeneratedFiles {
public:
    explicit GeneratedFiles(std::filesystem::path folder) : folder_{std::move(folder)} {}

    // Nodes of one label; `columns` as in "iso2:ID(Country),name". The file is valid until close().
    CsvFile& nodes(std::string_view label, std::string_view columns, bool synthetic = true);
    // Relationships of one type from nodes of one label to those of another; the fields of a
    // record are the two ids, then those of `columns`.
    CsvFile& relationships(std::string_view type, std::string_view source, std::string_view target,
                           std::string_view columns = {});

    std::vector<GeneratedFile> close();

private:
    CsvFile& open(GeneratedFile file, const std::string& header, const std::string& ending);

    std::filesystem::path folder_;
    std::vector<GeneratedFile> files_;
    std::vector<std::unique_ptr<CsvFile>> open_; // one for each of files_
};

} // namespace lintas::datasets
