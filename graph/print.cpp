#include "graph/print.h"

#include "graph/value_writer.h"

#include <algorithm>

namespace lintas {

namespace {

class GraphWriter final : public ValueWriter {
public:
    explicit GraphWriter(const Snapshot& snapshot) : snapshot_{snapshot} {}

    using ValueWriter::write;

    void write(NodeId node) override {
        if (!snapshot_.exists(node)) return ValueWriter::write(node);
        const auto labels = sorted_labels(node);
        write_raw("(");
        for (const auto& label : labels) {
            write_raw(":");
            write_name(label);
        }
        write_properties(node, labels.empty() ? "" : " ");
        write_raw(")");
    }

    void write(RelationshipId relationship) override {
        if (!snapshot_.exists(relationship)) return ValueWriter::write(relationship);
        write_raw("[:");
        write_name(snapshot_.symbols().types.name(ends_of(relationship).type));
        write_properties(relationship, " ");
        write_raw("]");
    }

    void write(const Path& path) override {
        write_raw("<");
        write(path.nodes.at(0));
        for (std::size_t step = 0; step < path.relationships.size(); ++step) {
            const auto relationship = path.relationships[step];
            const bool against =
                snapshot_.exists(relationship) && ends_of(relationship).source != path.nodes[step];
            write_raw(against ? "<-" : "-");
            write(relationship);
            write_raw(against ? "-" : "->");
            write(path.nodes.at(step + 1));
        }
        write_raw(">");
    }

private:
    std::vector<std::string> sorted_labels(NodeId node) const {
        std::vector<std::string> names;
        for (const auto label : snapshot_.labels(node)) {
            names.push_back(snapshot_.symbols().labels.name(label));
        }
        std::ranges::sort(names);
        return names;
    }

    RelationshipEnds ends_of(RelationshipId relationship) const {
        RelationshipEnds ends;
        snapshot_.ends({&relationship, 1}, {&ends, 1});
        return ends;
    }

    template <typename Id> void write_properties(Id entity, std::string_view before) {
        Map properties;
        for (auto& [key, value] : snapshot_.properties(entity)) {
            properties.emplace(snapshot_.symbols().keys.name(key), std::move(value));
        }
        if (properties.empty()) return;
        write_raw(before);
        write(properties);
    }

    const Snapshot& snapshot_;
};

} // namespace

std::string to_text(const Value& value, const Snapshot& snapshot) {
    GraphWriter writer{snapshot};
    writer.write(value);
    return writer.take();
}

} // namespace lintas
