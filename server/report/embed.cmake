# Writes OUTPUT, a C++ source with the text of each of FILES (a list of NAME=PATH, by the alphabet).
string(CONCAT text "#include \"server/report/embedded_files.h\"\n\nnamespace lintas::report {\n\nnamespace {\n\n"
         "using namespace std::string_view_literals;\n\nconstexpr EmbeddedFile table[] = {\n")
separate_arguments(FILES UNIX_COMMAND "${FILES}")
foreach(entry IN LISTS FILES)
    string(REGEX MATCH "^([^=]*)=(.*)$" matched "${entry}")
    set(name "${CMAKE_MATCH_1}")
    file(READ "${CMAKE_MATCH_2}" content)
    string(APPEND text "    {\"${name}\", R\"EMBEDDED(${content})EMBEDDED\"sv},\n")
endforeach()
string(APPEND text "};\n\n} // namespace\n\n"
                   "std::span<const EmbeddedFile> embedded_files() { return table; }\n\n"
                   "} // namespace lintas::report\n")
file(WRITE "${OUTPUT}" "${text}")
