#include "tests/conformance/random_writer.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>

namespace lintas::conformance {

namespace {

// Checks that the write is refused with the code.
template <typename Write> void require_refusal(ErrorCode code, Write write) {
    try {
        write();
    } catch (const Error& error) {
        if (error.code() != code) FAIL("Refused otherwise: " << error.what());
        return;
    }
    FAIL("A write was not refused with " << name(code));
}

} // namespace

void RandomWriter::write() {
    switch (random_.below(12)) {
    case 0:
    case 1:
    case 2: return create_node();
    case 3:
    case 4:
    case 5: return create_relationship();
    case 6: return change_label();
    case 7:
    case 8: return change_property();
    case 9: return delete_relationship();
    case 10: return delete_node();
    default: return use_what_is_gone();
    }
}

void RandomWriter::create_node() {
    std::vector<LabelId> labels;
    ExpectedNode node;
    for (auto left = random_.below(3); left > 0; --left) {
        const std::string label = random_.one_of<const char*>({"A", "B", "C"});
        labels.push_back(transaction_.label(label)); // in any order, and twice at times
        node.labels.insert(label);
    }
    const auto id = transaction_.create_node(labels);
    if (!expected_.nodes.emplace(id, node).second) FAIL("A node has the id of another");
}

void RandomWriter::create_relationship() {
    if (expected_.nodes.empty()) return;
    const std::string type = random_.one_of<const char*>({"T", "U"});
    const auto source = some_node();
    const auto target = random_.below(5) == 0 ? source : some_node();
    const auto id = transaction_.create_relationship(source, transaction_.type(type), target);
    const ExpectedRelationship relationship{source, type, target, {}};
    if (!expected_.relationships.emplace(id, relationship).second) {
        FAIL("A relationship has the id of another");
    }
}

void RandomWriter::change_label() {
    if (expected_.nodes.empty()) return;
    const auto node = some_node();
    const std::string name = random_.one_of<const char*>({"A", "B", "C", "D"});
    const auto label = transaction_.label(name);
    if (random_.below(2) == 0) {
        transaction_.add_label(node, label);
        expected_.nodes.at(node).labels.insert(name);
    } else {
        transaction_.remove_label(node, label);
        expected_.nodes.at(node).labels.erase(name);
    }
}

void RandomWriter::change_property() {
    if (!expected_.nodes.empty() && random_.below(2) == 0) {
        const auto node = some_node();
        change_property(node, expected_.nodes.at(node).properties);
    } else if (!expected_.relationships.empty()) {
        const auto relationship = some_relationship();
        change_property(relationship, expected_.relationships.at(relationship).properties);
    }
}

template <typename Id>
void RandomWriter::change_property(Id entity, ExpectedProperties& properties) {
    const std::string name = random_.one_of<const char*>({"k", "l", "m"});
    const auto key = transaction_.key(name);
    switch (random_.below(6)) {
    case 0:
        transaction_.set_property(entity, key, {});
        properties.erase(name);
        return;
    case 1:
        return require_refusal(ErrorCode::Type, [&] {
            transaction_.set_property(entity, key, Value{List{1, Map{}}});
        });
    default:
        const auto value = random_.storable();
        transaction_.set_property(entity, key, value);
        properties[name] = value;
    }
}

void RandomWriter::delete_relationship() {
    if (expected_.relationships.empty()) return;
    const auto relationship = some_relationship();
    transaction_.delete_relationship(relationship);
    expected_.relationships.erase(relationship);
}

void RandomWriter::delete_node() {
    if (expected_.nodes.empty()) return;
    const auto node = some_node();
    const bool is_connected = std::ranges::any_of(expected_.relationships, [&](const auto& one) {
        return one.second.source == node || one.second.target == node;
    });
    if (is_connected) {
        return require_refusal(ErrorCode::ConstraintVerification,
                               [&] { transaction_.delete_node(node); });
    }
    transaction_.delete_node(node);
    expected_.nodes.erase(node);
}

void RandomWriter::use_what_is_gone() {
    const auto gone = NodeId{static_cast<std::uint32_t>(random_.below(50))};
    if (expected_.nodes.contains(gone)) return;
    const auto label = transaction_.label("A");
    const auto type = transaction_.type("T");
    const auto key = transaction_.key("k");
    const auto refused = [](auto write) { require_refusal(ErrorCode::EntityNotFound, write); };
    refused([&] { transaction_.add_label(gone, label); });
    refused([&] { transaction_.remove_label(gone, label); });
    refused([&] { transaction_.set_property(gone, key, 1); });
    refused([&] { transaction_.delete_node(gone); });
    refused([&] { transaction_.create_relationship(gone, type, gone); });
    const auto relationship = RelationshipId{static_cast<std::uint32_t>(random_.below(50))};
    if (expected_.relationships.contains(relationship)) return;
    refused([&] { transaction_.set_property(relationship, key, 1); });
    refused([&] { transaction_.delete_relationship(relationship); });
}

NodeId RandomWriter::some_node() {
    const auto at = static_cast<std::ptrdiff_t>(random_.below(expected_.nodes.size()));
    return std::next(expected_.nodes.begin(), at)->first;
}

RelationshipId RandomWriter::some_relationship() {
    const auto at = static_cast<std::ptrdiff_t>(random_.below(expected_.relationships.size()));
    return std::next(expected_.relationships.begin(), at)->first;
}

} // namespace lintas::conformance
