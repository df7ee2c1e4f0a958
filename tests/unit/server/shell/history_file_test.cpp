#include "server/shell/history_file.h"

#include "temporary_folder.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

using namespace lintas::server;
using lintas::testing::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("History keeps entries, also with line breaks and backslashes", "[server][shell]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "lintas" / "history";
    const std::vector<std::string> entries{"RETURN 1;", "MATCH (n)\nRETURN n;",
                                           "RETURN '\\n\\\\';"};
    HistoryFile history{path};
    CHECK(history.load().empty());
    for (const auto& entry : entries) history.add(entry);
    CHECK(HistoryFile{path}.load() == entries);
}

TEST_CASE("Only its owner may read the history", "[server][shell]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "history";
    HistoryFile{path}.add("RETURN 1;");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("A long history keeps its newest entries", "[server][shell]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "history";
    HistoryFile history{path};
    for (std::size_t at = 0; at < 2 * history_entries; ++at) history.add(std::to_string(at));
    CHECK(history.load().size() == history_entries);
    history.add("last");
    const auto entries = history.load();
    CHECK(entries.size() == history_entries);
    CHECK(entries.back() == "last");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("A history that cannot be kept is as good as none", "[server][shell]") {
    HistoryFile nowhere{"/proc/nothing/history"};
    nowhere.add("RETURN 1;");
    CHECK(nowhere.load().empty());
    HistoryFile none{{}};
    none.add("RETURN 1;");
    CHECK(none.load().empty());
}

TEST_CASE("The history lies in the folder for states", "[server][shell]") {
    ::setenv("HOME", "/home/somebody", 1);
    ::setenv("XDG_STATE_HOME", "/state", 1);
    CHECK(history_path() == "/state/lintas/history");
    ::setenv("XDG_STATE_HOME", "not/absolute", 1);
    CHECK(history_path() == "/home/somebody/.local/state/lintas/history");
    ::unsetenv("XDG_STATE_HOME");
    CHECK(history_path() == "/home/somebody/.local/state/lintas/history");
    ::unsetenv("HOME");
    CHECK(history_path().empty());
}
