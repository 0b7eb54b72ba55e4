#!/usr/bin/env bash
# How fast the desk answers when many ask at once: pages and lists of a ledger over COUNT articles, two worker threads, one machine.
#
# Run:  benches/desk_load.sh FILE.jsonl[.xz] [COUNT] [CLIENTS] [SECONDS]      32000 articles of Wikinews hold 101,000 statements
set -euo pipefail
file=$1 count=${2:-32000} clients=${3:-50} seconds=${4:-30}
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
KEEP=$scratch LIMIT=3600 "$root/benches/growth.sh" "$file" "$count"
(cd "$root" && cargo build --release --quiet -p tenkyo-server --example load)
timeout $((seconds + 1800)) "${CARGO_TARGET_DIR:-$root/target}/release/examples/load" "$scratch/$count.jsonl" "$count" "$clients" "$seconds"
