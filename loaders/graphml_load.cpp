#include "loaders/graphml_load.h"

#include "graph/error.h"
#include "loaders/csv_scalar.h"
#include "loaders/graph_target.h"
#include "loaders/shown_text.h"
#include "loaders/xml_reader.h"

#include <fmt/format.h>

#include <map>
#include <optional>

namespace lintas::loaders {
namespace {

using Properties = std::vector<std::pair<std::string, Value>>;

struct Key {
    std::string id;
    std::string name; // of the property
    std::string type;
    std::string of; // "node", "edge" or "all"
    std::optional<Value> fallback;
};

struct Edge {
    std::string source;
    std::string target;
    Properties properties;
};

class GraphmlFile {
public:
    GraphmlFile(const Input& input, const Loading& loading, GraphTarget& target)
        : input_{input}, loading_{loading}, target_{target}, reader_{input},
          label_{label_or(loading.options, usual_label)}, type_{type_or(loading.options,
                                                                        usual_type)} {}

    void load(SourceReport& report) {
        bool has_graph = false;
        for (auto event = reader_.next(); event != XmlEvent::End; event = reader_.next()) {
            if (event != XmlEvent::Open) continue;
            has_graph |= reader_.name() == "graph";
            open();
        }
        if (!has_graph)
            throw Error{ErrorCode::Input, fmt::format("`{}` has no `<graph>`", input_.name())};
        for (const auto& edge : edges_) relate(edge);
        report.rows += nodes_ + edges_.size();
        report.counts.emplace_back("nodes", nodes_);
        report.counts.emplace_back("edges", edges_.size());
        loading_.progress.finish_file(input_.size, nodes_ + edges_.size());
    }

private:
    void open() {
        const auto& name = reader_.name();
        if (name == "key") {
            read_key();
        } else if (name == "node") {
            read_node();
        } else if (name == "edge") {
            read_edge();
        } else if (name == "hyperedge" || name == "port") {
            throw Error{ErrorCode::Unsupported,
                        fmt::format("`{}` has a `{}`, which is not read", input_.name(), name)};
        }
    }

    void read_key() {
        Key key{reader_.attribute("id"),
                reader_.attribute("attr.name"),
                reader_.attribute("attr.type"),
                reader_.attribute("for"),
                {}};
        if (key.id.empty()) reader_.fail("has a `key` without `id`");
        if (key.name.empty()) key.name = key.id;
        if (key.of.empty()) key.of = "all";
        const auto depth = reader_.depth();
        while (true) {
            const auto event = reader_.next();
            if (event == XmlEvent::Close && reader_.depth() < depth) break;
            if (event == XmlEvent::Text && reader_.name() == "default")
                key.fallback = value_of(key, reader_.text());
        }
        keys_.insert_or_assign(key.id, key);
    }

    Value value_of(const Key& key, const std::string& text) const {
        std::optional<Value> value;
        if (key.type == "int" || key.type == "long") {
            value = parse_scalar(text, ScalarType::Long, "");
        } else if (key.type == "float" || key.type == "double") {
            value = parse_scalar(text, ScalarType::Float, "");
        } else if (key.type == "boolean") {
            value = parse_scalar(text, ScalarType::Boolean, "");
        } else {
            return text;
        }
        if (!value)
            reader_.fail(fmt::format("has `{}` as `{}`, which needs a value of the type `{}`",
                                     shown_text(text), key.name, key.type));
        return *value;
    }

    // The data of the element that was opened, up to its end.
    Properties read_data(std::string_view element) {
        Properties properties;
        for (const auto& [id, key] : keys_)
            if (key.fallback && (key.of == element || key.of == "all"))
                properties.emplace_back(key.name, *key.fallback);
        const auto depth = reader_.depth();
        const Key* key = nullptr;
        std::string text;
        while (true) {
            const auto event = reader_.next();
            if (event == XmlEvent::Close && reader_.depth() < depth) return properties;
            if (event == XmlEvent::Open) {
                key = nullptr;
                text.clear();
                if (reader_.name() == "data")
                    key = &key_for(reader_.attribute("key"));
                else
                    open();
            } else if (event == XmlEvent::Text) {
                text += reader_.text();
            } else if (event == XmlEvent::Close && key != nullptr && reader_.name() == "data") {
                properties.emplace_back(key->name, value_of(*key, text));
                key = nullptr;
            }
        }
    }

    const Key& key_for(const std::string& id) const {
        const auto found = keys_.find(id);
        if (found == keys_.end())
            reader_.fail(fmt::format("has data of a key `{}` that is not declared", id));
        return found->second;
    }

    void read_node() {
        const auto id = reader_.attribute("id");
        if (id.empty()) reader_.fail("has a node without `id`");
        if (target_.find(label_, id)) reader_.fail("has a node whose `id` another one has");
        const auto node = target_.node(label_, id);
        ++nodes_;
        for (auto& [name, value] : read_data("node")) target_.set(node, name, std::move(value));
    }

    void read_edge() {
        Edge edge{reader_.attribute("source"), reader_.attribute("target"), {}};
        const auto id = reader_.attribute("id");
        if (edge.source.empty() || edge.target.empty())
            reader_.fail("has an edge without `source` or `target`");
        if (!id.empty()) edge.properties.emplace_back("id", id);
        for (auto& property : read_data("edge")) edge.properties.push_back(std::move(property));
        edges_.push_back(std::move(edge));
    }

    void relate(const Edge& edge) {
        const auto end = [&](const std::string& id) {
            const auto node = target_.find(label_, id);
            if (!node)
                throw Error{ErrorCode::Input, fmt::format("`{}` has an edge of a node `{}` that is "
                                                          "not there",
                                                          input_.name(), id)};
            return *node;
        };
        const auto from = end(edge.source);
        target_.relate(type_, from, end(edge.target), edge.properties);
    }

    const Input& input_;
    const Loading& loading_;
    GraphTarget& target_;
    XmlReader reader_;
    std::string label_;
    std::string type_;
    std::map<std::string, Key> keys_;
    std::uint64_t nodes_ = 0;
    std::vector<Edge> edges_; // may name nodes that come later
};

} // namespace

bool recognises_graphml(const Input& input) {
    if (input.file_name().ends_with(".graphml")) return true;
    return input.file_name().ends_with(".xml") &&
           head(input, 1024).find("<graphml") != std::string::npos;
}

void load_graphml(std::span<LoadingSource* const> sources, const Loading& loading) {
    for (auto* source : sources)
        for (const auto& input : source->inputs) {
            if (source->inputs.size() > 1 && !recognises_graphml(input)) {
                source->report.ignored.push_back(input.name());
                loading.progress.finish_file(input.size, 0);
                continue;
            }
            // Each file has ids of its own.
            GraphTarget target{loading, "id"};
            GraphmlFile{input, loading, target}.load(source->report);
            target.finish();
        }
}

} // namespace lintas::loaders
