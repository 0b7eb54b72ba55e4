#!/usr/bin/env bash
# Time and memory of a ledger over 1,000, 10,000 and 100,000 articles: one process a size, so that each has its own peak.
#
# Run:  benches/growth.sh FILE.jsonl[.xz] [COUNT...]        COUNT defaults to 1000 2000 5000 10000; 100000 needs 8 GiB and half an hour
#       LIMIT=600 is the most seconds for one size; KEEP=FOLDER keeps what was read there and takes it from there
set -euo pipefail
file=$1
shift
counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(1000 2000 5000 10000)
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case $file in *.xz) xz -dc "$file" > "$scratch/file.jsonl" ;; *) cp "$file" "$scratch/file.jsonl" ;; esac
(cd "$root" && cargo build --release --quiet -p tenkyo-eval --example articles --example growth)
examples=${CARGO_TARGET_DIR:-$root/target}/release/examples
most=$(printf '%s\n' "${counts[@]}" | sort -n | tail -1)
"$examples/articles" "$scratch/file.jsonl" "$most" > "$scratch/articles.jsonl"
for count in "${counts[@]}"; do
  timeout "${LIMIT:-600}" "$examples/growth" "$scratch/articles.jsonl" "$count" ${KEEP:+"$KEEP/$count.jsonl"} \
    | { [ "$count" = "${counts[0]}" ] && cat || tail -n +2; } || echo "$count: not within ${LIMIT:-600} s, or out of memory"
done
