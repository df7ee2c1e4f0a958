#include "graph/lmdb/gather.h"

#include "graph/expect.h"
#include "graph/lmdb/damage.h"

#include <cstddef>
#include <vector>

namespace lintas::lmdb {

namespace {

// Neighbouring ids of one group, and its segment (nullptr: none has the property).
struct Run {
    const ColumnView* view = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
};

template <typename Id, typename Visit>
void for_each_run(const ColumnTable& table, std::span<const Id> ids, Visit visit) {
    for (std::size_t begin = 0; begin < ids.size();) {
        const auto group = group_of(raw(ids[begin]));
        auto end = begin + 1;
        while (end < ids.size() && group_of(raw(ids[end])) == group) ++end;
        visit(Run{table.find(group), begin, end});
        begin = end;
    }
}

// What the segments of a batch have in common.
struct Survey {
    bool has_views = false;
    bool is_uniform = true; // in type
    ValueType type = ValueType::Null;

    void operator()(const Run& run) {
        if (!run.view) return;
        if (!has_views) type = run.view->type;
        has_views = true;
        is_uniform = is_uniform && run.view->type == type;
    }
};

// Reads the items of a run into `out`; rows without a value are marked in `nulls`.
template <typename Id, typename T> class RunReader {
public:
    RunReader(std::span<const Id> ids, std::vector<T>& out, std::vector<std::uint8_t>& nulls)
        : ids_{ids}, out_{out}, nulls_{nulls} {}

    template <typename Item> void read(const Run& run, Item item) const {
        const auto& view = *run.view;
        if (view.sparse_rows || view.nulls) return read_with_nulls(run, item);
        for (auto at = run.begin; at < run.end; ++at) {
            const auto row = row_of(raw(ids_[at]));
            if (row < view.rows) [[likely]]
                out_[at] = item(row);
            else
                set_null(at);
        }
    }
    void read_absent(const Run& run) const {
        for (auto at = run.begin; at < run.end; ++at) set_null(at);
    }

private:
    template <typename Item> void read_with_nulls(const Run& run, Item item) const {
        for (auto at = run.begin; at < run.end; ++at) {
            if (const auto found = run.view->find_item(row_of(raw(ids_[at]))))
                out_[at] = item(*found);
            else
                set_null(at);
        }
    }
    void set_null(std::size_t at) const {
        if (nulls_.empty()) nulls_.resize(ids_.size());
        nulls_[at] = 1;
    }

    std::span<const Id> ids_;
    std::vector<T>& out_;
    std::vector<std::uint8_t>& nulls_;
};

template <typename T> const T* numbers(const ColumnView& view) {
    return reinterpret_cast<const T*>(view.numbers);
}

// Calls use(item -> number) with the function for the width of the view's numbers.
template <typename Use> void with_small_numbers(const ColumnView& view, Use use) {
    const auto read = [&use](const auto* from) {
        use([from](std::uint32_t item) { return from[item]; });
    };
    if (view.width == 1)
        read(numbers<std::uint8_t>(view));
    else if (view.width == 2)
        read(numbers<std::uint16_t>(view));
    else
        read(numbers<std::uint32_t>(view));
}

[[noreturn]] void refuse_encoding() { throw_damaged("a segment's encoding does not fit its type"); }

template <typename Id> void read_run(const Run& run, const RunReader<Id, std::uint8_t>& reader) {
    const auto& view = *run.view;
    if (view.encoding == Encoding::Constant) {
        const std::uint8_t value = view.constant.boolean();
        return reader.read(run, [value](std::uint32_t) { return value; });
    }
    if (view.encoding != Encoding::Boolean) refuse_encoding();
    const auto* words = numbers<std::uint64_t>(view);
    reader.read(run, [words](std::uint32_t item) {
        return static_cast<std::uint8_t>(words[item / 64] >> item % 64 & 1);
    });
}

template <typename Id> void read_run(const Run& run, const RunReader<Id, std::int64_t>& reader) {
    const auto& view = *run.view;
    if (view.encoding == Encoding::Constant)
        return reader.read(run, [value = view.constant.integer()](auto) { return value; });
    if (view.encoding == Encoding::Integer64)
        return reader.read(run,
                           [from = numbers<std::int64_t>(view)](auto item) { return from[item]; });
    if (view.encoding != Encoding::Integer) refuse_encoding();
    with_small_numbers(view, [&](auto number) {
        reader.read(run, [number, base = view.base](auto item) {
            return add_distance(base, number(item));
        });
    });
}

template <typename Id> void read_run(const Run& run, const RunReader<Id, double>& reader) {
    const auto& view = *run.view;
    if (view.encoding == Encoding::Constant)
        return reader.read(run, [value = view.constant.floating()](auto) { return value; });
    if (view.encoding == Encoding::Float)
        return reader.read(run, [from = numbers<double>(view)](auto item) { return from[item]; });
    if (view.encoding != Encoding::Decimal) refuse_encoding();
    with_small_numbers(view, [&](auto number) {
        reader.read(run, [number, base = view.base, divisor = view.divisor](auto item) {
            return static_cast<double>(add_distance(base, number(item))) / divisor;
        });
    });
}

template <typename Id>
void read_run(const Run& run, const RunReader<Id, std::string_view>& reader) {
    const auto& view = *run.view;
    if (view.encoding == Encoding::Constant)
        return reader.read(
            run, [text = std::string_view{view.constant.string()}](auto) { return text; });
    if (view.encoding == Encoding::String)
        return reader.read(run, [&view](auto item) { return view.text(item); });
    if (view.encoding != Encoding::Dictionary) refuse_encoding();
    with_small_numbers(view, [&](auto number) {
        reader.read(run, [number, dictionary = view.dictionary](auto item) {
            const std::uint32_t code = number(item);
            if (code >= dictionary->size()) refuse_encoding();
            return dictionary->text(code);
        });
    });
}

template <typename T, typename Id>
Column read_typed(const ColumnTable& table, std::span<const Id> ids) {
    std::vector<T> out(ids.size());
    std::vector<std::uint8_t> nulls;
    const RunReader<Id, T> reader{ids, out, nulls};
    for_each_run(table, ids, [&](const Run& run) {
        if (run.view)
            read_run(run, reader);
        else
            reader.read_absent(run);
    });
    return {std::move(out), std::move(nulls)};
}

template <typename Id> Column read_boxed(const ColumnTable& table, std::span<const Id> ids) {
    Boxed out(ids.size());
    for_each_run(table, ids, [&](const Run& run) {
        for (auto at = run.begin; run.view && at < run.end; ++at)
            if (const auto item = run.view->find_item(row_of(raw(ids[at]))))
                out[at] = run.view->value(*item);
    });
    return Column{std::move(out)};
}

template <typename Id> Column read(const ColumnTable& table, std::span<const Id> ids) {
    Survey survey;
    for_each_run(table, ids, [&survey](const Run& run) { survey(run); });
    if (!survey.has_views) return Column{Constant{Value{}, ids.size()}};
    if (!survey.is_uniform) return read_boxed(table, ids);
    if (survey.type == ValueType::Boolean) return read_typed<std::uint8_t>(table, ids);
    if (survey.type == ValueType::Integer) return read_typed<std::int64_t>(table, ids);
    if (survey.type == ValueType::Float) return read_typed<double>(table, ids);
    if (survey.type == ValueType::String) return read_typed<std::string_view>(table, ids);
    return read_boxed(table, ids);
}

} // namespace

Column gather(const ColumnTable& table, std::span<const NodeId> nodes) {
    return read(table, nodes);
}

Column gather(const ColumnTable& table, std::span<const RelationshipId> relationships) {
    return read(table, relationships);
}

} // namespace lintas::lmdb
