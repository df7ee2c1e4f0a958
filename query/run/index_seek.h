// IndexSeek: for each input row the entities that an index finds. Where the index is not there
// (yet), all that it is about, in the order that is wanted.
//
// Invariant: an entity comes once for each input row.
#pragma once

#include "graph/index/index_view.h"
#include "query/run/matcher.h"

#include <optional>
#include <vector>

namespace lintas::query {

class IndexSeek final : public Matcher {
public:
    IndexSeek(const IndexSeekStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;

    void begin_row();
    bool begin_seeks(const std::vector<KeyBounds>& bounds);
    // Appends some more entities of the current row; false when it has had all.
    bool take_some();
    bool take_found();
    bool take_scanned();
    bool take_sorted();

    const IndexSeekStep& step_;
    std::vector<std::vector<Column>> values_; // of each key's expressions, for the input's rows
    std::size_t input_rows_ = 0;
    std::size_t row_ = 0;
    bool is_begun_ = false;        // the current row
    std::vector<RangeSeek> seeks_; // of the current row that have something left; the last is next
    bool is_scanning_ = false;     // instead
    LabelledEntities members_;
    LabelledEntities::Position position_;
    std::optional<SortedEntries> sorted_; // of a scan that gives an order
    std::size_t sorted_at_ = 0;
    EntityNumbers found_; // of the last fill()
};

} // namespace lintas::query
