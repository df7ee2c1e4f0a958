#include "graph/lmdb/check_columns.h"

#include "graph/lmdb/text_prefix.h"
#include "graph/lmdb/value_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <set>

namespace lintas::lmdb {

namespace {

std::int64_t integer_of(const Value& value) {
    if (value.is(ValueType::Date)) return value.as<Date>().days;
    if (value.is(ValueType::LocalTime)) return value.as<LocalTime>().nanoseconds;
    return value.integer();
}

// The smallest and largest of the values seen, as a segment's header holds them.
class Zone {
public:
    void add(const Value& value) {
        if (value.is(ValueType::Float))
            extend(floats_, value.floating());
        else if (value.is(ValueType::String))
            extend(texts_, text_prefix(value.string()));
        else
            extend(integers_, integer_of(value));
    }
    bool is_that_of(const SegmentHeader& header) const {
        return fits(integers_, header) && fits(floats_, header) && fits(texts_, header);
    }

private:
    template <typename T> struct Range {
        bool is_empty = true;
        T minimum{};
        T maximum{};
    };
    template <typename T> static void extend(Range<T>& range, T value) {
        range.minimum = range.is_empty ? value : std::min(range.minimum, value);
        range.maximum = range.is_empty ? value : std::max(range.maximum, value);
        range.is_empty = false;
    }
    template <typename T> static bool fits(const Range<T>& range, const SegmentHeader& header) {
        return range.is_empty || (range.minimum == std::bit_cast<T>(header.zone_minimum) &&
                                  range.maximum == std::bit_cast<T>(header.zone_maximum));
    }

    Range<std::int64_t> integers_;
    Range<double> floats_;
    Range<std::uint64_t> texts_;
};

class ColumnCheck {
public:
    ColumnCheck(const StoredSegment& segment, const ColumnView& view, const Report& report)
        : segment_{segment}, view_{view}, header_{header_of(view.bytes)}, report_{report} {}

    void run(std::uint32_t rows) {
        if (view_.rows > rows) report("has more rows than its group");
        if (view_.sparse_rows) check_sparse_rows();
        if (!check_values()) return;
        std::uint32_t filled = 0;
        Zone zone;
        for (std::uint32_t item = 0; item < view_.items; ++item) {
            if (view_.is_null(item)) continue;
            ++filled;
            if (header_.flags & flag_zone) zone.add(view_.value(item));
        }
        if (header_.nulls != view_.rows - filled) report("counts its nulls wrong");
        if (!zone.is_that_of(header_)) report("has another smallest or largest value");
    }

private:
    void report(const char* what) {
        report_(fmt::format("Segment `{}` {}", to_text(segment_.key), what));
    }
    void check_sparse_rows() {
        const auto* end = view_.sparse_rows + view_.items;
        if (std::adjacent_find(view_.sparse_rows, end, std::greater_equal{}) != end)
            report("has rows out of order");
        if (view_.items > 0 && view_.sparse_rows[view_.items - 1] >= view_.rows)
            report("has a row that its group does not have");
    }
    // Can every value be read?
    bool check_values() {
        for (std::uint32_t item = 0; item < view_.items; ++item) {
            if (view_.is_null(item)) continue;
            if (is_readable(item)) continue;
            report("has a value that cannot be read");
            return false;
        }
        return true;
    }
    bool is_readable(std::uint32_t item) const {
        if (view_.encoding == Encoding::Dictionary)
            return view_.number(item) < view_.dictionary->size();
        if (view_.encoding == Encoding::Integer || view_.encoding == Encoding::Decimal)
            return view_.base <= std::numeric_limits<std::int64_t>::max() - view_.number(item);
        if (view_.encoding != Encoding::Variant) return true;
        ByteReader reader{bytes_of(view_.text(item))};
        return decode_value(reader) && reader.left() == 0;
    }

    const StoredSegment& segment_;
    const ColumnView& view_;
    const SegmentHeader& header_;
    const Report& report_;
};

const DictionaryView* dictionary_of(const StoredSegment& segment, const GraphTables& tables) {
    const auto& key = segment.key;
    const StoredDictionary* found = nullptr;
    if (key.kind == SegmentKind::NodeProperty)
        found = tables.dictionary(Entity::Node, KeyId{key.id}, 0);
    if (key.kind == SegmentKind::RelationshipProperty)
        found = tables.dictionary(Entity::Relationship, KeyId{key.id},
                                  tables.groups(Entity::Relationship)[key.group].owner);
    return found ? &found->view() : nullptr;
}

void check_column(const StoredSegment& segment, const GraphTables& tables, const Report& report) {
    const auto view = ColumnView::read(segment, dictionary_of(segment, tables));
    if (!view) return report(fmt::format("Segment `{}` is no column", to_text(segment.key)));
    const auto entity =
        segment.key.kind == SegmentKind::RelationshipProperty ? Entity::Relationship : Entity::Node;
    ColumnCheck{segment, *view, report}.run(tables.groups(entity)[segment.key.group].rows);
}

// False if it cannot be read.
bool check_dictionary(const StoredSegment& segment, const Report& report) {
    const auto view = DictionaryView::read(segment);
    if (!view) {
        report(fmt::format("Segment `{}` is no dictionary", to_text(segment.key)));
        return false;
    }
    std::set<std::string_view> texts;
    for (std::uint32_t code = 0; code < view->size(); ++code)
        if (!texts.insert(view->text(code)).second)
            report(fmt::format("Dictionary `{}` has a string twice", to_text(segment.key)));
    return true;
}

// Are the label sets of a mixed group in the catalogue? Where there is none, there is no node.
bool has_label_sets(const GraphTables& tables, const Catalogue& catalogue, std::uint16_t group) {
    const auto is_of_group = [group](const StoredSegment& segment) {
        return segment.key == SegmentKey{SegmentKind::LabelSets, 0, 0, group, 0};
    };
    const auto found = std::ranges::find_if(tables.segments(), is_of_group);
    if (found == tables.segments().end()) return true;
    const auto view = ColumnView::read(*found, nullptr);
    if (!view || view->type != ValueType::Integer) return false;
    for (std::uint32_t row = 0; row < tables.groups(Entity::Node)[group].rows; ++row) {
        const auto item = view->find_item(row);
        if (!item) continue;
        const auto set = view->value(*item).integer();
        if (set < 0 || set >= std::ssize(catalogue.label_sets)) return false;
    }
    return true;
}

} // namespace

void check_columns(const GraphTables& tables, const Catalogue& catalogue, const Report& report) {
    bool has_dictionaries = true;
    for (const auto& segment : tables.segments())
        if (segment.key.kind == SegmentKind::Dictionary)
            has_dictionaries = check_dictionary(segment, report) && has_dictionaries;
    for (const auto& segment : tables.segments()) {
        const auto kind = segment.key.kind;
        const bool is_property =
            kind == SegmentKind::NodeProperty || kind == SegmentKind::RelationshipProperty;
        if ((is_property && has_dictionaries) || kind == SegmentKind::LabelSets)
            check_column(segment, tables, report);
    }
    const auto& groups = tables.groups(Entity::Node);
    for (std::size_t group = 0; group < groups.size(); ++group)
        if (groups[group].owner == mixed_owner &&
            !has_label_sets(tables, catalogue, static_cast<std::uint16_t>(group)))
            report(fmt::format("Group {} of nodes does not know their labels", group));
}

} // namespace lintas::lmdb
