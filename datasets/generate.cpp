#include "datasets/generate.h"

#include "datasets/generate_parts.h"
#include "graph/error.h"

#include <fmt/format.h>

#include <system_error>

namespace lintas::datasets {

std::vector<GeneratedFile> generate(const std::filesystem::path& folder,
                                    const GenerateOptions& options) {
    if (options.scale < 1 || options.scale > 1000)
        throw Error{ErrorCode::Usage,
                    fmt::format("The scale is {}; it must be from 1 to 1000", options.scale)};
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw Error{ErrorCode::Storage, fmt::format("The folder `{}` cannot be made: {}",
                                                    folder.string(), failure.message())};
    const auto world = generate_world(options.scale, options.seed);
    GeneratedFiles files{folder};
    generate_countries(world, files);
    generate_themes(files);
    generate_units(world, options, files);
    generate_publications(world, options, files);
    generate_patents(world, options, files);
    generate_projects(world, options, files);
    generate_offers(world, options, files);
    generate_sources(world, files);
    return files.close();
}

} // namespace lintas::datasets
