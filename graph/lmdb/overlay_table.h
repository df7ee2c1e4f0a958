// OverlayTable: records for some of all 32-bit ids. Copies share what neither has changed since, so
// that a table of a million records is copied in no time.
//
// Invariant: a record is changed in place only under the edit number that made it; whoever changes
// a copy brings a number that nobody used before. Unchanged records may be read by any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lintas::lmdb {

template <typename Record> class OverlayTable {
public:
    static constexpr std::uint32_t group_bits = 16;
    static constexpr std::uint32_t no_group = ~std::uint32_t{0};

    bool is_empty() const { return top_ == nullptr; }

    // nullptr for an id without a record.
    const Record* find(std::uint32_t id) const {
        const auto* chunk = find_chunk(id);
        const auto* entry = chunk ? chunk->below[place<0>(id)].get() : nullptr;
        return entry ? &entry->record : nullptr;
    }
    // The id's record, to be changed; a new one if there is none.
    Record& change(std::uint32_t id, std::uint64_t edit) {
        auto& groups = own(top_, edit).groups;
        const auto group = id >> group_bits;
        if (group >= groups.size()) groups.resize(group + std::size_t{1});
        auto& part = own(own(groups[group], edit).below[place<3>(id)], edit);
        auto& chunk = own(own(part.below[place<2>(id)], edit).below[place<1>(id)], edit);
        return own(chunk.below[place<0>(id)], edit).record;
    }
    // Is there a record of an id of this group of 65,536?
    bool has_group(std::uint32_t group) const {
        return top_ && group < top_->groups.size() && top_->groups[group];
    }
    // The first group from this one on that has records; no_group if there is none.
    std::uint32_t next_group(std::uint32_t group) const {
        for (; top_ && group < top_->groups.size(); ++group)
            if (top_->groups[group]) return group;
        return no_group;
    }
    // Calls visit(id, record) for the records of ids in [begin, end), in ascending order.
    template <typename Visit>
    void for_each(std::uint64_t begin, std::uint64_t end, Visit visit) const {
        for (auto id = begin; top_ && id < end;) {
            const auto number = static_cast<std::uint32_t>(id >> group_bits);
            if (number >= top_->groups.size()) return;
            const auto* group = top_->groups[number].get();
            const auto* part = group ? group->below[place<3>(id)].get() : nullptr;
            const auto* block = part ? part->below[place<2>(id)].get() : nullptr;
            const auto* chunk = block ? block->below[place<1>(id)].get() : nullptr;
            if (chunk) visit_chunk(*chunk, id, end, visit);
            const auto step = block   ? rows_below<1>
                              : part  ? rows_below<2>
                              : group ? rows_below<3>
                                      : rows_below<4>;
            id = (id / step + 1) * step;
        }
    }

private:
    // A change copies the pointers of one branch of each height, and each pointer that is copied is
    // a look at what it points to: so branches are narrow.
    static constexpr unsigned branch_bits = 4;
    static constexpr std::uint64_t branches = std::uint64_t{1} << branch_bits;
    // How many ids lie below one place of a branch of this height.
    template <unsigned Height>
    static constexpr std::uint64_t rows_below = std::uint64_t{1} << branch_bits * Height;
    static_assert(rows_below<4> == std::uint64_t{1} << group_bits);

    struct Entry {
        std::uint64_t edit = 0;
        Record record;
    };
    // All pointers below are shared by the tables that were copied from each other.
    template <typename Child> struct Branch {
        std::uint64_t edit = 0;
        std::array<std::shared_ptr<Child>, branches> below;
    };
    using Chunk = Branch<Entry>;
    using Block = Branch<Chunk>;
    using Part = Branch<Block>;
    using Group = Branch<Part>;
    struct Top {
        std::uint64_t edit = 0;
        std::vector<std::shared_ptr<Group>> groups;
    };

    template <unsigned Height> static std::size_t place(std::uint64_t id) {
        return id / rows_below<Height> % branches;
    }

    template <typename T> static T& own(std::shared_ptr<T>& pointer, std::uint64_t edit) {
        if (!pointer || pointer->edit != edit) {
            pointer = pointer ? std::make_shared<T>(*pointer) : std::make_shared<T>();
            pointer->edit = edit;
        }
        return *pointer;
    }
    const Chunk* find_chunk(std::uint32_t id) const {
        const auto group = id >> group_bits;
        if (!has_group(group)) return nullptr;
        const auto* part = top_->groups[group]->below[place<3>(id)].get();
        const auto* block = part ? part->below[place<2>(id)].get() : nullptr;
        return block ? block->below[place<1>(id)].get() : nullptr;
    }
    template <typename Visit>
    static void visit_chunk(const Chunk& chunk, std::uint64_t begin, std::uint64_t end,
                            Visit& visit) {
        auto id = begin / branches * branches;
        for (const auto& entry : chunk.below) {
            if (entry && id >= begin && id < end)
                visit(static_cast<std::uint32_t>(id), entry->record);
            ++id;
        }
    }

    std::shared_ptr<Top> top_;
};

} // namespace lintas::lmdb
