// Loads files of the known formats into a store: the face of the loaders.
//
// Invariant: load() ends with BulkLoad::finish() or a commit, or throws; when it throws, the old
// store is as it was. Input errors name the file, the place in it, what stands there and what is
// allowed.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"
#include "loaders/load_options.h"
#include "loaders/load_report.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

struct Source {
    std::string format;         // see formats(); empty: recognised from the content
    std::filesystem::path path; // a file, a zip archive, or a folder
};

struct FormatDescription {
    std::string_view name;
    std::string_view help; // one line
};

// All formats, for help texts.
std::vector<FormatDescription> formats();

// Gives a transaction that begins on the state which is the old graph. The bulk load is not used
// any more when it is called.
using BeginChange = std::function<std::unique_ptr<Transaction>()>;

// Puts the sources into `target`. With `old`, everything of that snapshot comes first, and what the
// sources name again is brought up to date instead of being made twice. If that changes only a
// small part of `old`, and there is `begin_change`, a transaction makes the changes in its place.
LoadReport load(std::span<const Source> sources, const Snapshot* old, BulkLoad& target,
                const LoadOptions& options = {}, const BeginChange& begin_change = {});

} // namespace lintas::loaders
