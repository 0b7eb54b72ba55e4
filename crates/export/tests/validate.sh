#!/usr/bin/env bash
# Checks every export of the example articles with the standards' own libraries, and the Python package with pytest.
# Needs python3 with venv and the headers that followthemoney's pyicu builds against; the libraries come from PyPI.
# `VENV=DIR` keeps the libraries in another folder; `TENKYO=FILE` checks another executable.
set -euo pipefail
cd "$(dirname "$0")/../../.."
tests=crates/export/tests
venv=${VENV:-target/validators}
missing() {
    echo "validate.sh: $1; on Debian: apt-get install python3-venv python3-dev libicu-dev pkg-config g++" >&2
    exit 1
}
command -v python3 >/dev/null || missing "there is no python3"
python3 -c 'import venv, ensurepip' 2>/dev/null || missing "python3 has no venv"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || missing "python3 is older than 3.11"
if ! cmp -s "$tests/requirements.txt" "$venv/requirements.txt"; then
    command -v pkg-config >/dev/null && pkg-config --exists icu-i18n || missing "pyicu needs the headers of ICU"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$tests/requirements.txt"
    cp "$tests/requirements.txt" "$venv/requirements.txt"
fi

tenkyo=${TENKYO:-}
if [ -z "$tenkyo" ]; then
    cargo build --quiet --locked -p tenkyo
    tenkyo=target/debug/tenkyo
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$tenkyo" demo --workspace "$out/workspace" >/dev/null
export_all() { # WORKSPACE FOLDER
    mkdir -p "$2"
    for format in jsonl csv parquet annotation stix ftm prov graphml timelinejs; do
        "$tenkyo" export "$format" --workspace "$1" --out "$2/$format"
    done
}
# Twice: the bytes must be the same.
for run in first second; do
    export_all "$out/workspace" "$out/$run"
done
diff -r "$out/first" "$out/second"
"$venv/bin/python" "$tests/validate.py" "$out/first"
# A story of 53 reports of many outlets, copies and revisions among them.
"$venv/bin/python" - eval/story >"$out/story.jsonl" <<'PYTHON'
import json, pathlib, sys, tomllib
folder = pathlib.Path(sys.argv[1])
for report in tomllib.loads((folder / "index.toml").read_text("utf-8"))["report"]:
    print(json.dumps({**report, "text": (folder / "texts" / report["file"]).read_text("utf-8")}))
PYTHON
"$tenkyo" add --workspace "$out/story-workspace" "$out/story.jsonl" >/dev/null
export_all "$out/story-workspace" "$out/story"
"$venv/bin/python" "$tests/validate.py" "$out/story"

venv=$(cd "$venv" && pwd)
(cd python && "$venv/bin/maturin" build --quiet --interpreter "$venv/bin/python" --profile dev --out "$out/wheels")
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps "$out"/wheels/*.whl
# The types that the package promises are those that it has, and its own tests keep to them.
(cd "$out" && "$venv/bin/python" -m mypy.stubtest --concise --ignore-missing-stub tenkyo)
"$venv/bin/python" -m mypy --cache-dir "$out/mypy" --check-untyped-defs python/tests
TENKYO_WORKSPACE="$out/workspace" "$venv/bin/python" -m pytest -q -p no:cacheprovider python/tests
