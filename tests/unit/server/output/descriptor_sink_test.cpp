#include "server/output/descriptor_sink.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace lintas;
using namespace lintas::server;

TEST_CASE("A full disk is noticed when an answer is written", "[server][output]") {
    const int full = ::open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    DescriptorSink sink{full};
    sink.write("some text");
    CHECK_THROWS_WITH(sink.flush(), "The answer cannot be written: No space left on device");
    CHECK_FALSE(sink.reader_is_gone());
    ::close(full);
}

TEST_CASE("A reader that went away is told from other failures", "[server][output]") {
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    DescriptorSink sink{ends[1]};
    CHECK_THROWS_AS(sink.write(std::string(100'000, 'x')), Error);
    CHECK(sink.reader_is_gone());
    ::close(ends[1]);
}

TEST_CASE("What was written arrives in order", "[server][output]") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    DescriptorSink sink{ends[1]};
    sink.write("one ");
    sink.write("two");
    sink.flush();
    ::close(ends[1]);
    char text[16] = {};
    CHECK(::read(ends[0], text, sizeof text) == 7);
    CHECK(std::string{text} == "one two");
    ::close(ends[0]);
}
