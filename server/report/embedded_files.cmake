# The files that the report carries within the program, and the outlines of countries for its map,
# which come from the npm package world-atlas. Without a network the map is left out.
file(GLOB embedded RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_LIST_DIR}/forms/* ${CMAKE_CURRENT_LIST_DIR}/queries/*.cypher)
set(report_files ${PROJECT_BINARY_DIR}/report)
set(report_countries ${report_files}/world-atlas-2.0.2/countries-50m.json)
string(JOIN "" report_countries_sha512 2177d5d2ac25297a5c933d458705d5c0a46388884e9d6b6d3ac926e42b7132c8
       e013f317018447589aa05cea4cf0891c3c1a179f24d4e651477186b90a11b42d)
execute_process(COMMAND ${PROJECT_SOURCE_DIR}/.ci/npm_package ${report_files} world-atlas 2.0.2
                        ${report_countries_sha512} ERROR_VARIABLE report_countries_failure)
if(NOT EXISTS ${report_countries})
    message(STATUS "The report will have no map: the outlines of countries cannot be fetched\n"
                   "   ${report_countries_failure}")
    set(report_countries ${report_files}/no_countries.json)
    file(WRITE ${report_countries} "")
endif()

set(embedded_entries countries.json=${report_countries})
set(embedded_paths ${report_countries})
foreach(name IN LISTS embedded)
    list(APPEND embedded_entries ${name}=${CMAKE_CURRENT_LIST_DIR}/${name})
    list(APPEND embedded_paths ${CMAKE_CURRENT_LIST_DIR}/${name})
endforeach()
list(JOIN embedded_entries " " embedded_entries)
add_custom_command(
    OUTPUT ${report_files}/embedded_files.cpp
    COMMAND ${CMAKE_COMMAND} -D "FILES=${embedded_entries}"
            -D OUTPUT=${report_files}/embedded_files.cpp -P ${CMAKE_CURRENT_LIST_DIR}/embed.cmake
    DEPENDS ${embedded_paths} ${CMAKE_CURRENT_LIST_DIR}/embed.cmake VERBATIM)
# The outlines are longer than the string that every compiler has to take; g++ and clang take it.
set_source_files_properties(${report_files}/embedded_files.cpp PROPERTIES
                            COMPILE_OPTIONS -Wno-overlength-strings)
target_sources(lintas_server_report PRIVATE ${report_files}/embedded_files.cpp)
