#include "server/http/held_turn.h"

#include "graph/error.h"

namespace lintas::server {

std::unique_ptr<HeldTurn> HeldTurn::take(Turns& turns, std::chrono::milliseconds longest_wait) {
    auto turn = turns.take(longest_wait);
    if (!turn) return nullptr;
    std::unique_ptr<HeldTurn> held{new HeldTurn{turns, longest_wait}};
    held->turn_.emplace(std::move(*turn));
    return held;
}

void HeldTurn::leave() { turn_.reset(); }

void HeldTurn::take_again() {
    auto turn = turns_.take(longest_wait_);
    if (!turn)
        throw Error{ErrorCode::Transaction, ErrorDetail::WriterBusy,
                    "Too many queries are running; try again soon"};
    turn_.emplace(std::move(*turn));
}

} // namespace lintas::server
