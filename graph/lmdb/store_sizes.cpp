#include "graph/lmdb/store_sizes.h"

#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/open_files.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace lintas {

namespace {

using namespace lmdb;

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::Constant: return "constant";
    case Encoding::Boolean: return "boolean";
    case Encoding::Integer: return "integer";
    case Encoding::Integer64: return "wide integer";
    case Encoding::Float: return "float";
    case Encoding::Dictionary: return "dictionary";
    case Encoding::String: return "string";
    case Encoding::Decimal: return "decimal";
    case Encoding::Variant: return "variant";
    }
    return "";
}

bool is_property(const SegmentKey& key) {
    return key.kind == SegmentKind::NodeProperty || key.kind == SegmentKind::RelationshipProperty;
}

const char* kind_of(const SegmentKey& key) {
    switch (key.kind) {
    case SegmentKind::Adjacency:
        return key.sub == 0 ? "outgoing relationships" : "incoming relationships";
    case SegmentKind::Dictionary:
        return key.sub == 0 ? "node dictionary" : "relationship dictionary";
    case SegmentKind::Ends: return "ends of relationships";
    case SegmentKind::Groups: return "list of groups";
    case SegmentKind::LabelSets: return "labels of mixed groups";
    case SegmentKind::NodeProperty: return "node property";
    case SegmentKind::RelationshipProperty: return "relationship property";
    }
    return "";
}

std::string name_of(const SegmentKey& key, const Symbols& symbols) {
    if (key.kind == SegmentKind::Adjacency) return symbols.types.name(TypeId{key.id});
    if (key.kind == SegmentKind::Dictionary || is_property(key))
        return symbols.keys.name(KeyId{key.id});
    return "";
}

// Relationships are counted once, where their lists' offsets are.
std::uint64_t values_of(const SegmentKey& key, const SegmentHeader& header) {
    if (is_property(key)) return header.rows - header.nulls;
    return key.kind == SegmentKind::Adjacency && key.part != 0 ? 0 : header.items;
}

void add(StorePart& part, const StoredSegment& segment) {
    SegmentHeader header;
    if (segment.bytes.size() < sizeof header) return;
    std::memcpy(&header, segment.bytes.data(), sizeof header);
    ++part.segments;
    part.values += values_of(segment.key, header);
    part.bytes += bytes_on_disk(segment.bytes.size());
    if (!is_property(segment.key)) return;
    std::string encoding{name_of(Encoding{header.encoding})};
    if (header.flags & flag_sparse) encoding = "sparse " + encoding;
    if (std::ranges::find(part.encodings, encoding) == part.encodings.end())
        part.encodings.push_back(encoding);
}

} // namespace

StoreSizes measure_lmdb_store(const std::filesystem::path& path) {
    const auto store = open_shared(path, OpenOptions{}.map_bytes);
    const auto snapshot = store->base();
    StoreSizes sizes{snapshot->header().made_by,
                     snapshot->header().format,
                     std::filesystem::file_size(path),
                     0,
                     {}};
    std::map<std::pair<std::string, std::string>, StorePart> parts;
    for (const auto& segment : snapshot->tables().segments()) {
        const std::string kind = kind_of(segment.key);
        const auto name = name_of(segment.key, snapshot->symbols());
        auto& part = parts[{kind, name}];
        part.kind = kind;
        part.name = name;
        add(part, segment);
    }
    std::uint64_t in_parts = 0;
    for (auto& [key, part] : parts) {
        in_parts += part.bytes;
        sizes.parts.push_back(std::move(part));
    }
    std::ranges::stable_sort(sizes.parts, std::greater{}, &StorePart::bytes);
    sizes.other_bytes = sizes.file_bytes - std::min(sizes.file_bytes, in_parts);
    return sizes;
}

} // namespace lintas
