#include "graph/value_writer.h"

#include "graph/temporal_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas {

namespace {

bool begins_name(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           character == '_';
}

bool is_plain_name(std::string_view name) {
    const auto is_part = [](char character) {
        return begins_name(character) || (character >= '0' && character <= '9');
    };
    return !name.empty() && begins_name(name.front()) && std::ranges::all_of(name, is_part);
}

// What stands for a character inside quotes.
std::string escaped(char character) {
    switch (character) {
    case '\'': return "\\'";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
    }
    const auto code = static_cast<unsigned char>(character);
    const bool is_control = code < 0x20 || code == 0x7f;
    return is_control ? fmt::format("\\u{:04X}", code) : std::string(1, character);
}

std::string_view crs_name(Crs crs) {
    switch (crs) {
    case Crs::Wgs84: return "wgs-84";
    case Crs::Wgs84_3d: return "wgs-84-3d";
    case Crs::Cartesian: return "cartesian";
    case Crs::Cartesian3d: return "cartesian-3d";
    }
    return "";
}

std::string point_text(const Point& point) {
    const auto height = has_height(point.crs) ? ", z: " + to_text(point.z) : std::string{};
    return fmt::format("point({{x: {}, y: {}{}, crs: '{}'}})", to_text(point.x), to_text(point.y),
                       height, crs_name(point.crs));
}

struct WriteAlternative {
    ValueWriter& writer;

    void operator()(Null) const { writer.write_raw("null"); }
    void operator()(bool value) const { writer.write_raw(value ? "true" : "false"); }
    void operator()(std::int64_t value) const { writer.write_raw(std::to_string(value)); }
    void operator()(double value) const { writer.write_raw(to_text(value)); }
    void operator()(const std::string& value) const { writer.write_quoted(value); }
    void operator()(const ListPointer& value) const { writer.write(*value); }
    void operator()(const MapPointer& value) const { writer.write(*value); }
    void operator()(NodeId value) const { writer.write(value); }
    void operator()(RelationshipId value) const { writer.write(value); }
    void operator()(const PathPointer& value) const { writer.write(*value); }
    void operator()(const Date& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const LocalTime& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const ZonedTime& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const LocalDateTime& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const ZonedDateTime& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const Duration& value) const { writer.write_quoted(to_text(value)); }
    void operator()(const Point& value) const { writer.write_raw(point_text(value)); }
};

} // namespace

void ValueWriter::write(const Value& value) {
    std::visit(WriteAlternative{*this}, value.storage());
}

void ValueWriter::write(const List& list) {
    std::string_view separator;
    write_raw("[");
    for (const auto& value : list) {
        write_raw(std::exchange(separator, ", "));
        write(value);
    }
    write_raw("]");
}

void ValueWriter::write(const Map& map) {
    std::string_view separator;
    write_raw("{");
    for (const auto& [key, value] : map) {
        write_raw(std::exchange(separator, ", "));
        write_name(key);
        write_raw(": ");
        write(value);
    }
    write_raw("}");
}

void ValueWriter::write(NodeId node) { write_raw("(" + element_id(node) + ")"); }

void ValueWriter::write(RelationshipId relationship) {
    write_raw("[" + element_id(relationship) + "]");
}

void ValueWriter::write(const Path& path) {
    write_raw("<");
    write(path.nodes.at(0));
    for (std::size_t step = 0; step < path.relationships.size(); ++step) {
        write_raw("-");
        write(path.relationships[step]);
        write_raw("->");
        write(path.nodes.at(step + 1));
    }
    write_raw(">");
}

void ValueWriter::write_quoted(std::string_view text) {
    text_ += '\'';
    for (const char character : text) text_ += escaped(character);
    text_ += '\'';
}

void ValueWriter::write_name(std::string_view name) {
    if (is_plain_name(name)) return write_raw(name);
    text_ += '`';
    for (const char character : name) text_.append(character == '`' ? 2 : 1, character);
    text_ += '`';
}

} // namespace lintas
