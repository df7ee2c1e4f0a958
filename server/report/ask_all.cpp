#include "server/report/ask_all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace lintas::report {

namespace {

constexpr std::size_t most_threads = 8; // each holds the rows and the work of a query in memory

class Asker {
public:
    Asker(query::Engine& engine, const std::vector<Question>& questions, const Asking& asking)
        : engine_{engine}, questions_{questions}, asking_{asking}, tables_(questions.size()),
          errors_(questions.size()) {}

    std::vector<ResultTable> run() {
        const auto cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
        const auto threads = std::min({cores, most_threads, questions_.size()});
        std::vector<std::thread> others;
        for (std::size_t thread = 1; thread < threads; ++thread)
            others.emplace_back([this] { answer_some(); });
        answer_some();
        for (auto& other : others) other.join();
        throw_first();
        return std::move(tables_);
    }

private:
    // Questions are taken in their order, so that those before one that fails are all answered.
    void answer_some() {
        while (!has_failed_) {
            const auto at = next_++;
            if (at >= questions_.size()) return;
            try {
                {
                    const std::lock_guard lock{guard_};
                    asking_(questions_[at]);
                }
                tables_[at] = run_query(engine_, questions_[at].query, questions_[at].parameters);
            } catch (...) {
                errors_[at] = std::current_exception();
                has_failed_ = true;
            }
        }
    }

    void throw_first() const {
        for (std::size_t at = 0; at < errors_.size(); ++at) {
            if (!errors_[at]) continue;
            asking_(questions_[at]);
            std::rethrow_exception(errors_[at]);
        }
    }

    query::Engine& engine_;
    const std::vector<Question>& questions_;
    const Asking& asking_;
    std::vector<ResultTable> tables_;
    std::vector<std::exception_ptr> errors_;
    std::mutex guard_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> has_failed_{false};
};

} // namespace

std::vector<ResultTable> ask_all(query::Engine& engine, const std::vector<Question>& questions,
                                 const Asking& asking) {
    return Asker{engine, questions, asking}.run();
}

} // namespace lintas::report
