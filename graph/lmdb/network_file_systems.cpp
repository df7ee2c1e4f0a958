#include "graph/lmdb/network_file_systems.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace lintas::lmdb {

namespace {

struct FileSystem {
    unsigned long magic;
    std::string_view name;
};

// From the kernel's linux/magic.h and the file systems' own headers.
constexpr std::array network_file_systems{
    FileSystem{0x00006969, "NFS"},    FileSystem{0x0000517B, "SMB"},
    FileSystem{0xFF534D42, "CIFS"},   FileSystem{0xFE534D42, "SMB2"},
    FileSystem{0x5346414F, "AFS"},    FileSystem{0x6B414653, "AFS"},
    FileSystem{0x00C36400, "Ceph"},   FileSystem{0x73757245, "Coda"},
    FileSystem{0x0000564C, "NCP"},    FileSystem{0x0BD00BD0, "Lustre"},
    FileSystem{0x01161970, "GFS2"},   FileSystem{0x7461636F, "OCFS2"},
    FileSystem{0x19830326, "BeeGFS"}, FileSystem{0x47504653, "GPFS"},
};

constexpr unsigned long fuse_magic = 0x65735546;

// The part after "fuse." of a mount's type.
constexpr std::array<std::string_view, 14> network_fuse{
    "ceph",    "davfs",  "davfs2", "gcsfuse", "glusterfs", "goofys", "httpfs",
    "juicefs", "rclone", "s3fs",   "s3fuse",  "smbnetfs",  "sshfs",  "curlftpfs",
};

struct Mount {
    std::string point;
    std::string type;
};

// A line is: id, parent, device, root, mount point, options, optional fields, "-", type, source.
std::optional<Mount> parse_mount(const std::string& line) {
    std::istringstream fields{line};
    Mount mount;
    std::string skipped;
    fields >> skipped >> skipped >> skipped >> skipped >> mount.point;
    while (fields >> skipped && skipped != "-") {
    }
    if (!(fields >> mount.type)) return std::nullopt;
    return mount;
}

bool holds(const std::string& point, const std::string& path) {
    if (point == "/") return true;
    return path.starts_with(point) && (path.size() == point.size() || path[point.size()] == '/');
}

} // namespace

std::string_view network_file_system(unsigned long magic) {
    const auto found = std::ranges::find(network_file_systems, magic, &FileSystem::magic);
    return found == network_file_systems.end() ? std::string_view{} : found->name;
}

bool is_fuse(unsigned long magic) { return magic == fuse_magic; }

std::optional<std::string> network_fuse_type(std::istream& mounts,
                                             const std::filesystem::path& path) {
    Mount innermost;
    for (std::string line; std::getline(mounts, line);)
        if (const auto mount = parse_mount(line); mount && holds(mount->point, path.string()) &&
                                                  mount->point.size() >= innermost.point.size())
            innermost = *mount;
    constexpr std::string_view fuse_prefix = "fuse.";
    if (!innermost.type.starts_with(fuse_prefix)) return std::nullopt;
    const auto name = std::string_view{innermost.type}.substr(fuse_prefix.size());
    if (std::ranges::find(network_fuse, name) == network_fuse.end()) return std::nullopt;
    return std::string{name};
}

} // namespace lintas::lmdb
