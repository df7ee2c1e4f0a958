#include "graph/collaboration/counted.h"

#include "graph/collaboration/tie_graph.h"

namespace lintas::collaboration {

namespace {

constexpr std::size_t most_counted = 8;

struct CountedKey {
    std::shared_ptr<const Network> network;
    ProjectionOptions options;

    bool operator==(const CountedKey&) const = default;
};

} // namespace

CountedPointer counted(const Reader& reader, const ProjectionOptions& options) {
    const auto network = network_of(reader);
    const auto make = [&] {
        auto made = std::make_shared<Counted>();
        made->projection = project(network, options);
        made->counts = count(made->projection);
        made->ties = tie_graph(made->projection, made->counts, TieWeight::None);
        return made;
    };
    if (is_own_view(reader.snapshot())) return make();
    static LastMade<CountedKey, Counted> last{most_counted};
    return last.get(
        {network, options}, [&](const CountedKey& other) { return other.network == network; },
        make);
}

} // namespace lintas::collaboration
