// The text files that the report is made with and the program carries within itself: queries,
// templates, texts, the taxonomy, the outlines of countries. `embed.cmake` makes the source.
//
// Invariant: ascending by name; a name is the path below server/report.
#pragma once

#include <span>
#include <string_view>

namespace lintas::report {

struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

// The text of a file. REQUIRES: there is one of that name.
std::string_view embedded_file(std::string_view name);

} // namespace lintas::report
