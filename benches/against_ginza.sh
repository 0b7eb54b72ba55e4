#!/usr/bin/env bash
# Characters a second of processor time, text to parse with entities, one core: GiNZA (ja_ginza) and Tenkyo on the same lines.
#
# Install GiNZA:  python3 -m venv .venv && .venv/bin/pip install ginza==5.3.0 ja_ginza==5.3.0
# Run:            PYTHON=.venv/bin/python benches/against_ginza.sh FILE     (FILE: one sentence a line)
set -euo pipefail
file=$1
python=${PYTHON:-python3}
cargo build --release --quiet -p tenkyo -p tenkyo-japanese --example speed
echo "Tenkyo:"
taskset -c 0 "$(dirname "$0")/../target/release/examples/speed" "$file" 5
echo "GiNZA, on the first 500 lines:"
head -n 500 "$file" > /tmp/against_ginza.$$
OMP_NUM_THREADS=1 taskset -c 0 "$python" - /tmp/against_ginza.$$ <<'PY'
import sys, time
import spacy
nlp = spacy.load("ja_ginza")
lines = [line.strip() for line in open(sys.argv[1], encoding="utf-8") if line.strip()]
nlp(lines[0])
start = time.process_time()
for line in lines:
    nlp(line)
print(f"parse:     {sum(map(len, lines)) / (time.process_time() - start):.0f} characters/s")
PY
rm -f /tmp/against_ginza.$$
