// NodeScan: every node, or every node with a label, for each input row.
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
    bool scan_some();

    const NodeScanStep& step_;
    std::optional<LabelId> label_;
    bool label_is_unknown_; // then nothing matches
    std::size_t input_rows_ = 0;
    std::size_t row_ = 0;
    ScanPosition position_;
    Nodes nodes_; // of the last fill()
};

} // namespace lintas::query
