#include "query/run/used_relationships.h"

#include "query/run/value_reader.h"

namespace lintas::query {

namespace {

void append(const Value& value, Relationships& out) {
    if (value.is(ValueType::Relationship)) out.push_back(value.relationship());
    if (!value.is(ValueType::List)) return;
    for (const auto& element : value.list()) {
        if (element.is(ValueType::Relationship)) out.push_back(element.relationship());
    }
}

// One slot of the batch, typed where it is.
class SlotReader {
public:
    explicit SlotReader(const Column& column)
        : column_{column}, typed_{column.get<Relationships>()}, values_{column} {}

    void append_to(Relationships& out, std::size_t row) {
        if (!typed_) {
            append(values_[row], out);
        } else if (!column_.is_null(row)) {
            out.push_back((*typed_)[row]);
        }
    }

private:
    const Column& column_;
    const Relationships* typed_;
    ValueReader values_;
};

} // namespace

void UsedRelationships::start(const Batch& batch) {
    starts_.clear();
    relationships_.clear();
    if (slots_.empty()) return;
    std::vector<SlotReader> readers;
    for (const auto slot : slots_) readers.emplace_back(batch.column(slot));
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        starts_.push_back(static_cast<std::uint32_t>(relationships_.size()));
        for (auto& reader : readers) reader.append_to(relationships_, row);
    }
    starts_.push_back(static_cast<std::uint32_t>(relationships_.size()));
}

} // namespace lintas::query
