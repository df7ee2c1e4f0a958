#include "graph/lmdb/catalogue.h"

#include "graph/lmdb/schema_bytes.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

enum class Kind : std::uint8_t { Schema = 'D', Key = 'K', Label = 'L', LabelSet = 'S', Type = 'T' };

// The kind, then the id as four bytes, big-endian.
Bytes key_of(Kind kind, std::uint32_t id) {
    Bytes key{static_cast<std::byte>(kind)};
    for (const int shift : {24, 16, 8, 0})
        key.push_back(static_cast<std::byte>(id >> shift & 0xff));
    return key;
}

template <typename Id>
void add_names(std::vector<Record>& records, Kind kind, const Names<Id>& names) {
    for (std::uint32_t id = 0; id < names.all().size(); ++id) {
        ByteWriter writer;
        writer.put_text(names.all()[id]);
        records.push_back({key_of(kind, id), writer.take()});
    }
}

class CatalogueReader {
public:
    explicit CatalogueReader(const Report& report) : report_{report} {}

    void read(const TableEntry& entry) {
        const auto value = open_record(entry);
        if (!value || entry.key.size() != 5) return report_("A record of table `cat` is damaged");
        const auto kind = static_cast<Kind>(std::to_integer<std::uint8_t>(entry.key[0]));
        switch (kind) {
        case Kind::Label: return add_name(entry, kind, catalogue.symbols.labels, *value);
        case Kind::Type: return add_name(entry, kind, catalogue.symbols.types, *value);
        case Kind::Key: return add_name(entry, kind, catalogue.symbols.keys, *value);
        case Kind::LabelSet: return add_label_set(entry, *value);
        case Kind::Schema: return read_schema(entry, *value);
        }
        report_("A record of table `cat` is of an unknown kind");
    }

    Catalogue catalogue;

private:
    // Entries come in order of their keys, so ids count up.
    bool expect_id(const TableEntry& entry, Kind kind, std::size_t next) {
        if (std::ranges::equal(entry.key, key_of(kind, static_cast<std::uint32_t>(next))))
            return true;
        report_(fmt::format("Table `cat` has no record `{}{}`", static_cast<char>(kind), next));
        return false;
    }
    template <typename Id>
    void add_name(const TableEntry& entry, Kind kind, Names<Id>& names, ByteView value) {
        if (!expect_id(entry, kind, names.all().size())) return;
        const auto before = names.all().size();
        names.add(text_of(value));
        if (names.all().size() == before)
            report_(fmt::format("Table `cat` has the name `{}` twice", text_of(value)));
    }
    void read_schema(const TableEntry& entry, ByteView value) {
        if (!expect_id(entry, Kind::Schema, 0)) return;
        ByteReader reader{value};
        auto schema = decode_schema(reader);
        if (!schema || reader.left() > 0)
            return report_("The definitions of indexes and constraints are damaged");
        catalogue.schema = std::move(*schema);
    }
    // Labels come before label sets: `L` is less than `S`.
    void add_label_set(const TableEntry& entry, ByteView value) {
        if (!expect_id(entry, Kind::LabelSet, catalogue.label_sets.size())) return;
        LabelSet labels;
        ByteReader reader{value};
        while (const auto label = reader.get<LabelId>()) labels.push_back(*label);
        const bool is_known = std::ranges::all_of(labels, [this](LabelId label) {
            return raw(label) < catalogue.symbols.labels.all().size();
        });
        const bool ascends =
            std::ranges::adjacent_find(labels, std::greater_equal{}) == labels.end();
        if (!is_known || !ascends || value.size() % sizeof(LabelId) != 0)
            return report_(fmt::format("Label set {} is damaged", catalogue.label_sets.size()));
        catalogue.label_sets.push_back(std::move(labels));
    }

    const Report& report_;
};

} // namespace

std::vector<Record> to_records(const Catalogue& catalogue) {
    std::vector<Record> records;
    add_names(records, Kind::Key, catalogue.symbols.keys);
    add_names(records, Kind::Label, catalogue.symbols.labels);
    for (std::uint32_t id = 0; id < catalogue.label_sets.size(); ++id) {
        ByteWriter writer;
        writer.put_all(std::span<const LabelId>{catalogue.label_sets[id]});
        records.push_back({key_of(Kind::LabelSet, id), writer.take()});
    }
    add_names(records, Kind::Type, catalogue.symbols.types);
    if (catalogue.schema != Schema{}) {
        ByteWriter writer;
        encode_schema(catalogue.schema, writer);
        records.push_back({key_of(Kind::Schema, 0), writer.take()});
    }
    return records;
}

Catalogue read_catalogue(std::span<const TableEntry> entries, const Report& report) {
    CatalogueReader reader{report};
    for (const auto& entry : entries) reader.read(entry);
    return std::move(reader.catalogue);
}

} // namespace lintas::lmdb
