#!/usr/bin/env bash
# The shell: scripts on standard input, and people at a terminal, whom shell_terminal.py plays.
source "$(dirname "$0")/harness.sh"
store=$work/network.lintas
make_store "$store"
export HOME=$work XDG_STATE_HOME=$work/state

# script [ARGUMENT...]: runs standard input in the shell, as run() does.
script() {
    "$LINTAS" shell "$store" "$@" >"$work/out" 2>"$work/err"
    code=$?
    out=$(<"$work/out")
    err=$(<"$work/err")
}

# Statements and commands; nothing is prompted for, no time is shown.
script <<'END'
// how many; and which
MATCH (c:Country) RETURN count(c) AS countries;
:param code => 'D' + 'E'
MATCH (c:Country) WHERE c.iso2 = $code
RETURN c.name AS name, ';' AS text;
:explain MATCH (c:Country) RETURN c;
RETURN 2 AS last
END
expect_code 0
expect_same "$err" ""
expect_in "$out" 'countries
---------'
expect_in "$out" 'name    | text
--------+-----
Germany | ;
(1 row)'
expect_in "$out" 'NodeByLabelScan'
expect_in "$out" 'last
----
   2
(1 row)'
[[ $out != *'>'*'ms'* ]] || fault "a script is prompted for: $out"

# The first error ends a script, and says where it is.
script <<'END'
RETURN 1 AS one;
MATCH (n)
RETURN m;
RETURN 3 AS three;
END
expect_code 1
expect_in "$out" 'one'
[[ $out != *three* ]] || fault "a script went on behind its error"
expect_same "$err" 'Standard input, line 2:
Variable `m` is not defined
  2 | RETURN m
             ^'

# Transactions.
count='MATCH (n:Draft) RETURN count(n)'
script <<<$':begin\nCREATE (:Draft);\n:rollback\n'
expect_code 0
expect_same "$(query "$store" "$count")" 0
script <<<$':begin\nCREATE (:Draft);\nCREATE (:Draft);\n:commit\n'
expect_code 0
expect_same "$(query "$store" "$count")" 2
script <<<$':begin\nCREATE (:Draft);\n'
expect_code 1
expect_in "$err" 'ended within a transaction, which was rolled back'
expect_same "$(query "$store" "$count")" 2

# Files, which may be named from anywhere.
printf 'CREATE (:Draft);\nMATCH (n) RETURN x;\n' >"$work/draft.cypher"
script <<<":source $work/draft.cypher"
expect_code 1
expect_in "$err" "$work/draft.cypher, line 2:
Standard input, line 1:
Variable \`x\` is not defined"
expect_same "$(query "$store" "$count")" 3
script <<<":source $work/nothing"
expect_code 1
expect_in "$err" 'cannot be read: No such file or directory'

# Options, and mistakes of usage.
script --read-only <<<'CREATE (:Draft);'
expect_code 1
expect_in "$err" 'read'
script -p 'x={"a": 1}' --format json <<<'RETURN $x AS x;'
expect_code 0
expect_same "$out" '{"columns":["x"],"rows":[[{"a":1}]]}'
script <<<':nonsense'
expect_code 1
expect_in "$err" 'The shell has no command `:nonsense`'
run shell "$store" --nonsense
expect_code 2
run shell
expect_code 2
run shell "$work/nothing.lintas"
expect_code 1
expect_in "$err" "there is no such file"
run --help
expect_in "$out" "shell"

# What nobody takes is no fault of the script.
seq 1 50000 | sed 's/.*/RETURN & AS number;/' | "$LINTAS" shell "$store" 2>"$work/err" | head -2 >/dev/null
expect_same "$(<"$work/err")" ""
[[ ! -e $work/state ]] || fault "a script leaves history"

# People.
if ! command -v python3 >/dev/null; then
    echo "python3 is missing, which would play the terminal" >&2
    finish
fi
python3 "$root/tests/end_to_end/shell_terminal.py" "$LINTAS" "$store" || fault "at a terminal"
finish
