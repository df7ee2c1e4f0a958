#include "loaders/load.h"

#include "loaders/counting_load.h"
#include "loaders/format.h"

#include <map>
#include <memory>

namespace lintas::loaders {
namespace {

class Load {
public:
    Load(const Snapshot* old, BulkLoad& target, const LoadOptions& options)
        : options_{options}, target_{target}, staging_{old}, rejects_{options.reject_file},
          progress_{options.progress} {}

    LoadReport run(std::span<const Source> sources) {
        for (const auto& source : sources) open(source);
        const Loading loading{target_, staging_, rejects_, progress_, options_};
        for (const auto& format : format_table()) {
            const auto found = of_format_.find(format.name);
            if (found != of_format_.end()) format.load(found->second, loading);
        }
        staging_.flush(target_);
        rejects_.finish();
        target_.finish();
        return report();
    }

private:
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

    LoadReport report() {
        LoadReport report;
        for (auto& source : sources_) report.sources.push_back(std::move(source->report));
        target_.report(report);
        report.rejected = rejects_.total();
        report.reject_file = rejects_.written();
        return report;
    }

    const LoadOptions& options_;
    CountingLoad target_;
    Staging staging_;
    Rejects rejects_;
    ProgressCounter progress_;
    std::vector<std::unique_ptr<LoadingSource>> sources_;
    std::map<std::string_view, std::vector<LoadingSource*>> of_format_;
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
                const LoadOptions& options) {
    if (old != nullptr) target.set_schema(old->schema());
    const bool has_data = old != nullptr && old->statistics().nodes > 0;
    return Load{has_data ? old : nullptr, target, options}.run(sources);
}

} // namespace lintas::loaders
