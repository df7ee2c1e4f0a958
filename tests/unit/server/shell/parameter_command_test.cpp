#include "server/shell/parameter_command.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

TEST_CASE("A parameter is set with an arrow or an equals sign", "[server][shell]") {
    for (const auto* text : {"x => 'a = b'", "x='a = b'", "$x => 'a = b'", "  `x` =>  'a = b' "}) {
        const auto request = read_parameter_request(text);
        CHECK(request.act == ParameterAct::Set);
        CHECK(request.name == "x");
        CHECK(request.expression == "'a = b'");
    }
    CHECK(read_parameter_request("`a b` => 1").name == "a b");
    CHECK(read_parameter_request("x => {a: 1}").expression == "{a: 1}");
}

TEST_CASE("A map sets several parameters", "[server][shell]") {
    const auto request = read_parameter_request("{a: 1, b: '='}");
    CHECK(request.act == ParameterAct::SetAll);
    CHECK(request.expression == "{a: 1, b: '='}");
}

TEST_CASE("Parameters are listed and forgotten", "[server][shell]") {
    CHECK(read_parameter_request("").act == ParameterAct::List);
    CHECK(read_parameter_request(" list ").act == ParameterAct::List);
    CHECK(read_parameter_request("clear").act == ParameterAct::Clear);
    CHECK(read_parameter_request("clear $x").name == "x");
    CHECK(read_parameter_request("clear => 1").act == ParameterAct::Set);
}

TEST_CASE("What is none of that is refused", "[server][shell]") {
    for (const auto* text : {"x", "x 1", "=> 1", "x =>", "a b => 1", "a.b => 1", "clear a b"})
        CHECK_THROWS_WITH(read_parameter_request(text), Catch::Contains("is not of the form"));
}
