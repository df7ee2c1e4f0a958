// Overlaid: a Snapshot or Transaction that shows an overlay over the segments' state.
#pragma once

#include "graph/change_log.h"
#include "graph/lmdb/overlay_reader.h"
#include "graph/store.h"

#include <memory>
#include <mutex>
#include <string>

namespace lintas::lmdb {

// One state of a store: the segments' and what was committed since.
struct State {
    std::shared_ptr<const LmdbSnapshot> base; // shared by all states until the next merge
    Overlay overlay;
    std::shared_ptr<ChangeLog> changes; // shared by all states of the store
    std::uint64_t version = 0;
};

template <typename Base> class Overlaid : public Base {
public:
    const Symbols& symbols() const override { return state_.overlay.symbols(); }
    std::uint64_t version() const override { return state_.version; }
    std::string identity() const override { return state_.base->identity(); }
    const Schema& schema() const override { return state_.overlay.schema(); }

    bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const override {
        return reader_.scan(position, label, out);
    }
    bool scan(ScanPosition& position, std::optional<TypeId> type,
              Relationships& out) const override {
        return reader_.scan(position, type, out);
    }
    bool exists(NodeId node) const override { return reader_.exists(node); }
    bool exists(RelationshipId relationship) const override { return reader_.exists(relationship); }
    void has_label(std::span<const NodeId> nodes, LabelId label,
                   std::span<std::uint8_t> out) const override {
        reader_.has_label(nodes, label, out);
    }
    LabelSet labels(NodeId node) const override { return reader_.labels(node); }
    Column gather(KeyId key, std::span<const NodeId> nodes) const override {
        return reader_.gather(key, nodes);
    }
    Column gather(KeyId key, std::span<const RelationshipId> relationships) const override {
        return reader_.gather(key, relationships);
    }
    std::vector<PropertyValue> properties(NodeId node) const override {
        return reader_.properties(node);
    }
    std::vector<PropertyValue> properties(RelationshipId relationship) const override {
        return reader_.properties(relationship);
    }
    void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                std::span<AdjacencyList> out) const override {
        reader_.expand(nodes, type, direction, out);
    }
    void ends(std::span<const RelationshipId> relationships,
              std::span<RelationshipEnds> out) const override {
        reader_.ends(relationships, out);
    }

protected:
    // `owner` is let go of after the state.
    explicit Overlaid(State state, std::shared_ptr<const void> owner = {})
        : owner_{std::move(owner)}, state_{std::move(state)} {}
    Overlaid(const Overlaid&) = delete;
    Overlaid& operator=(const Overlaid&) = delete;

    const State& state() const { return state_; }
    Overlay& overlay_for_change() { return state_.overlay; }
    void set_version(std::uint64_t version) { state_.version = version; }
    const OverlayReader& reader() const { return reader_; }

private:
    std::shared_ptr<const void> owner_; // of the file; shared by all who read it
    State state_;
    OverlayReader reader_{*state_.base, state_.overlay};
};

class OverlaidSnapshot final : public Overlaid<Snapshot> {
public:
    explicit OverlaidSnapshot(State state) : Overlaid{std::move(state)} {}

    const State& state() const { return Overlaid::state(); }
    bool touched_since(TouchedMark& mark, Touched& out) const override {
        if (!state().changes->collect(mark.version, version(), out)) return false;
        mark = {version(), 0, 0};
        return true;
    }
    const Statistics& statistics() const override {
        std::call_once(counted_, [this] { statistics_ = reader().statistics(); });
        return statistics_;
    }

private:
    mutable std::once_flag counted_;
    mutable Statistics statistics_;
};

} // namespace lintas::lmdb
