#include "tck/canonical_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <stdexcept>
#include <vector>

namespace lintas::tck {

namespace {

using Entries = std::map<std::string, std::string>;

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string list_text(std::vector<std::string> items, Lists lists) {
    if (lists == Lists::AnyOrder) std::ranges::sort(items);
    return "[" + joined(items) + "]";
}

std::string map_text(const Entries& entries) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : entries) parts.push_back(key + ": " + value);
    return "{" + joined(parts) + "}";
}

std::string properties_text(const Entries& entries) {
    return entries.empty() ? "" : " " + map_text(entries);
}

std::string node_text(std::vector<std::string> labels, const Entries& entries) {
    std::ranges::sort(labels);
    std::string text = "(";
    for (const auto& label : labels) text += ":" + label;
    return text + properties_text(entries) + ")";
}

std::string relationship_text(const std::string& type, const Entries& entries) {
    return "[:" + type + properties_text(entries) + "]";
}

std::string string_text(std::string_view text) { return "'" + std::string{text} + "'"; }

std::string float_text(double value) { return to_text(value == 0 ? 0.0 : value); }

class Writer {
public:
    Writer(const Snapshot& graph, Lists lists) : graph_{graph}, lists_{lists} {}

    std::string text(const Value& value) const {
        switch (value.type()) {
        case ValueType::Null:
        case ValueType::Boolean:
        case ValueType::Integer: return to_text(value);
        case ValueType::Float: return float_text(value.floating());
        case ValueType::String: return string_text(value.string());
        case ValueType::List: {
            std::vector<std::string> items;
            for (const auto& item : value.list()) items.push_back(text(item));
            return list_text(std::move(items), lists_);
        }
        case ValueType::Map: {
            Entries entries;
            for (const auto& [key, held] : value.map()) entries.emplace(key, text(held));
            return map_text(entries);
        }
        case ValueType::Node: return node(value.node());
        case ValueType::Relationship: return relationship(value.relationship());
        case ValueType::Path: return path(value.path());
        case ValueType::Date:
        case ValueType::LocalTime:
        case ValueType::ZonedTime:
        case ValueType::LocalDateTime:
        case ValueType::ZonedDateTime:
        case ValueType::Duration:
        case ValueType::Point: return to_text(value);
        }
        return {};
    }

private:
    Entries entries(const std::vector<PropertyValue>& properties) const {
        Entries found;
        for (const auto& [key, value] : properties)
            found.emplace(graph_.symbols().keys.name(key), text(value));
        return found;
    }
    std::string node(NodeId id) const {
        if (!graph_.exists(id)) return "()";
        std::vector<std::string> labels;
        for (const auto label : graph_.labels(id))
            labels.push_back(graph_.symbols().labels.name(label));
        return node_text(std::move(labels), entries(graph_.properties(id)));
    }
    RelationshipEnds ends(RelationshipId id) const {
        const std::array<RelationshipId, 1> one{id};
        std::array<RelationshipEnds, 1> found;
        graph_.ends(one, found);
        return found[0];
    }
    std::string relationship(RelationshipId id) const {
        if (!graph_.exists(id)) return "[]";
        return relationship_text(graph_.symbols().types.name(ends(id).type),
                                 entries(graph_.properties(id)));
    }
    std::string path(const Path& path) const {
        auto result = "<" + node(path.nodes[0]);
        for (std::size_t i = 0; i < path.relationships.size(); ++i) {
            const auto forwards = ends(path.relationships[i]).source == path.nodes[i];
            result += (forwards ? "-" : "<-") + relationship(path.relationships[i]) +
                      (forwards ? "->" : "-") + node(path.nodes[i + 1]);
        }
        return result + ">";
    }

    const Snapshot& graph_;
    Lists lists_;
};

// The notation of the TCK's tables.
class CellReader {
public:
    CellReader(std::string_view text, Lists lists) : text_{text}, lists_{lists} {}

