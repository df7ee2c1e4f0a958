#include "server/http/query_request.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::server;
using Catch::Contains;

namespace {

QueryRequest plain(std::string_view body) { return read_query_request(body, Encoding::Plain); }

} // namespace

TEST_CASE("A request says statement, parameters and wishes", "[server][http]") {
    const auto request = plain(R"({"statement": "RETURN $x", "parameters": {"x": [1, 2.0]},
        "includeCounters": true, "accessMode": "read", "maxExecutionTime": 10,
        "bookmarks": ["a"], "impersonatedUser": null, "txMetadata": {"app": "x"}, "new": 1})");
    CHECK(request.statement == "RETURN $x");
    CHECK(to_text(Value{request.parameters}) == "{x: [1, 2.0]}");
    CHECK(request.include_counters);
    CHECK(request.longest_time == std::chrono::seconds{10});
    CHECK(request.bookmarks == std::vector<std::string>{"a"});
}

TEST_CASE("Typed parameters are read as what they are", "[server][http]") {
    const auto request = read_query_request(
        R"({"statement": "x", "parameters": {"n": {"$type": "Integer", "_value": "7"}}})",
        Encoding::Typed);
    CHECK(request.parameters.at("n").integer() == 7);
    CHECK_THROWS_WITH(
        read_query_request(R"({"statement": "x", "parameters": {"n": 7}})", Encoding::Typed),
        Contains("a typed value is an object"));
}

TEST_CASE("A request with a value of the wrong kind is refused", "[server][http]") {
    const auto refused = [](const std::string& body, const std::string& why) {
        INFO(body);
        CHECK_THROWS_WITH(plain(body), Contains(why));
    };
    refused("", "The JSON is broken");
    refused("[]", "must be a JSON object");
    refused("{}", "`statement` of the request must be a string");
    refused(R"({"statement": ""})", "must be a string that is not empty");
    refused(R"({"statement": 1})", "must be a string that is not empty");
    refused(R"({"statement": "x", "parameters": []})", "must be an object");
    refused(R"({"statement": "x", "includeCounters": 1})", "must be true or false");
    refused(R"({"statement": "x", "accessMode": "BOTH"})", "must be `READ` or `WRITE`");
    refused(R"({"statement": "x", "maxExecutionTime": -1})", "a number of seconds");
    refused(R"({"statement": "x", "maxExecutionTime": 1.5})", "a number of seconds");
    refused(R"({"statement": "x", "bookmarks": "a"})", "an array of strings");
    refused(R"({"statement": "x", "impersonatedUser": "ada"})", "no users");
}
