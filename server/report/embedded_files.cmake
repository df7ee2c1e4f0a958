# The files that the report carries within the program, and the outlines of countries for its map,
# which come from the npm package world-atlas. Without npm or network the map is left out.
file(GLOB embedded RELATIVE ${CMAKE_CURRENT_LIST_DIR} CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_LIST_DIR}/forms/* ${CMAKE_CURRENT_LIST_DIR}/queries/*.cypher)
set(report_files ${PROJECT_BINARY_DIR}/report)
set(report_borders ${report_files}/borders.txt)
find_program(NPM npm)
find_program(NODE node)
if(NOT EXISTS ${report_borders} AND NPM AND NODE)
    file(MAKE_DIRECTORY ${report_files})
    execute_process(COMMAND ${NPM} install --silent --no-save --ignore-scripts --no-audit --no-fund
                            --fetch-retries 0 --prefix ${report_files} world-atlas@2.0.2
                    TIMEOUT 60 RESULT_VARIABLE failure OUTPUT_QUIET ERROR_QUIET)
    if(failure EQUAL 0)
        execute_process(COMMAND ${NODE} ${CMAKE_CURRENT_LIST_DIR}/drawing/borders.mjs
                                ${report_files}/node_modules/world-atlas/countries-50m.json
                        OUTPUT_FILE ${report_borders}.part RESULT_VARIABLE failure ERROR_QUIET)
    endif()
    if(failure EQUAL 0)
        file(RENAME ${report_borders}.part ${report_borders})
    endif()
endif()
if(NOT EXISTS ${report_borders})
    message(STATUS "No outlines of countries (npm package world-atlas): the report has no map")
    file(WRITE ${report_files}/no_borders.txt "")
    set(report_borders ${report_files}/no_borders.txt)
endif()

set(embedded_entries borders.txt=${report_borders})
set(embedded_paths ${report_borders})
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
target_sources(lintas_server_report PRIVATE ${report_files}/embedded_files.cpp)
