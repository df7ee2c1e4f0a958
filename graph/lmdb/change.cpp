#include "graph/lmdb/change.h"

#include "graph/lmdb/schema_bytes.h"
#include "graph/lmdb/value_bytes.h"

namespace lintas::lmdb {

namespace {

class EncodeChange {
public:
    explicit EncodeChange(ByteWriter& writer) : writer_{writer} {}

    void operator()(const LabelNamed& change) { put_name('L', raw(change.id), change.name); }
    void operator()(const TypeNamed& change) { put_name('T', raw(change.id), change.name); }
    void operator()(const KeyNamed& change) { put_name('K', raw(change.id), change.name); }
    void operator()(const NodeCreated& change) { put('N', change.node), put(change.labels); }
    void operator()(const NodeRelabelled& change) { put('S', change.node), put(change.labels); }
    void operator()(const NodeDeleted& change) { put('n', change.node); }
    void operator()(const NodePropertySet& change) {
        put('P', change.node);
        put_value(change.key, change.value);
    }
    void operator()(const RelationshipCreated& change) {
        put('R', change.relationship);
        put(change.ends);
    }
    void operator()(const RelationshipDeleted& change) {
        put('r', change.relationship);
        put(change.ends);
    }
    void operator()(const RelationshipPropertySet& change) {
        put('Q', change.relationship);
        put_value(change.key, change.value);
    }
    void operator()(const SchemaReplaced& change) {
        writer_.put('D');
        encode_schema(change.schema, writer_);
    }
    void operator()(const NodesCounted& change) {
        writer_.put('c');
        put(change.labels);
        writer_.put(change.difference);
    }
    void operator()(const RelationshipsCounted& change) {
        put('C', change.type);
        put(change.source);
        put(change.target);
        writer_.put(change.difference);
    }

private:
    template <typename Id> void put(char code, Id id) {
        writer_.put(code);
        writer_.put(raw(id));
    }
    void put(const LabelSet& labels) {
        writer_.put(static_cast<std::uint32_t>(labels.size()));
        writer_.put_all(std::span<const LabelId>{labels});
    }
    void put(const RelationshipEnds& ends) {
        writer_.put(raw(ends.source));
        writer_.put(raw(ends.type));
        writer_.put(raw(ends.target));
    }
    void put_name(char code, std::uint32_t id, const std::string& name) {
        writer_.put(code);
        writer_.put(id);
        writer_.put(static_cast<std::uint32_t>(name.size()));
        writer_.put_text(name);
    }
    void put_value(KeyId key, const Value& value) {
        writer_.put(raw(key));
        encode_value(value, writer_);
    }

    ByteWriter& writer_;
};

// Gives zeros after the end of the bytes; ok() tells.
class DecodeChange {
public:
    explicit DecodeChange(ByteReader& reader) : reader_{reader} {}

    std::optional<Change> change() {
        auto found = of_code(get<char>());
        return found && reader_.ok() && is_value_ ? found : std::nullopt;
    }

private:
    std::optional<Change> of_code(char code) {
        switch (code) {
        case 'L': return named<LabelNamed>();
        case 'T': return named<TypeNamed>();
        case 'K': return named<KeyNamed>();
        case 'N': return labelled<NodeCreated>();
        case 'S': return labelled<NodeRelabelled>();
        case 'n': return NodeDeleted{get<NodeId>()};
        case 'P': return property<NodePropertySet, NodeId>();
        case 'R': return connected<RelationshipCreated>();
        case 'r': return connected<RelationshipDeleted>();
        case 'Q': return property<RelationshipPropertySet, RelationshipId>();
        case 'D': return schema();
        case 'c': return nodes_counted();
        case 'C': return relationships_counted();
        default: return std::nullopt;
        }
    }

    template <typename T> T get() { return reader_.get<T>().value_or(T{}); }
    LabelSet labels() {
        LabelSet found;
        for (auto left = get<std::uint32_t>(); left > 0 && reader_.ok(); --left)
            found.push_back(get<LabelId>());
        return found;
    }
    template <typename Named> Named named() {
        Named change;
        change.id = get<decltype(change.id)>();
        change.name = text_of(reader_.skip(get<std::uint32_t>()));
        return change;
    }
    template <typename Labelled> Labelled labelled() {
        const auto node = get<NodeId>();
        return {node, labels()};
    }
    template <typename Set, typename Id> Set property() {
        const auto id = get<Id>();
        const auto key = get<KeyId>();
        auto value = decode_value(reader_);
        is_value_ = value.has_value();
        return {id, key, value ? std::move(*value) : Value{}};
    }
    template <typename Connected> Connected connected() {
        const auto relationship = get<RelationshipId>();
        const auto source = get<NodeId>();
        const auto type = get<TypeId>();
        return {relationship, {source, get<NodeId>(), type}};
    }
    SchemaReplaced schema() {
        auto schema = decode_schema(reader_);
        is_value_ = schema.has_value();
        return {schema ? std::move(*schema) : Schema{}};
    }
    NodesCounted nodes_counted() {
        auto set = labels();
        return {std::move(set), get<std::int64_t>()};
    }
    RelationshipsCounted relationships_counted() {
        const auto type = get<TypeId>();
        auto source = labels();
        auto target = labels();
        return {std::move(source), type, std::move(target), get<std::int64_t>()};
    }

    ByteReader& reader_;
    bool is_value_ = true;
};

} // namespace

void encode_change(const Change& change, ByteWriter& writer) {
    std::visit(EncodeChange{writer}, change);
}

std::optional<Change> decode_change(ByteReader& reader) { return DecodeChange{reader}.change(); }

} // namespace lintas::lmdb
