#!/usr/bin/env bash
# Time and memory of a ledger over 1,000, 10,000 and 100,000 articles: one process a size, so that each has its own peak.
#
# Run:  benches/growth.sh FILE.jsonl[.xz] [COUNT...]        COUNT defaults to 1000 2000 5000 10000; 100000 needs a large machine
#       LIMIT=600 is the most seconds for one size
set -euo pipefail
file=$1
shift
counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(1000 2000 5000 10000)
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case $file in *.xz) xz -dc "$file" > "$scratch/articles.jsonl" ;; *) cp "$file" "$scratch/articles.jsonl" ;; esac
(cd "$root" && cargo build --release --quiet -p tenkyo-eval --example growth)
for count in "${counts[@]}"; do
  timeout "${LIMIT:-600}" "$root/target/release/examples/growth" "$scratch/articles.jsonl" "$count" | { [ "$count" = "${counts[0]}" ] && cat || tail -n +2; } \
    || echo "$count: not within ${LIMIT:-600} s, or out of memory"
done
