#include "graph/lmdb/schema_bytes.h"

#include <string>
#include <type_traits>
#include <vector>

namespace lintas::lmdb {

namespace {

void put_text(std::string_view text, ByteWriter& writer) {
    writer.put(static_cast<std::uint32_t>(text.size()));
    writer.put_text(text);
}

void put_texts(const std::vector<std::string>& texts, ByteWriter& writer) {
    writer.put(static_cast<std::uint32_t>(texts.size()));
    for (const auto& text : texts) put_text(text, writer);
}

template <typename Definition> void put_begin(const Definition& definition, ByteWriter& writer) {
    put_text(definition.name, writer);
    writer.put(definition.id);
    writer.put(definition.kind);
    writer.put(definition.entity);
}

// Gives zeros after the end of the bytes; the reader's ok() tells.
class DecodeSchema {
public:
    explicit DecodeSchema(ByteReader& reader) : reader_{reader} {}

    std::optional<Schema> schema() {
        Schema schema;
        schema.next_id = get<std::uint64_t>();
        schema.indexes = all([this] { return index(); });
        schema.constraints = all([this] { return constraint(); });
        return is_sound() ? std::optional{std::move(schema)} : std::nullopt;
    }

private:
    bool is_sound() const { return reader_.ok() && are_known_; }
    template <typename T> T get() { return reader_.get<T>().value_or(T{}); }
    template <typename Kind> Kind kind(Kind last) {
        const auto found = get<Kind>();
        are_known_ = are_known_ && found <= last;
        return found;
    }
    std::string text() { return std::string{text_of(reader_.skip(get<std::uint32_t>()))}; }
    template <typename Get> std::vector<std::invoke_result_t<Get>> all(Get get_one) {
        std::vector<std::invoke_result_t<Get>> found;
        for (auto left = get<std::uint32_t>(); left > 0 && is_sound(); --left)
            found.push_back(get_one());
        return found;
    }
    std::vector<std::string> texts() {
        return all([this] { return text(); });
    }
    // What a definition begins with, whatever it defines.
    template <typename Definition, typename Kind> Definition begin(Kind last) {
        Definition definition;
        definition.name = text();
        definition.id = get<std::uint64_t>();
        definition.kind = kind(last);
        definition.entity = kind(EntityKind::Relationship);
        return definition;
    }
    IndexDefinition index() {
        auto definition = begin<IndexDefinition>(IndexKind::FullText);
        definition.labels = texts();
        definition.keys = texts();
        definition.owned = get<std::uint8_t>() != 0;
        return definition;
    }
    ConstraintDefinition constraint() {
        auto definition = begin<ConstraintDefinition>(ConstraintKind::Type);
        definition.label = text();
        definition.keys = texts();
        definition.type = text();
        return definition;
    }

    ByteReader& reader_;
    bool are_known_ = true;
};

} // namespace

void encode_schema(const Schema& schema, ByteWriter& writer) {
    writer.put(schema.next_id);
    writer.put(static_cast<std::uint32_t>(schema.indexes.size()));
    for (const auto& index : schema.indexes) {
        put_begin(index, writer);
        put_texts(index.labels, writer);
        put_texts(index.keys, writer);
        writer.put(std::uint8_t{index.owned});
    }
    writer.put(static_cast<std::uint32_t>(schema.constraints.size()));
    for (const auto& constraint : schema.constraints) {
        put_begin(constraint, writer);
        put_text(constraint.label, writer);
        put_texts(constraint.keys, writer);
        put_text(constraint.type, writer);
    }
}

std::optional<Schema> decode_schema(ByteReader& reader) { return DecodeSchema{reader}.schema(); }

} // namespace lintas::lmdb
