// PathSearchOperator: the paths of a path pattern from a bound end, one row a path.
#pragma once

#include "query/run/matcher.h"
#include "query/run/path_choice.h"
#include "query/run/path_columns.h"
#include "query/run/path_enumeration.h"
#include "query/run/path_steps.h"
#include "query/run/used_relationships.h"

#include <optional>

namespace lintas::query {

class PathSearchOperator final : public Matcher {
public:
    PathSearchOperator(const PathSearchStep& step, OperatorPointer input, RunContext& context);

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;
    bool start_row();
    bool next_path();
    FoundPath path() { return choice_ ? choice_->path() : enumeration_.path(); }
    bool passes(const FoundPath& path);

    const PathSearchStep& step_;
    PathSearch search_; // turned where only the other end is bound and there is no choice to make
    UsedRelationships used_;
    PathSteps steps_;
    PathEnumeration enumeration_;
    std::optional<PathChoice> choice_;
    PathColumns candidate_; // one path that is looked at before it is chosen
    PathColumns found_;     // of the last fill()
    const Batch* input_ = nullptr;
    std::size_t row_ = 0;
    bool row_is_active_ = false; // the search from its ends may have more
};

} // namespace lintas::query
