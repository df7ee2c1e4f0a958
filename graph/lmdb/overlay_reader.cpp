#include "graph/lmdb/overlay_reader.h"

#include "graph/expect.h"
#include "graph/lmdb/absent.h"
#include "graph/lmdb/patch_column.h"
#include "graph/lmdb/scan_overlay.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

bool has(const LabelSet& labels, LabelId label) {
    return std::ranges::binary_search(labels, label);
}

template <typename Patch, typename Id>
Column patched(Column column, const OverlayTable<Patch>& table, KeyId key,
               std::span<const Id> ids) {
    static const Value null;
    std::vector<Replacement> replacements;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        const auto* patch = table.find(raw(ids[row]));
        if (patch == nullptr) continue;
        const auto* value = patch->exists ? patch->find(key) : &null;
        if (value) replacements.push_back({row, value});
    }
    return replacements.empty() ? std::move(column) : patch_column(std::move(column), replacements);
}

// Both ascend by key.
std::vector<PropertyValue> patched(std::vector<PropertyValue> below, const EntityPatch& patch) {
    std::vector<PropertyValue> values;
    auto next = below.begin();
    for (const auto& set : patch.properties) {
        for (; next != below.end() && next->key < set.key; ++next) values.push_back(*next);
        if (next != below.end() && next->key == set.key) ++next;
        if (!set.value.is_null()) values.push_back(set);
    }
    values.insert(values.end(), next, below.end());
    return values;
}

} // namespace

bool OverlayReader::scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const {
    const auto below = [this, label](ScanPosition& part, Nodes& found) {
        return base_.scan(part, label, found);
    };
    const auto wanted = [this, label](NodeId node, const NodePatch& patch) {
        if (!patch.exists) return false;
        if (!label) return true;
        return patch.labels ? has(*patch.labels, *label) : has(base_.labels(node), *label);
    };
    return scan_overlay(overlay_.nodes(), position, out, below, wanted);
}

bool OverlayReader::scan(ScanPosition& position, std::optional<TypeId> type,
                         Relationships& out) const {
    const auto below = [this, type](ScanPosition& part, Relationships& found) {
        return base_.scan(part, type, found);
    };
    const auto wanted = [this, type](RelationshipId relationship, const RelationshipPatch& patch) {
        if (!patch.exists) return false;
        if (!type) return true;
        RelationshipEnds ends;
        this->ends({&relationship, 1}, {&ends, 1});
        return ends.type == *type;
    };
    return scan_overlay(overlay_.relationships(), position, out, below, wanted);
}

bool OverlayReader::exists(NodeId node) const {
    const auto* patch = overlay_.nodes().find(raw(node));
    return patch ? patch->exists : base_.exists(node);
}

bool OverlayReader::exists(RelationshipId relationship) const {
    const auto* patch = overlay_.relationships().find(raw(relationship));
    return patch ? patch->exists : base_.exists(relationship);
}

void OverlayReader::has_label(std::span<const NodeId> nodes, LabelId label,
                              std::span<std::uint8_t> out) const {
    base_.has_label(nodes, label, out);
    if (overlay_.nodes().is_empty()) return;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const auto* patch = overlay_.nodes().find(raw(nodes[at]));
        if (patch == nullptr) continue;
        if (!patch->exists) out[at] = 0;
        if (patch->labels) out[at] = has(*patch->labels, label) ? 1 : 0;
    }
}

LabelSet OverlayReader::labels(NodeId node) const {
    const auto* patch = overlay_.nodes().find(raw(node));
    if (patch && !patch->exists) throw_absent(node);
    return patch && patch->labels ? *patch->labels : base_.labels(node);
}

Column OverlayReader::gather(KeyId key, std::span<const NodeId> nodes) const {
    auto column = base_.gather(key, nodes);
    if (nodes.empty() || !overlay_.may_change(nodes.front(), key)) return column;
    return patched(std::move(column), overlay_.nodes(), key, nodes);
}

Column OverlayReader::gather(KeyId key, std::span<const RelationshipId> relationships) const {
    auto column = base_.gather(key, relationships);
    if (relationships.empty() || !overlay_.may_change(relationships.front(), key)) return column;
    return patched(std::move(column), overlay_.relationships(), key, relationships);
}

std::vector<PropertyValue> OverlayReader::properties(NodeId node) const {
    const auto* patch = overlay_.nodes().find(raw(node));
    if (patch == nullptr) return base_.properties(node);
    if (!patch->exists) throw_absent(node);
    return patched(base_.exists(node) ? base_.properties(node) : std::vector<PropertyValue>{},
                   *patch);
}

std::vector<PropertyValue> OverlayReader::properties(RelationshipId relationship) const {
    const auto* patch = overlay_.relationships().find(raw(relationship));
    if (patch == nullptr) return base_.properties(relationship);
    if (!patch->exists) throw_absent(relationship);
    return patched(base_.exists(relationship) ? base_.properties(relationship)
                                              : std::vector<PropertyValue>{},
                   *patch);
}

void OverlayReader::expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                           std::span<AdjacencyList> out) const {
    base_.expand(nodes, type, direction, out);
    const auto* lists = overlay_.lists(type, direction);
    if (lists == nullptr) return;
    for (std::size_t at = 0; at < nodes.size(); ++at)
        if (const auto* patch = lists->find(raw(nodes[at]))) out[at] = patch->apply_to(out[at]);
}

void OverlayReader::ends(std::span<const RelationshipId> relationships,
                         std::span<RelationshipEnds> out) const {
    const auto& table = overlay_.relationships();
    if (table.is_empty()) return base_.ends(relationships, out);
    expect(relationships.size() == out.size(), "ends has a place for each relationship");
    for (std::size_t at = 0; at < relationships.size(); ++at) {
        const auto* patch = table.find(raw(relationships[at]));
        if (patch && patch->ends)
            out[at] = *patch->ends;
        else
            base_.ends(relationships.subspan(at, 1), out.subspan(at, 1));
    }
}

} // namespace lintas::lmdb
