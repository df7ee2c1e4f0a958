// Which file systems reach over a network, by what statfs and the list of mounts say.
#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace lintas::lmdb {

// The name of a network file system with this magic number of statfs; "" for all others.
std::string_view network_file_system(unsigned long magic);

// Is it the magic number of FUSE? Only the list of mounts knows what is behind it.
bool is_fuse(unsigned long magic);

// The type of the mount that holds `path` in a list like /proc/self/mountinfo, if it is one of
// those FUSE file systems that reach over a network. `path` is absolute.
std::optional<std::string> network_fuse_type(std::istream& mounts,
                                             const std::filesystem::path& path);

} // namespace lintas::lmdb
