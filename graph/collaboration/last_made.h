// The last things that were made of keys, shared with whoever asks for the same again. Who asks
// while it is being made waits for it.
//
// Invariant: at most `most` are kept, and only as long as `belongs` holds of their keys; what is
// kept counts for nobody's memory budget.
#pragma once

#include "graph/memory_meter.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace lintas::collaboration {

template <typename Key, typename Made> class LastMade {
public:
    explicit LastMade(std::size_t most) : most_{most} {}

    // `belongs(key)`: may what was made of another key stay? What `make` throws is passed on, and
    // nothing is kept then.
    template <typename Belongs, typename Make>
    std::shared_ptr<const Made> get(const Key& key, const Belongs& belongs, const Make& make) {
        const Unmetered unmetered;
        const auto place = place_of(key, belongs);
        const std::lock_guard lock{place->making};
        if (!place->made) place->made = make();
        return place->made;
    }

private:
    struct Place {
        explicit Place(Key of) : key{std::move(of)} {}
        Key key;
        std::mutex making;
        std::shared_ptr<const Made> made; // shared with the analyses that are using it
    };

    // The last one asked for is the last in the list.
    template <typename Belongs>
    std::shared_ptr<Place> place_of(const Key& key, const Belongs& belongs) {
        const std::lock_guard lock{guard_};
        std::erase_if(places_, [&](const auto& place) { return !belongs(place->key); });
        const auto found =
            std::ranges::find_if(places_, [&](const auto& place) { return place->key == key; });
        if (found != places_.end()) {
            std::rotate(found, found + 1, places_.end());
        } else {
            if (places_.size() == most_) places_.erase(places_.begin());
            places_.push_back(std::make_shared<Place>(key));
        }
        return places_.back();
    }

    std::size_t most_;
    std::mutex guard_;
    std::vector<std::shared_ptr<Place>> places_;
};

} // namespace lintas::collaboration
