#include "server/report/embedded_files.h"

#include "graph/expect.h"

#include <algorithm>

namespace lintas::report {

std::string_view embedded_file(std::string_view name) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
    expect(found != files.end(), "the report's own file is in the program");
    return found->text;
}

} // namespace lintas::report
