// What a load is told besides its sources, and how it reports while it runs.
//
// Invariant: plain data; the sink outlives the load and is called from the loading thread only.
#pragma once

#include "graph/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lintas::loaders {

struct Progress {
    std::string_view source;      // the file at work
    std::uint64_t bytes_done = 0; // over all sources
    std::uint64_t bytes_in_all = 0;
    std::uint64_t rows = 0; // records read so far, over all sources
};

class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    // Called many times a second; must be quick.
    virtual void update(const Progress& progress) = 0;
};

struct LoadOptions {
    // Where rejected rows go, as CSV. Empty: they are only counted. Written only if there are any.
    std::filesystem::path reject_file;
    // Faulty CSV rows are rejected and counted instead of ending the load.
    bool tolerate = false;
    // Of `csv` files. Without it: what the header line shows.
    std::optional<char> delimiter;
    // Between the items of a list and of :LABEL, in `csv` files.
    char list_delimiter = ';';
    // Of `csv` node files without a :LABEL column, and of relationship files without :TYPE. Without
    // them: from the file's name.
    std::string label;
    std::string type;
    ProgressSink* progress = nullptr;
    // Looks at the whole new graph before anybody else sees it; what it throws ends the load.
    std::function<void(const Snapshot&)> inspect;
};

} // namespace lintas::loaders
