#include "loaders/pajek_load.h"

#include "graph/error.h"
#include "loaders/graph_target.h"
#include "loaders/pajek_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace lintas::loaders {
namespace {

constexpr std::int64_t first_year = 1500;
constexpr std::int64_t last_year = 2199;

bool is_called(const Input& input, std::string_view ending) {
    const auto name = input.file_name();
    return name.size() > ending.size() && name.ends_with(ending);
}

std::string stem(const Input& input) {
    return std::filesystem::path{input.file_name()}.stem().string();
}

// The year in a name such as `World1990`: four digits that no other digit touches.
std::optional<std::int64_t> year_in(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const auto begin = name.find_first_of("0123456789", at);
        if (begin == std::string_view::npos) return {};
        const auto end = std::min(name.find_first_not_of("0123456789", begin), name.size());
        if (end - begin == 4) {
            const auto year = std::stoll(std::string{name.substr(begin, 4)});
            if (year >= first_year && year <= last_year) return year;
        }
        at = end;
    }
    return {};
}

// Which nodes the vertices of a network became.
struct LoadedNetwork {
    std::string stem;
    std::uint32_t first_mode = 0; // all vertices, of a network of one mode
    std::vector<GraphTarget::Node> nodes;
};

class PajekLoad {
public:
    explicit PajekLoad(const Loading& loading)
        : loading_{loading}, target_{loading, "name"}, type_{type_or(loading.options, usual_type)} {
        const auto labels = label_or(loading.options, usual_label);
        const auto cut = std::min(labels.find(loading.options.list_delimiter), labels.size());
        labels_[0] = labels.substr(0, cut);
        labels_[1] = cut == labels.size() ? labels : labels.substr(cut + 1);
    }

    void add_network(const Input& input, LoadingSource& source, bool is_one_of_many) {
        const auto network = read_pajek_network(input);
        auto loaded = add_vertices(network, stem(input));
        std::vector<std::pair<std::string, Value>> common;
        if (is_one_of_many) {
            common.emplace_back("network", loaded.stem);
            if (const auto year = year_in(loaded.stem)) common.emplace_back("year", *year);
        }
        for (const auto& tie : network.ties) {
            auto properties = common;
            if (tie.weight) properties.emplace_back("weight", weight(*tie.weight));
            const auto& relation = network.relations[tie.relation];
            target_.relate(relation.empty() ? type_ : relation, loaded.nodes[tie.from],
                           loaded.nodes[tie.to], properties);
        }
        networks_.push_back(std::move(loaded));
        count(input, source, network.vertices, network.ties.size());
    }

    void add_numbers(const Input& input, LoadingSource& source) {
        const auto numbers = read_pajek_numbers(input);
        const auto& network = network_for(input, numbers.size());
        const auto are_classes = is_called(input, ".clu");
        for (std::size_t i = 0; i < numbers.size(); ++i)
            target_.set(network.nodes[i], stem(input),
                        are_classes ? weight(numbers[i]) : Value{numbers[i]});
        count(input, source, 0, 0);
        source.report.rows += numbers.size();
    }

    void finish() { target_.finish(); }

private:
    static Value weight(double number) {
        constexpr double exact = 9007199254740992.0; // 2^53
        if (number == std::floor(number) && std::abs(number) < exact)
            return static_cast<std::int64_t>(number);
        return number;
    }

    LoadedNetwork add_vertices(const PajekNetwork& network, std::string name) {
        LoadedNetwork loaded{std::move(name), network.first_mode.value_or(network.vertices), {}};
        const auto doubled = doubled_names(network, loaded.first_mode);
        for (std::uint32_t v = 0; v < network.vertices; ++v) {
            const auto is_second = v >= loaded.first_mode;
            const auto& label = labels_[is_second ? 1 : 0];
            std::string identity = network.names[v];
            if (identity.empty())
                identity = fmt::format("{}#{}", loaded.stem, v + 1);
            else if (doubled.contains(identity))
                identity = fmt::format("{}#{} {}", loaded.stem, v + 1, identity);
            loaded.nodes.push_back(target_.node(label, std::move(identity)));
            if (network.first_mode) target_.set(loaded.nodes.back(), "mode", is_second ? 2 : 1);
        }
        return loaded;
    }

    // The names that more than one vertex of a mode has.
    static std::set<std::string_view> doubled_names(const PajekNetwork& network,
                                                    std::uint32_t first_mode) {
        std::set<std::pair<bool, std::string_view>> seen;
        std::set<std::string_view> doubled;
        for (std::uint32_t v = 0; v < network.vertices; ++v)
            if (!seen.emplace(v >= first_mode, network.names[v]).second)
                doubled.insert(network.names[v]);
        return doubled;
    }

    // The network whose name the file's begins with, or else the only one of that size.
    const LoadedNetwork& network_for(const Input& input, std::size_t count) const {
        const auto name = stem(input);
        const LoadedNetwork* best = nullptr;
        for (const auto& network : networks_) {
            if (network.nodes.size() != count && network.first_mode != count) continue;
            const auto is_named = name.starts_with(network.stem);
            const auto is_better =
                best == nullptr || (is_named && (!name.starts_with(best->stem) ||
                                                 network.stem.size() > best->stem.size()));
            if (is_better) best = &network;
        }
        if (best != nullptr) return *best;
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` has {} numbers, and no network `.net` of the load has as "
                                "many vertices",
                                input.name(), count)};
    }

    void count(const Input& input, LoadingSource& source, std::uint64_t vertices,
               std::uint64_t ties) {
        source.report.rows += vertices + ties;
        if (vertices + ties > 0) {
            source.report.counts.emplace_back("vertices", vertices);
            source.report.counts.emplace_back("ties", ties);
        }
        loading_.progress.finish_file(input.size, vertices + ties);
    }

    const Loading& loading_;
    GraphTarget target_;
    std::string labels_[2];
    std::string type_;
    std::vector<LoadedNetwork> networks_;
};

bool is_network(const Input& input) { return is_called(input, ".net"); }
bool is_numbers(const Input& input) { return is_called(input, ".vec") || is_called(input, ".clu"); }
bool is_of_pajek(const Input& input) { return is_network(input) || is_numbers(input); }

} // namespace

bool recognises_pajek(const Input& input) {
    if (!is_network(input) && !is_numbers(input)) return false;
    const auto text = head(input, 256);
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && (text[first] == '*' || text[first] == '%');
}

void load_pajek(std::span<LoadingSource* const> sources, const Loading& loading) {
    PajekLoad load{loading};
    for (auto* source : sources) {
        if (std::ranges::none_of(source->inputs, is_of_pajek))
            throw Error{ErrorCode::Input, fmt::format("`{}` has no file `.net`, `.vec` or `.clu`",
                                                      source->report.path)};
        const auto many = std::ranges::count_if(source->inputs, is_network) > 1;
        for (const auto& input : source->inputs)
            if (is_network(input)) load.add_network(input, *source, many);
    }
    for (auto* source : sources)
        for (const auto& input : source->inputs) {
            if (is_network(input)) continue;
            if (is_numbers(input)) {
                load.add_numbers(input, *source);
                continue;
            }
            source->report.ignored.push_back(input.name());
            loading.progress.finish_file(input.size, 0);
        }
    load.finish();
}

} // namespace lintas::loaders
