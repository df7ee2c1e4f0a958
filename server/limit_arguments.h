// What a command that runs queries lets each of them use: `--timeout`, `--memory`,
// `--import-folder`.
//
// Invariant: plain data, the defaults of which fit a machine that does other things too.
#pragma once

#include "query/limits.h"
#include "server/command_line.h"

#include <cstdint>
#include <string>

namespace lintas::server {

// Half of what the machine has, so that a query that asks for too much does not end other programs.
std::uint64_t default_query_megabytes();

struct LimitArguments {
    std::uint64_t timeout = 0; // seconds
    std::string import_folder;
    std::uint64_t memory = default_query_megabytes();

    void declare(CommandLine& line);
    query::Limits limits() const;
};

} // namespace lintas::server
