// Writes the files of a report into its folder.
//
// Invariant: the same report, texts and templates give the same bytes.
#pragma once

#include "server/report/report.h"
#include "server/report/texts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lintas::report {

// The templates, texts and taxonomy: those of the program, each replaced by the file of the same
// name in `folder` if there is one.
class Forms {
public:
    explicit Forms(std::filesystem::path folder = {});

    // Input error when the file is there and cannot be read.
    std::string text(const std::string& name) const;
    Texts texts() const;
    // The value of $taxonomy. Input error where it has no lists of thrusts and of areas.
    Value taxonomy() const;

private:
    std::filesystem::path folder_;
};

// report.html, report.md, report.json, tables/, figures/ and queries/. Storage error for what
// cannot be written. Gives the path of report.html.
std::filesystem::path write_report(const Report& report, const Texts& texts, const Forms& forms,
                                   const std::filesystem::path& folder);

} // namespace lintas::report
