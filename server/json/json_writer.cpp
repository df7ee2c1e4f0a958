#include "server/json/json_writer.h"

#include "graph/value.h"
#include "server/json/utf8.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace lintas::server {

struct JsonWriter::State {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

namespace {

rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

} // namespace

JsonWriter::JsonWriter() : state_{std::make_unique<State>()} {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { state_->writer.StartObject(); }
void JsonWriter::end_object() { state_->writer.EndObject(); }
void JsonWriter::begin_array() { state_->writer.StartArray(); }
void JsonWriter::end_array() { state_->writer.EndArray(); }

void JsonWriter::key(std::string_view name) {
    if (!is_utf8(name)) return key(mended_utf8(name));
    state_->writer.Key(name.data(), size_of(name));
}

void JsonWriter::null() { state_->writer.Null(); }
void JsonWriter::boolean(bool value) { state_->writer.Bool(value); }
void JsonWriter::integer(std::int64_t value) { state_->writer.Int64(value); }
void JsonWriter::integer(std::uint64_t value) { state_->writer.Uint64(value); }

void JsonWriter::floating(double value) {
    const auto text = to_text(value);
    if (std::isfinite(value))
        state_->writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    else
        string(text);
}

void JsonWriter::string(std::string_view value) {
    if (!is_utf8(value)) return string(mended_utf8(value));
    state_->writer.String(value.data(), size_of(value));
}

void JsonWriter::raw(std::string_view json) {
    state_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

void JsonWriter::member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
}

std::size_t JsonWriter::size() const { return state_->buffer.GetSize(); }

std::string JsonWriter::take() {
    std::string text{state_->buffer.GetString(), state_->buffer.GetSize()};
    state_->buffer.Clear();
    return text;
}

} // namespace lintas::server
