// The main function of every unit-test program; compiled once, since Catch2's is slow to build.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
