#include "loaders/staging.h"

#include "loaders/identity.h"

#include <algorithm>

namespace lintas::loaders {
namespace {

// The first of several that are alike has no number.
std::string numbered(std::string identity, std::uint32_t number) {
    return number == 0 ? identity : identity + " #" + std::to_string(number);
}

} // namespace

const Value* StagedProperties::find(KeyId key) const {
    const auto found = std::ranges::find(values_, key, &std::pair<KeyId, Value>::first);
    return found == values_.end() ? nullptr : &found->second;
}

void StagedProperties::set(KeyId key, Value value) {
    const auto found = std::ranges::find(values_, key, &std::pair<KeyId, Value>::first);
    if (value.is_null()) {
        if (found != values_.end()) values_.erase(found);
    } else if (found != values_.end()) {
        found->second = std::move(value);
    } else {
        values_.emplace_back(key, std::move(value));
    }
}

Staging::Staging(const Snapshot* old) {
    if (old != nullptr) old_ = std::make_unique<OldGraph>(*old);
}

StagedNode Staging::new_node() {
    const auto number = StagedNode{static_cast<std::uint32_t>(nodes_.size())};
    nodes_.push_back({{}, {}, number, {}});
    return number;
}

StagedNode Staging::node(std::string_view key) {
    if (const auto found = find(key)) return *found;
    const auto number = new_node();
    nodes_of_key_.emplace(key, number);
    return number;
}

std::optional<StagedNode> Staging::find(std::string_view key) {
    const auto found = nodes_of_key_.find(key);
    if (found != nodes_of_key_.end()) return resolve(found->second);
    const auto old = old_ == nullptr ? std::nullopt : old_->find(key);
    if (!old) return std::nullopt;
    const auto node = pull(*old);
    nodes_of_key_.emplace(key, node);
    return resolve(node);
}

void Staging::add_key(StagedNode node, std::string_view key) {
    const auto wanted = resolve(node);
    const auto other = find(key);
    if (!other) {
        nodes_of_key_.emplace(key, wanted);
    } else if (*other != wanted) {
        merge(wanted, *other);
    }
}

void Staging::merge(StagedNode into, StagedNode other) {
    pull_all(into);
    pull_all(other);
    auto& target = at(into);
    auto& source = at(other);
    for (const auto label : source.labels) {
        if (std::ranges::find(target.labels, label) == target.labels.end()) {
            target.labels.push_back(label);
        }
    }
    for (const auto& [key, value] : source.properties.all()) {
        if (target.properties.find(key) == nullptr) target.properties.set(key, value);
    }
    source.same_as = into;
    has_merged_ = true;
}

StagedNode Staging::resolve(StagedNode node) const {
    while (true) {
        const auto next = nodes_[static_cast<std::size_t>(node)].same_as;
        if (next == node) return node;
        node = next;
    }
}

Staging::Node& Staging::at(StagedNode node) {
    return nodes_[static_cast<std::size_t>(resolve(node))];
}

const Staging::Node& Staging::at(StagedNode node) const {
    return nodes_[static_cast<std::size_t>(resolve(node))];
}

void Staging::add_label(StagedNode node, std::string_view label) {
    const auto id = symbols_.labels.add(label);
    auto& labels = at(node).labels;
    if (std::ranges::find(labels, id) == labels.end()) labels.push_back(id);
}

void Staging::remove_label(StagedNode node, std::string_view label) {
    if (const auto id = symbols_.labels.find(label)) std::erase(at(node).labels, *id);
}

bool Staging::has_label(StagedNode node, std::string_view label) const {
    const auto id = symbols_.labels.find(label);
    const auto& labels = at(node).labels;
    return id && std::ranges::find(labels, *id) != labels.end();
}

void Staging::set(StagedNode node, std::string_view property, Value value) {
    at(node).properties.set(symbols_.keys.add(property), std::move(value));
}

Value Staging::get(StagedNode node, std::string_view property) const {
    const auto key = symbols_.keys.find(property);
    const auto* value = key ? at(node).properties.find(*key) : nullptr;
    return value == nullptr ? Value{} : *value;
}

std::string Staging::identity(const Relationship& relationship) const {
    const auto rule = identity_of(symbols_.types.name(relationship.type));
    std::string text = std::to_string(raw(relationship.type)) + ' ' +
                       std::to_string(static_cast<std::uint32_t>(resolve(relationship.from)));
    if (rule.by_target) {
        text += ' ' + std::to_string(static_cast<std::uint32_t>(resolve(relationship.to)));
    }
    for (const auto property : rule.properties) {
        const auto key = symbols_.keys.find(property);
        const auto* value = key ? relationship.properties.find(*key) : nullptr;
        text += '\0';
        if (value != nullptr) text += to_text(*value);
    }
    return text;
}

StagedRelationship Staging::relate(std::string_view type, StagedNode from, StagedNode to,
                                   std::span<const NamedValue> properties, std::uint32_t nth) {
    Relationship wanted;
    wanted.type = symbols_.types.add(type);
    wanted.from = resolve(from);
    wanted.to = resolve(to);
    for (const auto& [name, value] : properties) {
        wanted.properties.set(symbols_.keys.add(name), value);
    }
    pull(wanted.from, wanted.type);
    const auto number = StagedRelationship{static_cast<std::uint32_t>(relationships_.size())};
    const auto [found, is_new] =
        relationships_of_identity_.try_emplace(numbered(identity(wanted), nth), number);
    if (is_new) {
        relationships_.push_back(std::move(wanted));
        return number;
    }
    auto& known = relationships_[static_cast<std::size_t>(found->second)];
    known.to = wanted.to;
    known.is_removed = false;
    for (const auto& [name, value] : properties) {
        known.properties.set(symbols_.keys.add(name), value);
    }
    return found->second;
}

void Staging::unrelate(std::string_view type, StagedNode from, StagedNode to) {
    Relationship wanted;
    wanted.type = symbols_.types.add(type);
    wanted.from = resolve(from);
    wanted.to = resolve(to);
    pull(wanted.from, wanted.type);
    const auto found = relationships_of_identity_.find(identity(wanted));
    if (found == relationships_of_identity_.end()) return;
    relationships_[static_cast<std::size_t>(found->second)].is_removed = true;
}

Value Staging::get(StagedRelationship relationship, std::string_view property) const {
    const auto key = symbols_.keys.find(property);
    const auto& properties = relationships_[static_cast<std::size_t>(relationship)].properties;
    const auto* value = key ? properties.find(*key) : nullptr;
    return value == nullptr ? Value{} : *value;
}

std::pair<StagedNode, StagedNode> Staging::ends(StagedRelationship relationship) const {
    const auto& staged = relationships_[static_cast<std::size_t>(relationship)];
    return {resolve(staged.from), resolve(staged.to)};
}

} // namespace lintas::loaders
