// What was entered in shells before, in a file that only its owner may read: an entry a line, with
// `\n` and `\\` for what would break it.
//
// Invariant: a file that cannot be read or written is as good as none; nothing throws. Shells that
// run at the same time all add to it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas::server {

inline constexpr std::size_t history_entries = 1000;

class HistoryFile {
public:
    // No path: nothing is kept.
    explicit HistoryFile(std::filesystem::path path) : path_{std::move(path)} {}

    // The newest entries, oldest first. Shortens a file that has grown to twice as many.
    std::vector<std::string> load();
    void add(const std::string& entry);

private:
    std::filesystem::path path_;
};

// `lintas/history` in $XDG_STATE_HOME, or in ~/.local/state; empty if neither is known.
std::filesystem::path history_path();

} // namespace lintas::server
