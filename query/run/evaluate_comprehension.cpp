// List comprehensions and quantifiers: the elements of all rows' lists become the rows of an inner
// batch, chunk by chunk.
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"
#include "query/run/list_elements.h"
#include "query/run/truths.h"

namespace lintas::query {

namespace {

constexpr std::size_t chunk_elements = 4096;

// An inner batch and the outer row of each of its rows.
struct Chunk {
    RowNumbers rows;
    Batch batch;
};

class Chunks {
public:
    Chunks(const Batch& outer, const Column& lists, Slot variable, std::string_view user,
           RunContext& context)
        : outer_{outer}, variable_{variable}, context_{context}, elements_{lists, NotAList::Refuse,
                                                                           user} {}

    bool next(Chunk& chunk) {
        context_.check();
        Boxed values;
        if (!elements_.next(chunk_elements, chunk.rows, values)) return false;
        chunk.batch = outer_.select(chunk.rows);
        chunk.batch.set(variable_, typed_column(std::move(values)));
        return true;
    }

private:
    const Batch& outer_;
    Slot variable_;
    RunContext& context_;
    ListElements elements_;
};

// Removes the rows for which the filter is not true.
void keep_true(Chunk& chunk, const Expression& filter, RunContext& context) {
    const auto kept = true_rows(filter, chunk.batch, context);
    if (kept.size() == chunk.rows.size()) return;
    RowNumbers rows;
    rows.reserve(kept.size());
    for (const auto row : kept) rows.push_back(chunk.rows[row]);
    chunk.rows = std::move(rows);
    chunk.batch = chunk.batch.select(kept);
}

void append_results(std::vector<List>& lists, const RowNumbers& rows, const Column& results) {
    for (std::size_t at = 0; at < rows.size(); ++at) lists[rows[at]].push_back(results.value(at));
}

Column column_of_lists(std::vector<List> lists, const Column& of) {
    Boxed values(lists.size());
    for (std::size_t row = 0; row < lists.size(); ++row) {
        if (!of.is_null(row)) values[row] = Value{std::move(lists[row])};
    }
    return Column{std::move(values)};
}

struct Counts {
    std::size_t trues = 0;
    std::size_t falses = 0;
    std::size_t nulls = 0;

    void add(Truth truth) {
        trues += truth == Truth::True;
        falses += truth == Truth::False;
        nulls += truth == Truth::Null;
    }
};

// True or false as soon as the elements that are known decide, whatever the null ones are.
Truth decide(QuantifierKind kind, const Counts& counts) {
    const auto unless_null = [&counts](Truth truth) {
        return counts.nulls > 0 ? Truth::Null : truth;
    };
    switch (kind) {
        using enum QuantifierKind;
    case All: return counts.falses > 0 ? Truth::False : unless_null(Truth::True);
    case Any: return counts.trues > 0 ? Truth::True : unless_null(Truth::False);
    case None: return counts.trues > 0 ? Truth::False : unless_null(Truth::True);
    case Single:
        if (counts.trues > 1) return Truth::False;
        return unless_null(counts.trues == 1 ? Truth::True : Truth::False);
    }
    return Truth::Null;
}

} // namespace

Column Evaluator::operator()(const ComprehensionExpression& form) const {
    const auto lists = operand(form.list);
    std::vector<List> results(batch.rows());
    Chunks chunks{batch, *lists, form.variable, "A list comprehension", context};
    for (Chunk chunk; chunks.next(chunk);) {
        if (form.filter) keep_true(chunk, *form.filter, context);
        if (chunk.rows.empty()) continue;
        if (form.result) {
            append_results(results, chunk.rows, *Operand{*form.result, chunk.batch, context});
        } else {
            append_results(results, chunk.rows, chunk.batch.column(form.variable));
        }
    }
    return column_of_lists(std::move(results), *lists);
}

Column Evaluator::operator()(const QuantifierExpression& form) const {
    const auto lists = operand(form.list);
    std::vector<Counts> counts(batch.rows());
    Chunks chunks{batch, *lists, form.variable, "A quantifier", context};
    for (Chunk chunk; chunks.next(chunk);) {
        const Operand truth{*form.predicate, chunk.batch, context};
        const auto truths = truths_of(*truth, "A predicate", form.predicate->span);
        for (std::size_t at = 0; at < truths.size(); ++at) counts[chunk.rows[at]].add(truths[at]);
    }
    Truths results(batch.rows());
    for (std::size_t row = 0; row < results.size(); ++row) {
        results[row] = lists->is_null(row) ? Truth::Null : decide(form.kind, counts[row]);
    }
    return column_of(results);
}

} // namespace lintas::query
