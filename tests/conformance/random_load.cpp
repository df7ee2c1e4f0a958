#include "tests/conformance/random_load.h"

#include "graph/column.h"
#include "graph/zones.h"

#include <algorithm>

namespace lintas::conformance {

namespace {

using testing::RandomValues;

// A property key and how its values come about.
struct RandomKey {
    const char* name;
    std::size_t filled_percent;
    Value (*value)(RandomValues& random);
};

Value small_integer(RandomValues& random) { return static_cast<std::int64_t>(random.below(200)); }
Value medium_integer(RandomValues& random) {
    return static_cast<std::int64_t>(random.below(1'000'000)) - 500'000;
}
Value flag(RandomValues& random) { return random.below(2) == 0; }
Value always_seven(RandomValues&) { return 7; }
Value always_one_word(RandomValues&) { return "word"; }
Value unique_text(RandomValues& random) {
    return "text " + std::to_string(random.below(1'000'000'000)) +
           std::string(random.below(30), 'x');
}
Value text_with_any_bytes(RandomValues& random) {
    return std::string(random.below(3), '\0') + random.text().string();
}
Value text_rarely_long(RandomValues& random) {
    return std::string(random.below(random.below(500) == 0 ? 300'000 : 10), 'y');
}
Value date(RandomValues& random) { return Date{static_cast<std::int64_t>(random.below(30'000))}; }
Value datetime_in_zone(RandomValues& random) {
    const auto zone =
        find_zone(random.one_of<const char*>({"Asia/Bangkok", "Europe/Stockholm"})).value();
    const auto seconds = static_cast<std::int64_t>(random.below(2'000'000'000));
    return ZonedDateTime{seconds, 5, offset_at(zone, seconds), zone};
}
Value number(RandomValues& random) {
    return random.below(2) == 0 ? random.integer() : random.floating();
}
Value list(RandomValues& random) {
    List values(random.below(4));
    for (auto& value : values) value = random.storable();
    if (random.below(8) == 0) values.emplace_back();
    return Value{std::move(values)};
}
Value anything(RandomValues& random) { return random.storable(); }

constexpr RandomKey keys[] = {
    {"small", 100, small_integer},
    {"medium", 90, medium_integer},
    {"wide", 100, [](RandomValues& random) { return random.integer(); }},
    {"float", 80, [](RandomValues& random) { return random.floating(); }},
    {"flag", 70, flag},
    {"seven", 100, always_seven},
    {"seven or nothing", 50, always_seven},
    {"one word", 100, always_one_word},
    {"few texts", 60, [](RandomValues& random) { return random.text(); }},
    {"unique text", 100, unique_text},
    {"any bytes", 50, text_with_any_bytes},
    {"long text", 30, text_rarely_long},
    {"sparse integer", 2, medium_integer},
    {"sparse text", 2, unique_text},
    {"sparse mix", 2, anything},
    {"date", 90, date},
    {"datetime in a zone", 90, datetime_in_zone},
    {"number", 90, number},
    {"list", 70, list},
    {"mixed", 80, anything},
    {"never", 0, anything},
};

Column shaped(Boxed values, RandomValues& random) {
    switch (random.below(3)) {
    case 0: return Column{std::move(values)};
    case 1: return Column{Constant{values.at(0), values.size()}};
    default: return typed_column(std::move(values));
    }
}

class RandomLoad {
public:
    RandomLoad(BulkLoad& load, const RandomLoadSize& size, RandomValues& random)
        : load_{load}, size_{size}, random_{random} {}

    LoadedGraph run() {
        for (std::size_t batch = 0; batch < size_.node_batches; ++batch) add_nodes();
        for (std::size_t batch = 0; batch < size_.relationship_batches; ++batch) {
            if (!ids_.empty()) add_relationships();
        }
        return std::move(loaded_);
    }

private:
    void add_nodes() {
        std::vector<ExpectedNode> nodes(random_.below(size_.most_nodes_a_batch + 1));
        LabelSet labels;
        std::set<std::string> names;
        for (const auto* name : {"Organisation", "Person", "Ort", "สถานที่"}) {
            if (random_.below(3) > 0) continue;
            labels.push_back(load_.label(name));
            names.insert(name);
        }
        std::ranges::sort(labels);
        const auto columns = random_columns(nodes);
        Nodes added;
        load_.add_nodes(labels, nodes.size(), columns, added);
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            nodes[row].labels = names;
            ids_.push_back(added.at(row));
            loaded_.nodes.emplace(added[row], std::move(nodes[row]));
        }
    }

    void add_relationships() {
        const auto* type = random_.one_of<const char*>({"KNOWS", "LOCATED_IN", "bare", "ส่วนหนึ่ง"});
        std::vector<ExpectedRelationship> relationships(
            random_.below(size_.most_relationships_a_batch + 1));
        auto columns = random_columns(relationships);
        if (type == std::string_view{"bare"}) {
            columns.clear();
            for (auto& relationship : relationships) relationship.properties.clear();
        } else {
            columns.push_back(serial_numbers(relationships));
        }
        Nodes sources;
        Nodes targets;
        for (auto& relationship : relationships) {
            sources.push_back(relationship.source = random_end());
            targets.push_back(relationship.target = random_target(relationship.source));
            relationship.type = type;
            loaded_.relationships.push_back(relationship);
        }
        load_.add_relationships(load_.type(type), sources, targets, columns);
    }

    // Some nodes are popular, so that there are parallel relationships and a long list.
    NodeId random_end() {
        if (random_.below(4) == 0) return ids_.front();
        if (random_.below(4) == 0)
            return ids_[random_.below(std::min<std::size_t>(ids_.size(), 7))];
        return ids_[random_.below(ids_.size())];
    }
    NodeId random_target(NodeId source) { return random_.below(10) == 0 ? source : random_end(); }

    PropertyColumn serial_numbers(std::vector<ExpectedRelationship>& relationships) {
        Integers serials;
        for (auto& relationship : relationships) {
            serials.push_back(std::ssize(loaded_.relationships) + std::ssize(serials));
            relationship.properties[serial_key] = serials.back();
        }
        return {load_.key(serial_key), Column{std::move(serials)}};
    }

    // Columns of some of the keys, and the same properties on the records.
    template <typename Record>
    std::vector<PropertyColumn> random_columns(std::vector<Record>& rows) {
        std::vector<PropertyColumn> columns;
        for (const auto& [name, filled_percent, value] : keys) {
            if (rows.empty() || random_.below(100) >= size_.keys_percent) continue;
            Boxed values(rows.size());
            for (auto& datum : values) {
                if (random_.below(100) < filled_percent) datum = value(random_);
            }
            columns.push_back({load_.key(name), shaped(std::move(values), random_)});
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const auto& column = columns.back().column;
                if (!column.is_null(row)) rows[row].properties[name] = column.value(row);
            }
        }
        return columns;
    }

    BulkLoad& load_;
    const RandomLoadSize& size_;
    RandomValues& random_;
    LoadedGraph loaded_;
    Nodes ids_;
};

} // namespace

LoadedGraph load_random_graph(BulkLoad& load, const RandomLoadSize& size, RandomValues& random) {
    return RandomLoad{load, size, random}.run();
}

} // namespace lintas::conformance
