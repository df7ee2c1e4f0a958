#include "query/run/relationship_scan.h"

#include "query/run/hops.h"

namespace lintas::query {

RelationshipScan::RelationshipScan(const RelationshipScanStep& step, OperatorPointer input,
                                   RunContext& context)
    : Matcher{std::move(input), context}, step_{step} {
    if (step.types.empty()) {
        types_.push_back(std::nullopt);
    } else {
        for (const auto type : known_types(context.graph(), step.types)) types_.push_back(type);
    }
}

void RelationshipScan::start(const Batch& input) {
    input_rows_ = types_.empty() ? 0 : input.rows();
    row_ = 0;
    type_ = 0;
    position_ = {};
}

// The next relationships of the current row and type; false when these have had all.
bool RelationshipScan::scan_some() {
    if (context_.graph().scan(position_, types_[type_], relationships_)) return true;
    position_ = {};
    if (++type_ < types_.size()) return false;
    type_ = 0;
    ++row_;
    return false;
}

bool RelationshipScan::fill(RowNumbers& rows) {
    relationships_.clear();
    while (row_ < input_rows_ && relationships_.size() < batch_rows) {
        const auto row = static_cast<std::uint32_t>(row_);
        if (scan_some()) rows.resize(relationships_.size(), row);
    }
    return row_ < input_rows_;
}

void RelationshipScan::finish(Batch& out) {
    std::vector<RelationshipEnds> ends(relationships_.size());
    context_.count_store_hits(2 * ends.size());
    context_.graph().ends(relationships_, ends);
    Nodes sources;
    Nodes targets;
    for (const auto& [source, target, type] : ends) {
        sources.push_back(source);
        targets.push_back(target);
    }
    out.set(step_.relationship, Column{std::move(relationships_)});
    out.set(step_.source, Column{std::move(sources)});
    out.set(step_.target, Column{std::move(targets)});
}

} // namespace lintas::query
