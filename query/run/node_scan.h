// NodeScan: every node, or every node with a label, for each input row.
//
// Invariant: where these are few, the store is asked once for all rows.
#pragma once

#include "query/run/matcher.h"

#include <optional>

namespace lintas::query {

class NodeScan final : public Matcher {
public:
    NodeScan(const NodeScanStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool next_nodes(Nodes& out);
    bool scan_some(Nodes& out);

    const NodeScanStep& step_;
    std::optional<LabelId> label_;
    bool label_is_unknown_; // then nothing matches
    std::size_t input_rows_ = 0;
    std::size_t row_ = 0;
    ScanPosition position_;
    Nodes few_;              // of the first row, as long as they are few
    bool knows_all_ = false; // few_ are all there are
    bool are_many_ = false;  // more than are kept
    Nodes nodes_;            // of the last fill()
};

} // namespace lintas::query
