#include "loaders/load.h"

#include "loaders/counting_load.h"
#include "loaders/format.h"
#include "loaders/staging_change.h"

#include <algorithm>
#include <map>
#include <memory>

namespace lintas::loaders {
namespace {

// A load that changes fewer entities, or a smaller part of the graph, does not write it all anew.
constexpr std::uint64_t least_rewritten = 10'000;
constexpr std::uint64_t part_rewritten = 10;

void report_counts(const Snapshot& graph, LoadReport& report) {
    const auto& statistics = graph.statistics();
    report.nodes = statistics.nodes;
    report.relationships = statistics.relationships;
    for (const auto& [labels, count] : statistics.nodes_of_label_set)
        for (const auto label : labels)
            report.nodes_of_label[graph.symbols().labels.name(label)] += count;
    for (const auto& [type, count] : statistics.relationships_of_type)
        if (count > 0) report.relationships_of_type[graph.symbols().types.name(type)] = count;
}

class Load {
public:
    Load(const Snapshot* old, BulkLoad& target, const LoadOptions& options)
        : options_{options}, target_{target}, staging_{old}, rejects_{options.reject_file},
          progress_{options.progress} {}

    LoadReport run(std::span<const Source> sources, const BeginChange& begin_change) {
        for (const auto& source : sources) open(source);
        const Loading loading{target_, staging_, rejects_, progress_, options_};
        for (const auto& format : format_table()) {
            const auto found = of_format_.find(format.name);
            if (found != of_format_.end()) format.load(found->second, loading);
        }
        rejects_.finish();
        if (staging_.old() != nullptr && begin_change && make_change(begin_change)) return report_;
        staging_.flush(target_);
        target_.set_inspection(options_.inspect);
        target_.finish();
        target_.report(report_);
        add_sources();
        return report_;
    }

private:
    // False, with nothing done, if so much changes that to write a new graph is cheaper.
    bool make_change(const BeginChange& begin_change) {
        const auto& old = staging_.old()->snapshot();
        StagingChange change{staging_};
        const auto entities = old.statistics().nodes + old.statistics().relationships;
        if (change.size() > std::max(least_rewritten, entities / part_rewritten)) return false;
        report_.change = change.report();
        if (change.size() == 0) {
            report_counts(old, report_);
        } else {
            const auto transaction = begin_change();
            change.write(*transaction);
            if (options_.inspect) options_.inspect(*transaction);
            report_counts(*transaction, report_);
            transaction->commit();
        }
        add_sources();
        return true;
    }

    void open(const Source& source) {
        auto& opened = *sources_.emplace_back(std::make_unique<LoadingSource>());
        opened.inputs = expand(source.path);
        opened.report.path = source.path.string();
        const auto& format = source.format.empty() ? recognise(opened.inputs, opened.report.path)
                                                   : format_for(source.format);
        opened.report.format = format.name;
        of_format_[format.name].push_back(&opened);
        for (const auto& input : opened.inputs) progress_.expect_bytes(input.size);
    }

    void add_sources() {
        for (auto& source : sources_) report_.sources.push_back(std::move(source->report));
        report_.rejected = rejects_.total();
        report_.reject_file = rejects_.written();
    }

    const LoadOptions& options_;
    CountingLoad target_;
    Staging staging_;
    Rejects rejects_;
    ProgressCounter progress_;
    std::vector<std::unique_ptr<LoadingSource>> sources_;
    std::map<std::string_view, std::vector<LoadingSource*>> of_format_;
    LoadReport report_;
};

} // namespace

std::vector<FormatDescription> formats() {
    std::vector<FormatDescription> descriptions;
    for (const auto& format : format_table()) {
        descriptions.push_back({format.name, format.help});
    }
    return descriptions;
}

LoadReport load(std::span<const Source> sources, const Snapshot* old, BulkLoad& target,
                const LoadOptions& options, const BeginChange& begin_change) {
    if (old != nullptr) target.set_schema(old->schema());
    const bool has_data = old != nullptr && old->statistics().nodes > 0;
    return Load{has_data ? old : nullptr, target, options}.run(sources, begin_change);
}

} // namespace lintas::loaders
