// Kills a writer at every call that writes or syncs, and at random moments, and lets such calls
// fail: no acknowledged commit is lost, none is half there, and the store is sound each time.
#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/lmdb_store.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

#include "random_seed.h"
#include "random_value.h"
#include "temporary_folder.h"

using namespace lintas;

namespace {

constexpr int commits_a_run = 20;
constexpr int random_kills = 120;
constexpr int merge_every = 5;

using Environment = std::vector<std::string>;

struct Outcome {
    std::int64_t acknowledged = 0; // the last commit that was; 0: none
    bool was_killed = false;
    std::string said;
};

class Victim {
public:
    Victim(const std::filesystem::path& store, std::int64_t first, Environment environment,
           int commits = commits_a_run) {
        std::vector<std::string> words{LINTAS_CRASH_WRITER, store.string(), std::to_string(first),
                                       std::to_string(commits), std::to_string(merge_every)};
        int ends[2];
        REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::dup2(ends[1], 1);
            ::execve(LINTAS_CRASH_WRITER, pointers(words).data(), pointers(environment).data());
            ::_exit(127);
        }
        ::close(ends[1]);
        output_ = ends[0];
    }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    void kill_after(int milliseconds) const {
        ::poll(nullptr, 0, milliseconds);
        ::kill(child_, SIGKILL);
    }
    // Until it has said something, or has ended.
    void await_word() {
        char letter = 0;
        if (::read(output_, &letter, 1) == 1) said_ += letter;
    }
    Outcome wait() {
        Outcome outcome;
        outcome.said = said_;
        char some[4096];
        for (ssize_t size = 0; (size = ::read(output_, some, sizeof some)) > 0;)
            outcome.said.append(some, static_cast<std::size_t>(size));
        ::close(output_);
        int status = 0;
        REQUIRE(::waitpid(child_, &status, 0) == child_);
        outcome.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        REQUIRE((outcome.was_killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0)));
        std::istringstream lines{outcome.said};
        for (std::string line; std::getline(lines, line);)
            if (!line.starts_with("!")) outcome.acknowledged = std::stoll(line);
        return outcome;
    }

private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts) all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    }

    pid_t child_ = -1;
    int output_ = -1;
    std::string said_;
};

void make_store(const std::filesystem::path& path) {
    const auto load = begin_bulk_load(path);
    Nodes nodes;
    load->add_nodes({load->label("Root")}, 1, {}, nodes);
    load->finish();
}

std::int64_t last_of(const Snapshot& snapshot) {
    const auto key = snapshot.symbols().keys.find("last");
    if (!key) return 0;
    const NodeId root{0};
    const auto column = snapshot.gather(*key, std::span{&root, 1});
    return column.is_null(0) ? 0 : column.value(0).integer();
}

// Are exactly the commits 1 to the last one there, each as a whole? Gives the last.
std::int64_t require_whole(const std::filesystem::path& path) {
    const auto report = check_lmdb_store(path);
    if (!report.findings.empty()) FAIL("The store is not sound: " << report.findings.front());
    const auto store = open_lmdb_store(path);
    const auto snapshot = store->snapshot();
    const auto last = last_of(*snapshot);
    const auto commits = static_cast<std::uint64_t>(last);
    CHECK(snapshot->version() == commits);
    CHECK(snapshot->statistics().nodes == 1 + commits);
    CHECK(snapshot->statistics().relationships == 2 * commits - commits / 3);
    if (const auto label = snapshot->symbols().labels.find("Fifth"))
        CHECK(snapshot->statistics().node_count(*label) == commits / 5);
    return last;
}

struct CrashStore {
    testing::TemporaryFolder folder = testing::TemporaryFolder::in_memory();
    std::filesystem::path path = folder.path() / "store";

    CrashStore() { make_store(path); }
};

// How many writing calls an undisturbed run makes.
long count_calls() {
    const CrashStore store;
    const auto count = store.folder.path() / "count";
    const auto outcome = Victim{store.path, 1, {"LINTAS_COUNT=" + count.string()}}.wait();
    CHECK(outcome.acknowledged == commits_a_run);
    CHECK(require_whole(store.path) == commits_a_run);
    long calls = 0;
    std::ifstream{count} >> calls;
    return calls;
}

} // namespace

TEST_CASE("Nothing is lost when a writer dies at any writing call", "[crash]") {
    const auto calls = count_calls();
    REQUIRE(calls > 2 * commits_a_run);
    std::int64_t last = 0;
    int crashes = 0;
    const CrashStore store; // goes through all the crashes
    for (long call = 1; call <= calls; ++call) {
        CAPTURE(call);
        const auto outcome =
            Victim{store.path, last + 1, {"LINTAS_CALL=" + std::to_string(call), "LINTAS_DEATH=1"}}
                .wait();
        crashes += outcome.was_killed;
        const auto found = require_whole(store.path);
        if (found < std::max(outcome.acknowledged, last)) FAIL("An acknowledged commit is lost");
        CHECK(found <= std::max(outcome.acknowledged, last) + 1);
        last = found;
    }
    CHECK(crashes > calls / 2);
    WARN(crashes << " crashes, " << last << " commits");
}

TEST_CASE("Nothing is lost when a writer dies at any moment", "[crash]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    const CrashStore store;
    std::int64_t last = 0;
    int crashes = 0;
    for (int round = 0; round < random_kills; ++round) {
        CAPTURE(round);
        Victim victim{store.path, last + 1, {}, 100'000};
        // Some die while they open the store, most while they write to it.
        if (random.below(4) > 0) victim.await_word();
        victim.kill_after(static_cast<int>(random.below(40)));
        const auto outcome = victim.wait();
        crashes += outcome.was_killed;
        const auto found = require_whole(store.path);
        if (found < std::max(outcome.acknowledged, last)) FAIL("An acknowledged commit is lost");
        last = found;
    }
    CHECK(crashes == random_kills);
    WARN(crashes << " crashes, " << last << " commits");
}

TEST_CASE("A commit whose writing call fails is not there, and none after it", "[crash]") {
    const auto calls = count_calls();
    for (const int error : {EIO, ENOSPC})
        for (const char* always : {"0", "1"}) {
            const CrashStore store;
            std::int64_t last = 0;
            for (long call = 1; call <= calls; ++call) {
                CAPTURE(call, error, always);
                const auto outcome = Victim{
                    store.path,
                    last + 1,
                    {"LINTAS_CALL=" + std::to_string(call), "LINTAS_ERRNO=" + std::to_string(error),
                     std::string{"LINTAS_ALWAYS="} +
                         always}}.wait();
                INFO(outcome.said);
                REQUIRE_FALSE(outcome.was_killed);
                const auto found = require_whole(store.path);
                const auto acknowledged = std::max(outcome.acknowledged, last);
                if (found < acknowledged) FAIL("An acknowledged commit is lost");
                CHECK(found == acknowledged);
                last = found;
            }
        }
}
