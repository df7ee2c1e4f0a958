#include "graph/index/indexes.h"

#include "graph/index/full_text_index.h"
#include "graph/index/labelled_entities.h"
#include "graph/index/range_index.h"
#include "graph/memory_meter.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

namespace lintas {

namespace {

// What tells the contents of two indexes apart.
std::string subject_of(const IndexDefinition& definition) {
    auto text = fmt::format("{} {}", static_cast<int>(definition.kind),
                            static_cast<int>(definition.entity));
    for (const auto& label : definition.labels) text += fmt::format(" {}:{}", label.size(), label);
    text += " on";
    for (const auto& key : definition.keys) text += fmt::format(" {}:{}", key.size(), key);
    return text;
}

// Built within the query that asks first, rather than beside it.
bool is_small(const IndexDefinition& definition, const Snapshot& snapshot) {
    constexpr std::uint64_t few = 20'000;
    return LabelledEntities{snapshot, definition.entity, definition.labels}.count() <= few;
}

std::shared_ptr<IndexContent> make_content(const IndexDefinition& definition,
                                           const Snapshot& snapshot, BuildProgress& progress) {
    switch (definition.kind) {
    case IndexKind::Range:
    case IndexKind::Text: return std::make_shared<RangeIndex>(definition, snapshot, progress);
    case IndexKind::FullText:
        return std::make_shared<FullTextIndex>(definition, snapshot, progress);
    }
    return nullptr;
}

} // namespace

Indexes::Indexes(Store& store) : store_{store} {}

Indexes::~Indexes() { close(); }

void Indexes::close() {
    {
        const std::scoped_lock lock{guard_};
        is_closed_ = true;
        for (auto& [subject, entry] : entries_)
            if (entry.progress) entry.progress->stop.request_stop();
        worker_.request_stop();
    }
    if (worker_.joinable()) worker_.join();
}

void Indexes::enqueue(const std::string& subject, Entry& entry) {
    if (is_closed_ || entry.progress || !entry.failure.empty()) return;
    entry.progress = std::make_shared<BuildProgress>();
    waiting_.push_back(subject);
    if (!worker_.joinable())
        worker_ = std::jthread{[this](const std::stop_token& stop) { work(stop); }};
    changed_.notify_all();
}

void Indexes::work(const std::stop_token& stop) {
    while (true) {
        std::string subject;
        {
            std::unique_lock lock{guard_};
            if (!changed_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            subject = std::move(waiting_.front());
            waiting_.pop_front();
        }
        build(subject, *store_.snapshot());
    }
}

// Replaces what was there before, if the entry is still asked for.
void Indexes::build(const std::string& subject, const Snapshot& snapshot) {
    IndexDefinition definition;
    std::shared_ptr<BuildProgress> progress;
    {
        const std::scoped_lock lock{guard_};
        const auto found = entries_.find(subject);
        if (found == entries_.end() || !found->second.progress) return;
        definition = found->second.definition;
        progress = found->second.progress;
    }
    std::shared_ptr<IndexContent> content;
    std::string failure;
    try {
        content = make_content(definition, snapshot, *progress);
    } catch (const std::exception& error) {
        failure = error.what();
    }
    const std::scoped_lock lock{guard_};
    const auto found = entries_.find(subject);
    if (found != entries_.end() && found->second.progress == progress) {
        found->second.content = std::move(content);
        found->second.failure = std::move(failure);
        found->second.progress = nullptr;
    }
    changed_.notify_all();
}

void Indexes::build_now(const std::string& subject, const Snapshot& snapshot) {
    {
        const std::scoped_lock lock{guard_};
        auto& entry = entries_.at(subject);
        if (entry.progress) return;
        entry.progress = std::make_shared<BuildProgress>();
    }
    build(subject, snapshot);
}

void Indexes::request(const IndexDefinition& definition, const Snapshot& snapshot) {
    const Unmetered unmetered; // contents outlive the query
    const auto subject = subject_of(definition);
    {
        const std::scoped_lock lock{guard_};
        if (is_closed_) return;
        auto& entry = entries_[subject];
        if (entry.content || entry.progress || !entry.failure.empty()) return;
        entry.definition = definition;
        entry.definition.name.clear();
        entry.definition.id = 0;
        if (!is_small(definition, snapshot)) {
            enqueue(subject, entry);
            return;
        }
    }
    build_now(subject, snapshot);
}

std::shared_ptr<IndexContent> Indexes::find(const IndexDefinition& definition,
                                            const Snapshot& snapshot) {
    request(definition, snapshot);
    const auto subject = subject_of(definition);
    std::shared_ptr<IndexContent> content;
    {
        const std::scoped_lock lock{guard_};
        const auto found = entries_.find(subject);
        if (found != entries_.end()) content = found->second.content;
    }
    if (!content) return nullptr;
    const Unmetered unmetered;
    const auto coverage = content->cover(snapshot);
    if (coverage == Coverage::Unknown || (coverage == Coverage::Complete && content->is_worn())) {
        const std::scoped_lock lock{guard_};
        const auto found = entries_.find(subject);
        if (found != entries_.end() && found->second.content == content)
            enqueue(subject, found->second);
    }
    return coverage == Coverage::Complete ? content : nullptr;
}

std::shared_ptr<RangeIndex> Indexes::find_range(const IndexDefinition& definition,
                                                const Snapshot& snapshot) {
    return std::dynamic_pointer_cast<RangeIndex>(find(definition, snapshot));
}

std::shared_ptr<FullTextIndex> Indexes::find_full_text(const IndexDefinition& definition,
                                                       const Snapshot& snapshot) {
    return std::dynamic_pointer_cast<FullTextIndex>(find(definition, snapshot));
}

std::shared_ptr<const RangeIndex> Indexes::peek_range(const IndexDefinition& definition) const {
    const std::scoped_lock lock{guard_};
    const auto found = entries_.find(subject_of(definition));
    if (found == entries_.end()) return nullptr;
    return std::dynamic_pointer_cast<const RangeIndex>(found->second.content);
}

IndexStatus Indexes::status(const IndexDefinition& definition, const Snapshot& snapshot) {
    request(definition, snapshot);
    const std::scoped_lock lock{guard_};
    const auto found = entries_.find(subject_of(definition));
    if (found == entries_.end()) return {};
    const auto& entry = found->second;
    if (entry.content) return {IndexState::Online, 100, {}};
    if (!entry.failure.empty()) return {IndexState::Failed, 0, entry.failure};
    if (!entry.progress || entry.progress->all == 0) return {};
    const auto done = static_cast<double>(entry.progress->done);
    const auto all = static_cast<double>(entry.progress->all);
    return {IndexState::Populating, std::min(100.0, 100 * done / all), {}};
}

bool Indexes::wait(const IndexDefinition& definition, const Snapshot& snapshot,
                   std::chrono::steady_clock::time_point until) {
    request(definition, snapshot);
    const auto subject = subject_of(definition);
    std::unique_lock lock{guard_};
    return changed_.wait_until(lock, until, [&] {
        const auto found = entries_.find(subject);
        return found == entries_.end() || found->second.content || !found->second.progress;
    });
}

void Indexes::keep_only(const Schema& schema) {
    std::map<std::string, bool> wanted;
    for (const auto& definition : schema.indexes) wanted[subject_of(definition)] = true;
    const std::scoped_lock lock{guard_};
    std::erase_if(entries_, [&](const auto& entry) {
        if (wanted.contains(entry.first)) return false;
        if (entry.second.progress) entry.second.progress->stop.request_stop();
        return true;
    });
    changed_.notify_all();
}

} // namespace lintas
