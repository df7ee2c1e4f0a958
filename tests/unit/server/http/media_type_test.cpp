#include "server/http/media_type.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

namespace {

std::string chosen(std::string_view accept) {
    const auto type = choose_media_type(accept);
    return type ? std::string{type->name} : "";
}

} // namespace

TEST_CASE("The form of an answer is what the client accepts most", "[server][http]") {
    CHECK(chosen("") == "application/json");
    CHECK(chosen("*/*") == "application/json");
    CHECK(chosen("application/*") == "application/json");
    CHECK(chosen("application/json") == "application/json");
    CHECK(chosen("application/vnd.neo4j.query, application/json") == "application/vnd.neo4j.query");
    CHECK(chosen("application/json, application/vnd.neo4j.query") == "application/json");
    CHECK(chosen("application/json;q=0.5, application/vnd.neo4j.query;q=0.9") ==
          "application/vnd.neo4j.query");
    CHECK(chosen("Application/VND.Neo4j.Query.v1.0") == "application/vnd.neo4j.query.v1.0");
    CHECK(chosen("text/html, */*;q=0.1") == "application/json");
    CHECK(chosen("*/*, application/json;q=0") == "application/vnd.neo4j.query");
}

TEST_CASE("What is not on offer is not chosen", "[server][http]") {
    CHECK(chosen("text/html").empty());
    CHECK(chosen("application/json;q=0").empty());
    CHECK(chosen("application/json;q=x").empty());
    CHECK(chosen(",,;").empty());
    CHECK(chosen("application/vnd.neo4j.query.v9.0").empty());
}

TEST_CASE("The form of a request is told without its parameters", "[server][http]") {
    CHECK(find_media_type("application/json; charset=utf-8")->encoding == Encoding::Plain);
    CHECK(find_media_type("application/vnd.neo4j.query")->encoding == Encoding::Typed);
    CHECK_FALSE(find_media_type("text/plain"));
    CHECK_FALSE(find_media_type(""));
    CHECK(find_media_type("application/json;Charset=\"UTF-8\"")->encoding == Encoding::Plain);
    CHECK_FALSE(find_media_type("application/json; charset=utf-16"));
}
