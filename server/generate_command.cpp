#include "datasets/generate.h"
#include "server/command.h"

#include <fmt/format.h>

#include <memory>

namespace lintas::server {

namespace {

struct GenerateArguments {
    std::string folder;
    datasets::GenerateOptions options;
};

int run_generate(const GenerateArguments& arguments, Console& console) {
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
    const auto files = datasets::generate(arguments.folder, arguments.options);
    for (const auto& file : files) (file.has_relationships ? relationships : nodes) += file.records;
    console.output.write(fmt::format("{} files with {} nodes and {} relationships are in {}\n",
                                     files.size(), nodes, relationships, arguments.folder));
    return 0;
}

} // namespace

Action define_generate(CommandLine& line) {
    const auto arguments = std::make_shared<GenerateArguments>();
    line.argument("DIR", arguments->folder, "The folder for the files; made if it is not there");
    line.option("--scale", arguments->options.scale, "1 is about 20,000 nodes; up to 1000");
    line.option("--seed", arguments->options.seed, "Which of all such worlds");
    line.footer("The same scale and seed give the same bytes on every machine.\n"
                "`lintas load STORE csv=DIR` loads the files.");
    return [arguments](Console& console) { return run_generate(*arguments, console); };
}

} // namespace lintas::server
