#include "loaders/carry_over.h"

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::size_t carried_batch = 16'384;

template <typename Id> bool is_marked(const std::vector<bool>& marks, Id id) {
    return raw(id) < marks.size() && marks[raw(id)];
}

template <typename Id> void mark(std::vector<bool>& marks, Id id) {
    if (marks.size() <= raw(id)) marks.resize(std::size_t{raw(id)} + 1);
    marks[raw(id)] = true;
}

bool is_all_null(const Column& column) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_null(row)) return false;
    }
    return true;
}

} // namespace

CarryOver::CarryOver(const Snapshot& old, BulkLoad& target) : old_{old}, target_{target} {
    for (const auto& key : old.symbols().keys.all()) keys_.push_back(target.key(key));
}

void CarryOver::leave_out(NodeId node) { mark(nodes_, node); }
void CarryOver::leave_out(RelationshipId relationship) { mark(relationships_, relationship); }

void CarryOver::map(NodeId old, NodeId now) {
    if (now_.size() <= raw(old)) now_.resize(std::size_t{raw(old)} + 1);
    now_[raw(old)] = now;
}

template <typename Id>
std::vector<PropertyColumn> CarryOver::columns(const std::vector<Id>& ids) const {
    std::vector<PropertyColumn> columns;
    for (std::size_t key = 0; key < keys_.size(); ++key) {
        auto column = old_.gather(KeyId{static_cast<std::uint32_t>(key)}, ids);
        if (!is_all_null(column)) columns.push_back({keys_[key], std::move(column)});
    }
    return columns;
}

void CarryOver::add_nodes() {
    std::map<LabelSet, Nodes> waiting;
    ScanPosition position;
    Nodes scanned;
    while (old_.scan(position, std::optional<LabelId>{}, scanned)) {
        for (const auto node : scanned) {
            if (is_marked(nodes_, node)) continue;
            const auto labels = old_.labels(node);
            auto& nodes = waiting[labels];
            nodes.push_back(node);
            if (nodes.size() < carried_batch) continue;
            add_nodes(labels, nodes);
            nodes.clear();
        }
        scanned.clear();
    }
    for (const auto& [labels, nodes] : waiting) add_nodes(labels, nodes);
}

void CarryOver::add_nodes(const LabelSet& old_labels, const Nodes& nodes) {
    if (nodes.empty()) return;
    LabelSet labels;
    for (const auto label : old_labels) {
        labels.push_back(target_.label(old_.symbols().labels.name(label)));
    }
    std::ranges::sort(labels);
    Nodes added;
    target_.add_nodes(labels, nodes.size(), columns(nodes), added);
    for (std::size_t i = 0; i < nodes.size(); ++i) map(nodes[i], added[i]);
}

void CarryOver::add_relationships() {
    const auto types = old_.symbols().types.all().size();
    for (std::size_t type = 0; type < types; ++type) {
        const auto id = TypeId{static_cast<std::uint32_t>(type)};
        ScanPosition position;
        Relationships scanned;
        Relationships waiting;
        while (old_.scan(position, std::optional{id}, scanned)) {
            for (const auto relationship : scanned) {
                if (!is_marked(relationships_, relationship)) waiting.push_back(relationship);
            }
            scanned.clear();
            if (waiting.size() < carried_batch) continue;
            add_relationships(id, waiting);
            waiting.clear();
        }
        add_relationships(id, waiting);
    }
}

void CarryOver::add_relationships(TypeId type, const Relationships& relationships) {
    if (relationships.empty()) return;
    std::vector<RelationshipEnds> ends(relationships.size());
    old_.ends(relationships, ends);
    Nodes sources;
    Nodes targets;
    for (const auto& [source, target, of_type] : ends) {
        sources.push_back(now_[raw(source)]);
        targets.push_back(now_[raw(target)]);
    }
    target_.add_relationships(target_.type(old_.symbols().types.name(type)), sources, targets,
                              columns(relationships));
}

} // namespace lintas::loaders
