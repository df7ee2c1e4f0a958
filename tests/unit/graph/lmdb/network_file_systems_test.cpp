#include "graph/lmdb/network_file_systems.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace lintas::lmdb;

TEST_CASE("Network file systems are told by their numbers", "[lmdb][files]") {
    CHECK(network_file_system(0x6969) == "NFS");
    CHECK(network_file_system(0xFF534D42) == "CIFS");
    CHECK(network_file_system(0xEF53).empty());     // ext4
    CHECK(network_file_system(0x01021994).empty()); // tmpfs
    CHECK(is_fuse(0x65735546));
    CHECK_FALSE(is_fuse(0xEF53));
}

TEST_CASE("The list of mounts tells which FUSE mounts reach over a network", "[lmdb][files]") {
    const std::string mounts =
        "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
        "30 22 0:40 / /mnt/far rw,nosuid shared:2 master:3 - fuse.sshfs host:/data rw\n"
        "31 22 0:41 / /mnt/near rw - fuseblk /dev/vdb rw\n"
        "32 30 0:42 / /mnt/far/inner rw - fuse.mergerfs disks rw\n"
        "damaged line\n";
    const auto type_of = [&](const char* path) {
        std::istringstream list{mounts};
        return network_fuse_type(list, path);
    };
    CHECK(type_of("/mnt/far/store.lintas") == "sshfs");
    CHECK_FALSE(type_of("/mnt/near/store.lintas"));
    CHECK_FALSE(type_of("/mnt/farther/store.lintas"));
    CHECK_FALSE(type_of("/mnt/far/inner/store.lintas"));
    CHECK_FALSE(type_of("/home/store.lintas"));
}
