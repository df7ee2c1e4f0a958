#include "graph/lmdb/store_tables.h"

#include "graph/error.h"
#include "graph/lmdb/store_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace lintas::lmdb {

namespace {

using Roots = std::map<std::string, TreeRoot, std::less<>>;

Roots walk_roots(PageWalk& walk, const MetaPage& meta, const Report& report) {
    Roots roots;
    const auto visit = [&](const WalkedEntry& entry) {
        TreeRoot root;
        if (!entry.is_table || entry.value.size() != sizeof root)
            return report("The list of tables holds something else");
        std::memcpy(&root, entry.value.data(), sizeof root);
        roots.emplace(text_of(entry.key), root);
    };
    const bool is_sound = walk.walk(meta.tables, "tables", KeyOrder::Bytes, visit);
    const bool is_store = std::ranges::any_of(
        table_names, [&roots](const TableName& table) { return roots.contains(table.name); });
    if (is_sound && !is_store)
        throw Error{ErrorCode::Storage, "The file is one of LMDB's, but not a store of lintas"};
    return roots;
}

std::vector<TableEntry> walk_table(PageWalk& walk, const Roots& roots, std::string_view name,
                                   const Report& report) {
    std::vector<TableEntry> entries;
    const auto root = roots.find(name);
    if (root == roots.end()) {
        report(fmt::format("There is no table `{}`", name));
        return entries;
    }
    if (root->second.flags != 0 || root->second.pad != 0)
        report(fmt::format("Table `{}` has unknown flags", name));
    walk.walk(root->second, name, KeyOrder::Bytes, [&](const WalkedEntry& entry) {
        if (entry.is_table) report(fmt::format("Table `{}` holds another table", name));
        entries.push_back({entry.key, entry.value});
    });
    return entries;
}

void expect_known_format(std::span<const TableEntry> meta) {
    const auto format = find_format(meta);
    if (!format || (*format >= oldest_format_version && *format <= format_version)) return;
    throw Error{ErrorCode::Storage,
                fmt::format("The store has format {}, written by {} version of lintas; this "
                            "version reads formats {} to {}",
                            *format, *format > format_version ? "a newer" : "an older",
                            oldest_format_version, format_version)};
}

} // namespace

StoreTables walk_tables(PageWalk& walk, const MetaPage& meta, const Report& report) {
    StoreTables tables;
    const auto roots = walk_roots(walk, meta, report);
    // Before anything else, since another format may have other tables.
    tables.meta = walk_table(walk, roots, "meta", report);
    expect_known_format(tables.meta);
    for (const auto& [name, entries] : table_names)
        if (entries != &StoreTables::meta) tables.*entries = walk_table(walk, roots, name, report);
    if (roots.size() > std::size(table_names))
        report("There are tables that a store does not have");
    return tables;
}

} // namespace lintas::lmdb
