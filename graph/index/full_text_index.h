// What a full-text index holds: the words of its entities' properties when it was built; and, for a
// snapshot or a transaction, those of the entities that were touched since.
//
// Invariant: as of IndexContent. TextParts together say exactly what the texts are in one state.
#pragma once

#include "graph/index/index_content.h"
#include "graph/index/labelled_entities.h"
#include "graph/index/text_postings.h"

#include <memory>
#include <mutex>
#include <string>

namespace lintas {

struct TextParts {
    std::shared_ptr<const TextPostings> built;   // shared with other searches
    EntityNumbers touched;                       // ascending: their documents in `built` are void
    std::shared_ptr<const TextPostings> changed; // the documents of the touched entities
};

class FullTextIndex final : public IndexContent {
public:
    // Throws Limit when the build is stopped.
    FullTextIndex(IndexDefinition definition, const Snapshot& snapshot, BuildProgress& progress);

    Coverage cover(const Snapshot& snapshot) override;
    bool is_worn() const override;

    // nullptr where what was touched since is not known. The state may be a transaction's.
    std::shared_ptr<const TextParts> parts(const Snapshot& snapshot);

private:
    std::shared_ptr<const TextParts> changed_parts(const Snapshot& snapshot) const;

    IndexDefinition definition_;
    std::string identity_;
    std::uint64_t version_;
    std::shared_ptr<const TextPostings> built_; // shared with the parts

    mutable std::mutex guard_; // of all below
    std::uint64_t newest_version_ = 0;
    std::shared_ptr<const TextParts> newest_; // of the committed state asked for last; shared
};

// All texts of a state, without an index.
std::shared_ptr<const TextParts> read_text_parts(const IndexDefinition& definition,
                                                 const Snapshot& snapshot, BuildProgress& progress);

} // namespace lintas
