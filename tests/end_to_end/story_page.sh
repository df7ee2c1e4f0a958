# Shared by the scripts that ask the questions of docs/stories.md: a page whose answers are compared
# with those that come.

# resembles LINE PATTERN: is the line the pattern, but for what stands in place of each `…`?
resembles() {
    local rest=$1 pattern=$2 part
    [[ $pattern == *…* ]] || { [[ $rest == "$pattern" ]]; return; }
    [[ $rest == "${pattern%%…*}"* ]] || return 1
    while [[ $pattern == *…* ]]; do
        part=${pattern%%…*}
        [[ $rest == *"$part"* ]] || return 1
        rest=${rest#*"$part"}
        pattern=${pattern#*…}
    done
    [[ $rest == *"$pattern" ]]
}

# ask_as_written STORE ASKED: asks $query as the line ASKED says, and compares the answer with its
# number of rows and with the lines of $expected.
ask_as_written() {
    local store=$1 asked=$2 arguments=() answer at
    if [[ $asked == *'`'* ]]; then
        local written=${asked#*\`}
        eval "arguments=(${written%\`*})"
    fi
    mapfile -t answer < <("$LINTAS" query "$store" - --format csv "${arguments[@]}" <<<"$query" 2>"$work/err" |
        tr -d '\r')
    [[ $asked == *": $((${#answer[@]} - 1)) row"* ]] ||
        fault "$((${#answer[@]} - 1)) rows where the page says: $title $asked $(<"$work/err")"
    for at in "${!expected[@]}"; do
        resembles "${answer[at]-}" "${expected[at]}" ||
            fault "$title: expected ‘${expected[at]}’, found ‘${answer[at]-}’"
    done
}

# ask_page LABEL STORE: asks all that the page shows of the store with this label. The number of
# questions is in $asked_of_page then.
ask_page() {
    local label=$1 store=$2 line state= asked= title= query= expected=()
    asked_of_page=0
    while IFS= read -r line; do
        case $state$line in
        'query```') state= ;;
        query*) query+=$line$'\n' ;;
        'answer```')
            ask_as_written "$store" "$asked"
            asked_of_page=$((asked_of_page + 1))
            state= asked=
            ;;
        answer*) expected+=("$line") ;;
        '## '*) title=$line asked= ;;
        '```cypher') state=query query= ;;
        '```text') [[ -z $asked ]] || state=answer expected=() ;;
        "**$label**"[,:]*) asked=$line ;;
        esac
    done <"$root/docs/stories.md"
}
