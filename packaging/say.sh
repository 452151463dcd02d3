# How the scripts of this folder talk: numbered steps, each with what it is doing and how long it took. Sourced, not run.

say_step_number=0
say_step_total=${say_step_total:-0}
say_started=$SECONDS

step() {
    say_step_number=$((say_step_number + 1))
    printf '[%d/%d] %s\n' "$say_step_number" "$say_step_total" "$*"
}

info() { printf '      %s\n' "$*"; }

# die STATUS WHAT HAPPENED [WHAT TO DO...]
die() {
    local status=$1 line
    shift
    printf 'error: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit "$status"
}

elapsed() { printf '%d s' $((SECONDS - say_started)); }
