#include "graph/lmdb/named_snapshots.h"

#include "graph/error.h"
#include "graph/lmdb/store_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sys/stat.h>
#include <system_error>

namespace lintas {

namespace {

constexpr std::size_t longest_name = 64;
constexpr auto extension = ".lintas";

std::filesystem::path folder_of_snapshots(const std::filesystem::path& store) {
    return lmdb::resolved(store).string() + ".snapshots";
}

void expect_name(const std::string& name) {
    const auto is_part = [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '-' || letter == '_' || letter == '.';
    };
    if (!name.empty() && name.size() <= longest_name && name.front() != '.' &&
        std::ranges::all_of(name, is_part))
        return;
    throw Error{ErrorCode::Usage,
                fmt::format("`{}` cannot be the name of a snapshot; names are up to {} letters, "
                            "digits, `-`, `_` and `.`, and do not begin with a `.`",
                            name, longest_name)};
}

std::filesystem::path path_of(const std::filesystem::path& store, const std::string& name) {
    expect_name(name);
    return folder_of_snapshots(store) / (name + extension);
}

std::chrono::system_clock::time_point time_of_change(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return std::chrono::system_clock::from_time_t(status.st_mtime);
}

} // namespace

std::vector<NamedSnapshot> named_snapshots(const std::filesystem::path& store) {
    std::vector<NamedSnapshot> found;
    std::error_code failure;
    for (const auto& entry :
         std::filesystem::directory_iterator{folder_of_snapshots(store), failure}) {
        const auto& path = entry.path();
        if (path.extension() != extension || !entry.is_regular_file()) continue;
        found.push_back(
            {path.stem().string(), path, time_of_change(path), std::filesystem::file_size(path)});
    }
    std::ranges::sort(found, {}, &NamedSnapshot::name);
    return found;
}

NamedSnapshot named_snapshot_for(const std::filesystem::path& store, const std::string& name) {
    std::vector<std::string> names;
    for (auto& snapshot : named_snapshots(store)) {
        if (snapshot.name == name) return snapshot;
        names.push_back(fmt::format("`{}`", snapshot.name));
    }
    throw Error{ErrorCode::Storage,
                names.empty()
                    ? fmt::format("The store `{}` has no snapshots, and so none with the name `{}`",
                                  store.string(), name)
                    : fmt::format("The store `{}` has no snapshot `{}`, but {}", store.string(),
                                  name, fmt::join(names, ", "))};
}

CopyReport make_named_snapshot(const std::filesystem::path& store, const std::string& name) {
    const auto path = path_of(store, name);
    const lmdb::MappedFile is_there{store};
    std::error_code failure;
    std::filesystem::create_directory(folder_of_snapshots(store), failure);
    if (failure)
        throw Error{ErrorCode::Storage,
                    fmt::format("The folder `{}` cannot be made: {}",
                                folder_of_snapshots(store).string(), failure.message())};
    const auto report = copy_lmdb_store(store, path, CopyTarget::New);
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read,
                                 failure);
    return report;
}

void delete_named_snapshot(const std::filesystem::path& store, const std::string& name) {
    const auto path = named_snapshot_for(store, name).path;
    std::error_code failure;
    std::filesystem::remove(path, failure);
    if (failure)
        throw Error{ErrorCode::Storage, fmt::format("The snapshot `{}` cannot be deleted: {}", name,
                                                    failure.message())};
    for (const auto* ending : {"-lock", "-log"})
        std::filesystem::remove(path.string() + ending, failure);
}

} // namespace lintas
