#include "loaders/counting_load.h"

namespace lintas::loaders {

LabelId CountingLoad::label(std::string_view name) {
    const auto id = target_.label(name);
    labels_.try_emplace(id, name);
    return id;
}

TypeId CountingLoad::type(std::string_view name) {
    const auto id = target_.type(name);
    types_.try_emplace(id, name);
    return id;
}

KeyId CountingLoad::key(std::string_view name) { return target_.key(name); }

void CountingLoad::add_nodes(const LabelSet& labels, std::size_t rows,
                             std::span<const PropertyColumn> properties, Nodes& out) {
    target_.add_nodes(labels, rows, properties, out);
    nodes_ += rows;
    for (const auto label : labels) nodes_of_label_[label] += rows;
}

void CountingLoad::add_relationships(TypeId type, std::span<const NodeId> sources,
                                     std::span<const NodeId> targets,
                                     std::span<const PropertyColumn> properties) {
    target_.add_relationships(type, sources, targets, properties);
    relationships_of_type_[type] += sources.size();
}

void CountingLoad::report(LoadReport& report) const {
    report.nodes = nodes_;
    for (const auto& [label, count] : nodes_of_label_) {
        report.nodes_of_label[labels_.at(label)] = count;
    }
    for (const auto& [type, count] : relationships_of_type_) {
        report.relationships_of_type[types_.at(type)] = count;
        report.relationships += count;
    }
}

} // namespace lintas::loaders
