#include "graph/index/full_text_index.h"

#include "graph/error.h"
#include "graph/index/words.h"
#include "graph/memory_meter.h"

#include <algorithm>

namespace lintas {

namespace {

// Puts the texts of entities, batch after batch, into postings. Texts are strings and the strings
// of lists.
class Reader {
public:
    Reader(const IndexDefinition& definition, const LabelledEntities& members)
        : definition_{definition}, members_{members} {}

    void read(std::span<const std::uint32_t> entities) {
        std::vector<Column> columns;
        for (const auto& key : definition_.keys) columns.push_back(members_.gather(key, entities));
        for (std::size_t row = 0; row < entities.size(); ++row) {
            builder_.begin(entities[row]);
            for (std::uint32_t property = 0; property < columns.size(); ++property)
                add(property, columns[property], row);
        }
    }

    std::shared_ptr<const TextPostings> finish() {
        return std::make_shared<const TextPostings>(builder_.finish());
    }

private:
    void add(std::uint32_t property, const Column& column, std::size_t row) {
        if (column.is_null(row)) return;
        if (const auto* texts = column.get<Strings>()) {
            builder_.add(property, breaker_.words((*texts)[row]));
            return;
        }
        const auto value = column.value(row);
        if (value.is(ValueType::String)) builder_.add(property, breaker_.words(value.string()));
        if (!value.is(ValueType::List)) return;
        for (const auto& element : value.list()) {
            if (!element.is(ValueType::String)) continue;
            builder_.add(property, breaker_.words(element.string()));
            builder_.add_gap();
        }
    }

    const IndexDefinition& definition_;
    const LabelledEntities& members_;
    WordBreaker breaker_;
    TextPostingsBuilder builder_;
};

std::shared_ptr<const TextPostings> read_all(const IndexDefinition& definition,
                                             const Snapshot& snapshot, BuildProgress& progress) {
    const LabelledEntities members{snapshot, definition.entity, definition.labels};
    progress.all = members.count();
    Reader reader{definition, members};
    LabelledEntities::Position position;
    for (EntityNumbers some; members.scan(position, some);) {
        if (progress.stop.stop_requested())
            throw Error{ErrorCode::Limit, "Building an index was stopped"};
        reader.read(some);
        progress.done += some.size();
    }
    return reader.finish();
}

} // namespace

std::shared_ptr<const TextParts> read_text_parts(const IndexDefinition& definition,
                                                 const Snapshot& snapshot,
                                                 BuildProgress& progress) {
    return std::make_shared<const TextParts>(
        TextParts{read_all(definition, snapshot, progress), {}, nullptr});
}

FullTextIndex::FullTextIndex(IndexDefinition definition, const Snapshot& snapshot,
                             BuildProgress& progress)
    : definition_{std::move(definition)}, identity_{snapshot.identity()},
      version_{snapshot.version()}, built_{read_all(definition_, snapshot, progress)} {}

Coverage FullTextIndex::cover(const Snapshot& snapshot) {
    if (snapshot.identity() != identity_) return Coverage::Unknown;
    if (snapshot.version() < version_) return Coverage::Older;
    return parts(snapshot) ? Coverage::Complete : Coverage::Unknown;
}

bool FullTextIndex::is_worn() const {
    constexpr std::size_t few = 1'000;
    const std::scoped_lock lock{guard_};
    return newest_ && newest_->touched.size() > few + built_->documents() / 8;
}

std::shared_ptr<const TextParts> FullTextIndex::changed_parts(const Snapshot& snapshot) const {
    TouchedMark mark{version_, 0, 0};
    Touched touched;
    if (!snapshot.touched_since(mark, touched)) return nullptr;
    auto entities = touched_numbers(touched, definition_.entity);
    const LabelledEntities members{snapshot, definition_.entity, definition_.labels};
    Reader reader{definition_, members};
    for (std::size_t begin = 0; begin < entities.size(); begin += batch_rows) {
        const auto some =
            std::span{entities}.subspan(begin, std::min(batch_rows, entities.size() - begin));
        const auto marks = members.are_members(some);
        EntityNumbers kept;
        for (std::size_t at = 0; at < some.size(); ++at)
            if (marks[at] != 0) kept.push_back(some[at]);
        reader.read(kept);
    }
    return std::make_shared<const TextParts>(
        TextParts{built_, std::move(entities), reader.finish()});
}

// A transaction's state has the version of the commit to come, so it is never kept.
std::shared_ptr<const TextParts> FullTextIndex::parts(const Snapshot& snapshot) {
    if (dynamic_cast<const Transaction*>(&snapshot) != nullptr) return changed_parts(snapshot);
    {
        const std::scoped_lock lock{guard_};
        if (newest_ && newest_version_ == snapshot.version()) return newest_;
    }
    const Unmetered unmetered; // kept for the next query
    auto found = changed_parts(snapshot);
    const std::scoped_lock lock{guard_};
    if (found && snapshot.version() >= newest_version_) {
        newest_ = found;
        newest_version_ = snapshot.version();
    }
    return found;
}

} // namespace lintas
