#include "loaders/staging.h"

#include "loaders/carry_over.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lintas::loaders {
namespace {

constexpr std::size_t flushed_batch = 16'384;

// The properties of a batch as columns, one for each key that any of them has.
std::vector<PropertyColumn> columns(std::span<const StagedProperties* const> rows,
                                    std::span<const KeyId> keys) {
    std::map<KeyId, Boxed> boxed;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const auto& [key, value] : rows[row]->all()) {
            auto& values = boxed[key];
            values.resize(rows.size());
            values[row] = value;
        }
    }
    std::vector<PropertyColumn> columns;
    for (auto& [key, values] : boxed) {
        columns.push_back({keys[raw(key)], typed_column(std::move(values))});
    }
    return columns;
}

} // namespace

// One flush: what a Staging holds, in the ids of the bulk load.
class StagingFlush {
public:
    StagingFlush(const Staging& staging, BulkLoad& target) : staging_{staging}, target_{target} {
        for (const auto& key : staging.symbols_.keys.all()) keys_.push_back(target.key(key));
    }

    void run() {
        if (staging_.old_ != nullptr) carry_over_nodes();
        add_nodes();
        if (carry_over_) carry_over_relationships();
        add_relationships();
    }

private:
    void carry_over_nodes() {
        carry_over_.emplace(staging_.old_->snapshot(), target_);
        for (const auto& node : staging_.nodes_) {
            if (node.old) carry_over_->leave_out(*node.old);
        }
        for (const auto& relationship : staging_.relationships_) {
            if (relationship.old) carry_over_->leave_out(*relationship.old);
        }
        carry_over_->add_nodes();
    }

    void carry_over_relationships() {
        for (std::size_t i = 0; i < staging_.nodes_.size(); ++i) {
            const auto& node = staging_.nodes_[i];
            if (node.old)
                carry_over_->map(*node.old, id(StagedNode{static_cast<std::uint32_t>(i)}));
        }
        carry_over_->add_relationships();
    }

    void add_nodes() {
        ids_.resize(staging_.nodes_.size());
        std::map<LabelSet, std::vector<std::size_t>> by_labels;
        for (std::size_t i = 0; i < staging_.nodes_.size(); ++i) {
            const auto& node = staging_.nodes_[i];
            if (static_cast<std::size_t>(node.same_as) == i) by_labels[labels(node)].push_back(i);
        }
        for (const auto& [labels, nodes] : by_labels) {
            for (std::size_t at = 0; at < nodes.size(); at += flushed_batch) {
                const auto count = std::min(flushed_batch, nodes.size() - at);
                add_batch(labels, std::span{nodes}.subspan(at, count));
            }
        }
    }

    LabelSet labels(const Staging::Node& node) {
        LabelSet labels;
        for (const auto label : node.labels) {
            labels.push_back(target_.label(staging_.symbols_.labels.name(label)));
        }
        std::ranges::sort(labels);
        return labels;
    }

    void add_batch(const LabelSet& labels, std::span<const std::size_t> nodes) {
        std::vector<const StagedProperties*> rows;
        for (const auto node : nodes) rows.push_back(&staging_.nodes_[node].properties);
        Nodes added;
        target_.add_nodes(labels, nodes.size(), columns(rows, keys_), added);
        for (std::size_t i = 0; i < nodes.size(); ++i) ids_[nodes[i]] = added[i];
    }

    void add_relationships() {
        std::map<TypeId, std::vector<const Staging::Relationship*>> by_type;
        std::set<std::string> identities;
        for (const auto& relationship : staging_.relationships_) {
            if (relationship.is_removed) continue;
            // Only merged nodes can have made two relationships the same after they were staged.
            if (staging_.has_merged_ &&
                !identities.insert(staging_.identity(relationship)).second) {
                continue;
            }
            by_type[relationship.type].push_back(&relationship);
        }
        for (const auto& [type, relationships] : by_type) {
            const auto id = target_.type(staging_.symbols_.types.name(type));
            for (std::size_t at = 0; at < relationships.size(); at += flushed_batch) {
                const auto count = std::min(flushed_batch, relationships.size() - at);
                add_batch(id, std::span{relationships}.subspan(at, count));
            }
        }
    }

    void add_batch(TypeId type, std::span<const Staging::Relationship* const> relationships) {
        Nodes sources;
        Nodes targets;
        std::vector<const StagedProperties*> rows;
        for (const auto* relationship : relationships) {
            sources.push_back(id(relationship->from));
            targets.push_back(id(relationship->to));
            rows.push_back(&relationship->properties);
        }
        target_.add_relationships(type, sources, targets, columns(rows, keys_));
    }

    NodeId id(StagedNode node) const {
        return ids_[static_cast<std::size_t>(staging_.resolve(node))];
    }

    const Staging& staging_;
    BulkLoad& target_;
    std::vector<KeyId> keys_;
    Nodes ids_; // by staged node
    std::optional<CarryOver> carry_over_;
};

void Staging::flush(BulkLoad& target) const { StagingFlush{*this, target}.run(); }

} // namespace lintas::loaders
