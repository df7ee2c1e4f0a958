// RelationshipScan: every relationship, or those of some types, with their ends, for each input
// row.
#pragma once

#include "query/run/matcher.h"

#include <optional>
#include <vector>

namespace lintas::query {

class RelationshipScan final : public Matcher {
public:
    RelationshipScan(const RelationshipScanStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool scan_some();

    const RelationshipScanStep& step_;
    // What is scanned one after the other: each type, or once without a type.
    std::vector<std::optional<TypeId>> types_;
    std::size_t input_rows_ = 0;
    std::size_t row_ = 0;
    std::size_t type_ = 0;
    ScanPosition position_;
    Relationships relationships_; // of the last fill()
};

} // namespace lintas::query
