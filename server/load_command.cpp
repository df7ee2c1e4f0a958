#include "graph/error.h"
#include "graph/lmdb/lmdb_store.h"
#include "loaders/load.h"
#include "query/verify_constraints.h"
#include "server/command.h"
#include "server/load_interruption.h"
#include "server/load_progress.h"
#include "server/load_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace lintas::server {

namespace {

constexpr std::string_view recognized = "auto";

struct LoadArguments {
    std::string store;
    std::vector<std::string> sources;
    std::string reject_file;
    std::string delimiter{recognized};
    std::string list_delimiter = ";";
    std::string label;
    std::string type;
    bool tolerate = false;
    bool replace = false;
    bool quiet = false;
};

[[noreturn]] void refuse_format(const std::string& format) {
    std::string names;
    for (const auto& known : loaders::formats())
        names += fmt::format("{}`{}`", names.empty() ? "" : ", ", known.name);
    throw Error{ErrorCode::Usage,
                fmt::format("There is no format `{}`; there are {}", format, names)};
}

// `FORMAT=PATH` where FORMAT is a format's name, else a path, which may have an equals sign in it.
loaders::Source parse_source(const std::string& text) {
    const auto equals = text.find('=');
    const auto format = text.substr(0, equals == text.npos ? 0 : equals);
    const auto known = loaders::formats();
    if (std::ranges::find(known, format, &loaders::FormatDescription::name) != known.end())
        return {format, text.substr(equals + 1)};
    if (!format.empty() && format.find('/') == format.npos && !std::filesystem::exists(text))
        refuse_format(format);
    return {"", text};
}

char one_character(const std::string& option, const std::string& text) {
    if (text == "\\t") return '\t';
    if (text.size() == 1) return text[0];
    throw Error{
        ErrorCode::Usage,
        fmt::format("{} is `{}`; it must be one character, or `\\t` for a tab", option, text)};
}

loaders::LoadOptions options_of(const LoadArguments& arguments) {
    loaders::LoadOptions options;
    options.reject_file =
        arguments.reject_file.empty() ? arguments.store + ".rejects.csv" : arguments.reject_file;
    options.tolerate = arguments.tolerate;
    if (arguments.delimiter != recognized)
        options.delimiter = one_character("--delimiter", arguments.delimiter);
    options.list_delimiter = one_character("--list-delimiter", arguments.list_delimiter);
    options.label = arguments.label;
    options.type = arguments.type;
    options.inspect = query::verify_constraints;
    return options;
}

// What is there already, if it is to stay.
std::unique_ptr<FileStore> old_store(const LoadArguments& arguments) {
    if (arguments.replace || !std::filesystem::exists(arguments.store)) return nullptr;
    return open_lmdb_store(arguments.store);
}

// A transaction on the graph that the load has looked at.
std::unique_ptr<Transaction> begin_change(Store& store, const Snapshot& old) {
    auto transaction = store.begin();
    if (transaction->version() == old.version() + 1) return transaction;
    throw Error{ErrorCode::Storage, "Somebody wrote to the store while the load was about to; "
                                    "nothing was loaded, try again"};
}

int run_load(const LoadArguments& arguments, Console& console) {
    const auto begin = std::chrono::steady_clock::now();
    auto options = options_of(arguments);
    std::vector<loaders::Source> sources;
    for (const auto& text : arguments.sources) sources.push_back(parse_source(text));
    LoadProgress progress{console.errors};
    if (console.errors_are_a_terminal && !arguments.quiet) options.progress = &progress;

    // First, since nobody can write to the store from then on: a commit that comes later than the
    // old graph would be lost.
    std::optional<HeldSignals> held{std::in_place};
    auto target = begin_bulk_load(arguments.store, {.made_by = "lintas " LINTAS_VERSION});
    const LoadInterruption interruption{arguments.store};
    held.reset();
    const auto store = old_store(arguments);
    const auto old = store ? store->snapshot() : nullptr;
    const auto report = loaders::load(sources, old.get(), *target, options, [&] {
        target.reset();
        return begin_change(*store, *old);
    });
    progress.wipe();
    if (arguments.quiet) return 0;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    console.output.write(load_summary(report));
    console.output.write(fmt::format("Loaded in {:.1f} s into {} ({:.1f} MB)\n", elapsed.count(),
                                     arguments.store,
                                     double(std::filesystem::file_size(arguments.store)) / 1e6));
    return 0;
}

std::string describe_formats() {
    std::string text = "Formats:\n";
    for (const auto& [name, help] : loaders::formats())
        text += fmt::format("  {:9}{}\n", name, help);
    return text +
           "The store is made, or what it holds stays and is brought up to date. A load that\n"
           "fails, or is killed, leaves it as it was.";
}

} // namespace

Action define_load(CommandLine& line) {
    const auto arguments = std::make_shared<LoadArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.arguments(
        "SOURCE", arguments->sources,
        "[FORMAT=]PATH of a file, a zip archive or a folder; the format is recognised if not said");
    line.option("--reject", arguments->reject_file,
                "File for the rows that could not be used; STORE.rejects.csv if not said");
    line.option("--delimiter", arguments->delimiter,
                "Of csv files; \\t is a tab, auto the one that their first line shows");
    line.option("--list-delimiter", arguments->list_delimiter,
                "Between the items of a list in csv files");
    line.option("--label", arguments->label, "Of nodes whose file does not say");
    line.option("--type", arguments->type, "Of relationships whose file does not say");
    line.flag("--tolerate", arguments->tolerate,
              "Reject faulty csv rows instead of stopping at them");
    line.flag("--replace", arguments->replace, "Forget what the store holds");
    line.flag("--quiet", arguments->quiet, "Neither progress nor summary");
    line.footer(describe_formats());
    return [arguments](Console& console) { return run_load(*arguments, console); };
}

} // namespace lintas::server
