// A growing table of records whose copies share what neither has changed.
//
// Invariant: a record is never changed in place while another table may see it: a table that was
// copied from must not change any more; the copy clones a chunk before its first change to it.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace lintas {

template <typename Record> class CopyOnWriteTable {
public:
    CopyOnWriteTable() = default;
    CopyOnWriteTable(const CopyOnWriteTable& other) : chunks_{other.chunks_}, size_{other.size_} {
        for (auto& chunk : chunks_) chunk.is_own = false;
    }
    CopyOnWriteTable(CopyOnWriteTable&&) = default;
    CopyOnWriteTable& operator=(const CopyOnWriteTable&) = delete;
    CopyOnWriteTable& operator=(CopyOnWriteTable&&) = delete;
    ~CopyOnWriteTable() = default;

    std::size_t size() const { return size_; }

    // REQUIRES: at < size(), here and below.
    const Record& operator[](std::size_t at) const {
        return (*chunks_[at / chunk_rows].records)[at % chunk_rows];
    }
    // The record, to be changed. The reference holds until add().
    Record& change(std::size_t at) { return own(at / chunk_rows)[at % chunk_rows]; }

    void add(Record record) {
        if (size_ % chunk_rows == 0) chunks_.push_back({std::make_shared<Records>(), true});
        own(chunks_.size() - 1).push_back(std::move(record));
        ++size_;
    }

private:
    using Records = std::vector<Record>;
    static constexpr std::size_t chunk_rows = 64;

    struct Chunk {
        std::shared_ptr<Records> records; // shared by the tables that were copied from each other
        bool is_own = false;              // no other table sees it
    };

    Records& own(std::size_t at) {
        auto& chunk = chunks_[at];
        if (!chunk.is_own) chunk = {std::make_shared<Records>(*chunk.records), true};
        return *chunk.records;
    }

    std::vector<Chunk> chunks_;
    std::size_t size_ = 0;
};

} // namespace lintas