    std::string read() {
        auto result = value();
        blank();
        if (at_ != text_.size()) fail();
        return result;
    }

private:
    [[noreturn]] void fail() const {
        throw std::runtime_error{"no value at " + std::to_string(at_) + " of " +
                                 std::string{text_}};
    }
    void blank() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }
    bool take(std::string_view token) {
        blank();
        if (!text_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    void need(std::string_view token) {
        if (!take(token)) fail();
    }
    char peek() {
        blank();
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    std::string value() {
        switch (peek()) {
        case '(': return node();
        case '<': return path();
        case '{': return map_text(map());
        case '\'': return string();
        case '[': return is_relationship() ? relationship() : list();
        default: return word();
        }
    }
    bool is_relationship() {
        const auto begin = at_;
        const auto found = take("[") && take(":");
        at_ = begin;
        return found;
    }
    std::string name() {
        blank();
        const auto begin = at_;
        while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
                                      text_[at_] == '_' || text_[at_] == '$'))
            ++at_;
        if (begin == at_) fail();
        return std::string{text_.substr(begin, at_ - begin)};
    }
    Entries map() {
        Entries entries;
        need("{");
        if (take("}")) return entries;
        do {
            auto key = name();
            need(":");
            entries.emplace(std::move(key), value());
        } while (take(","));
        need("}");
        return entries;
    }
    std::string node() {
        need("(");
        std::vector<std::string> labels;
        while (take(":")) labels.push_back(name());
        const auto entries = peek() == '{' ? map() : Entries{};
        need(")");
        return node_text(std::move(labels), entries);
    }
    std::string relationship() {
        need("[");
        need(":");
        const auto type = name();
        const auto entries = peek() == '{' ? map() : Entries{};
        need("]");
        return relationship_text(type, entries);
    }
    std::string path() {
        need("<");
        auto result = "<" + node();
        while (!take(">")) {
            const auto backwards = take("<-");
            if (!backwards) need("-");
            result += (backwards ? "<-" : "-") + relationship();
            need(backwards ? "-" : "->");
            result += (backwards ? "-" : "->") + node();
        }
        return result + ">";
    }
    std::string list() {
        need("[");
        std::vector<std::string> items;
        if (!take("]")) {
            do items.push_back(value());
            while (take(","));
            need("]");
        }
        return list_text(std::move(items), lists_);
    }
    std::string string() {
        need("'");
        std::string text;
        while (at_ < text_.size() && text_[at_] != '\'') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size() &&
                (text_[at_ + 1] == '\'' || text_[at_ + 1] == '\\'))
                ++at_;
            text += text_[at_++];
        }
        if (at_ == text_.size()) fail();
        ++at_;
        return string_text(text);
    }
    std::string word() {
        blank();
        const auto begin = at_;
        while (at_ < text_.size() &&
               std::string_view{",]}) "}.find(text_[at_]) == std::string_view::npos)
            ++at_;
        const auto found = text_.substr(begin, at_ - begin);
        if (found == "true" || found == "false" || found == "null") return std::string{found};
        if (found == "NaN") return float_text(std::nan(""));
        return number(found);
    }
    std::string number(std::string_view found) const {
        if (found.find_first_of(".eE") == std::string_view::npos) {
            std::int64_t integer = 0;
            const auto end = std::from_chars(found.data(), found.data() + found.size(), integer);
            if (end.ec != std::errc{} || end.ptr != found.data() + found.size()) fail();
            return std::to_string(integer);
        }
        auto plain = std::string{found};
        if (const auto plus = plain.find('+'); plus != std::string::npos) plain.erase(plus, 1);
        double value = 0;
        const auto end = std::from_chars(plain.data(), plain.data() + plain.size(), value);
        if (end.ec != std::errc{} || end.ptr != plain.data() + plain.size()) fail();
        return float_text(value);
    }

    std::string_view text_;
    Lists lists_;
    std::size_t at_ = 0;
};

} // namespace

std::string canonical(const Value& value, const Snapshot& graph, Lists lists) {
    return Writer{graph, lists}.text(value);
}

std::string canonical(std::string_view cell, Lists lists) { return CellReader{cell, lists}.read(); }

} // namespace lintas::tck
