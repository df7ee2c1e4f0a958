// Loads a small graph in bulk that uses everything a store can hold: every type of column, parallel
// relationships, self-loops, nodes without labels or relationships.
//
// Invariant: the same size loads the same graph.
#pragma once

#include "graph/bulk_load.h"

#include <string>

namespace lintas::testing {

class SampleLoad {
public:
    // Of `size` people and as many towns, three relationships each. Longer texts need more pages.
    SampleLoad(BulkLoad& load, std::size_t size, std::size_t text_bytes = 20)
        : load_{load}, size_{size}, text_bytes_{text_bytes} {}

    void run() {
        add_people();
        Column constant{Constant{"somewhere", size_}};
        load_.add_nodes({label("Town")}, size_, {{{key("place"), std::move(constant)}}}, towns_);
        Nodes unlabelled;
        load_.add_nodes({}, 3, {}, unlabelled);
        add_relationships();
    }

private:
    LabelId label(const char* name) { return load_.label(name); }
    KeyId key(const char* name) { return load_.key(name); }

    void add_people() {
        Integers years;
        Integers wide;
        Floats amounts;
        Floats measures;
        Booleans flags;
        Boxed dates;
        Boxed mixed;
        Boxed rare;
        for (std::size_t row = 0; row < size_; ++row) {
            const auto number = static_cast<std::int64_t>(row);
            years.push_back(1950 + number % 70);
            wide.push_back(number * 1'000'000'007 * (row % 2 ? 1 : -1));
            amounts.push_back(static_cast<double>(number) / 100);
            measures.push_back(1.0 / static_cast<double>(number + 3));
            flags.push_back(row % 3 == 0);
            dates.push_back(row % 5 == 0 ? Value{} : Value{Date{18'000 + number}});
            mixed.push_back(row % 2 ? Value{number} : Value{List{number, "x", 1.5}});
            rare.push_back(row % 20 == 7 ? Value{number} : Value{});
        }
        const PropertyColumn columns[] = {
            {key("year"), Column{years}},     {key("wide"), Column{wide}},
            {key("amount"), Column{amounts}}, {key("measure"), Column{measures}},
            {key("flag"), Column{flags}},     {key("date"), Column{dates}},
            {key("mixed"), Column{mixed}},    {key("rare"), Column{rare}},
            {key("name"), names()},           {key("team"), teams()},
        };
        const auto person = label("Person");
        const auto member = label("Member");
        load_.add_nodes({person, member}, size_, columns, people_);
    }
    Column names() {
        Boxed values;
        for (std::size_t row = 0; row < size_; ++row)
            values.emplace_back(std::to_string(row) + std::string(row * 7 % text_bytes_, 'n'));
        return typed_column(std::move(values));
    }
    Column teams() {
        Boxed values;
        for (std::size_t row = 0; row < size_; ++row)
            values.emplace_back(row % 7 == 0 ? Value{} : Value{"team " + std::to_string(row % 4)});
        return typed_column(std::move(values));
    }

    void add_relationships() {
        Nodes sources;
        Nodes targets;
        Integers since;
        Boxed roles;
        for (std::size_t row = 0; row < 3 * size_; ++row) {
            sources.push_back(people_[row * row % people_.size()]);
            targets.push_back(row % 11 == 0 ? sources.back() : people_[row / 2 % people_.size()]);
            since.push_back(static_cast<std::int64_t>(row % 300));
            roles.emplace_back(row % 3 == 0 ? Value{} : Value{"role " + std::to_string(row % 2)});
        }
        const PropertyColumn columns[] = {{key("since"), Column{since}},
                                          {key("role"), typed_column(std::move(roles))}};
        load_.add_relationships(load_.type("KNOWS"), sources, targets, columns);
        const Nodes few(people_.begin(), people_.begin() + 2);
        load_.add_relationships(load_.type("LIVES_IN"), few, {{towns_[0], towns_[0]}}, {});
    }

    BulkLoad& load_;
    std::size_t size_;
    std::size_t text_bytes_;
    Nodes people_;
    Nodes towns_;
};

} // namespace lintas::testing
