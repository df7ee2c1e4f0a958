#include "graph/temporal_text.h"
#include "server/json/entity.h"
#include "server/json/point_text.h"
#include "server/json/value_json.h"

namespace lintas::server {

namespace {

// Clients of the typed form cannot read a local time without a fraction.
std::string with_fraction(std::string text) {
    const auto time = text.find('T') == text.npos ? std::size_t{0} : text.find('T') + 1;
    if (text.find('.', time) != text.npos) return text;
    const bool has_seconds = text.find(':', time) != text.rfind(':');
    return text + (has_seconds ? ".0" : ":00.0");
}

void write_labels(JsonWriter& writer, NodeId node, const Snapshot& graph) {
    writer.begin_array();
    for (const auto& label : label_names(node, graph)) writer.string(label);
    writer.end_array();
}

struct Plain {
    JsonWriter& writer;
    const Snapshot& graph;

    void write(const Value& value) const { std::visit(*this, value.storage()); }

    void operator()(Null) const { writer.null(); }
    void operator()(bool value) const { writer.boolean(value); }
    void operator()(std::int64_t value) const { writer.integer(value); }
    void operator()(double value) const { writer.floating(value); }
    void operator()(const std::string& value) const { writer.string(value); }
    void operator()(const ListPointer& value) const { write_list(*value); }
    void operator()(const MapPointer& value) const { write_map(*value); }
    void operator()(NodeId node) const {
        writer.begin_object();
        writer.member("elementId", element_id(node));
        writer.key("labels");
        write_labels(writer, node, graph);
        writer.key("properties");
        write_map(properties_of(node, graph));
        writer.end_object();
    }
    void operator()(RelationshipId relationship) const {
        const auto [type, source, target] = face_of(relationship, graph);
        writer.begin_object();
        writer.member("elementId", element_id(relationship));
        writer.member("startNodeElementId", element_id(source));
        writer.member("endNodeElementId", element_id(target));
        writer.member("type", type);
        writer.key("properties");
        write_map(properties_of(relationship, graph));
        writer.end_object();
    }
    void operator()(const PathPointer& path) const { write_list(walk(*path)); }
    void operator()(const Date& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const LocalTime& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const ZonedTime& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const LocalDateTime& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const ZonedDateTime& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const Duration& value) const { writer.string(lintas::to_text(value)); }
    void operator()(const Point& value) const { writer.string(to_text(value)); }

    void write_list(const List& list) const {
        writer.begin_array();
        for (const auto& value : list) write(value);
        writer.end_array();
    }
    void write_map(const Map& map) const {
        writer.begin_object();
        for (const auto& [key, value] : map) {
            writer.key(key);
            write(value);
        }
        writer.end_object();
    }
};

struct Typed {
    JsonWriter& writer;
    const Snapshot& graph;
    bool pads_local_times = true;

    void write(const Value& value) const { std::visit(*this, value.storage()); }

    void operator()(Null) const {
        begin("Null");
        writer.null();
        writer.end_object();
    }
    void operator()(bool value) const {
        begin("Boolean");
        writer.boolean(value);
        writer.end_object();
    }
    void operator()(std::int64_t value) const { text("Integer", std::to_string(value)); }
    void operator()(double value) const { text("Float", lintas::to_text(value)); }
    void operator()(const std::string& value) const { text("String", value); }
    void operator()(const ListPointer& value) const { write_list("List", *value); }
    void operator()(const MapPointer& value) const {
        begin("Map");
        write_map(*value);
        writer.end_object();
    }
    void operator()(NodeId node) const {
        begin("Node");
        writer.begin_object();
        writer.member("_element_id", element_id(node));
        writer.key("_labels");
        write_labels(writer, node, graph);
        writer.key("_properties");
        write_map(properties_of(node, graph));
        writer.end_object();
        writer.end_object();
    }
    void operator()(RelationshipId relationship) const {
        const auto [type, source, target] = face_of(relationship, graph);
        begin("Relationship");
        writer.begin_object();
        writer.member("_element_id", element_id(relationship));
        writer.member("_start_node_element_id", element_id(source));
        writer.member("_end_node_element_id", element_id(target));
        writer.member("_type", type);
        writer.key("_properties");
        write_map(properties_of(relationship, graph));
        writer.end_object();
        writer.end_object();
    }
    void operator()(const PathPointer& path) const { write_list("Path", walk(*path)); }
    void operator()(const Date& value) const { text("Date", lintas::to_text(value)); }
    void operator()(const LocalTime& value) const { local("LocalTime", lintas::to_text(value)); }
    void operator()(const ZonedTime& value) const { text("Time", lintas::to_text(value)); }
    void operator()(const LocalDateTime& value) const {
        local("LocalDateTime", lintas::to_text(value));
    }
    void operator()(const ZonedDateTime& value) const {
        const bool has_zone = value.zone != ZoneId{};
        text(has_zone ? "ZonedDateTime" : "OffsetDateTime", lintas::to_text(value));
    }
    void operator()(const Duration& value) const { text("Duration", lintas::to_text(value)); }
    void operator()(const Point& value) const { text("Point", to_text(value)); }

    void begin(std::string_view type) const {
        writer.begin_object();
        writer.member("$type", type);
        writer.key("_value");
    }
    void text(std::string_view type, std::string_view value) const {
        begin(type);
        writer.string(value);
        writer.end_object();
    }
    void local(std::string_view type, const std::string& value) const {
        text(type, pads_local_times ? with_fraction(value) : value);
    }
    void write_list(std::string_view type, const List& list) const {
        begin(type);
        writer.begin_array();
        for (const auto& value : list) write(value);
        writer.end_array();
        writer.end_object();
    }
    void write_map(const Map& map) const {
        writer.begin_object();
        for (const auto& [key, value] : map) {
            writer.key(key);
            write(value);
        }
        writer.end_object();
    }
};

} // namespace

void write_value(JsonWriter& writer, Encoding encoding, const Value& value, const Snapshot& graph) {
    switch (encoding) {
    case Encoding::Plain: return Plain{writer, graph}.write(value);
    case Encoding::Typed: return Typed{writer, graph}.write(value);
    case Encoding::TypedAsPrinted: return Typed{writer, graph, false}.write(value);
    }
}

} // namespace lintas::server
