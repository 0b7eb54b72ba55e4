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
# Twice: the bytes must be the same.
for run in first second; do
    for format in csv parquet; do
        "$tenkyo" export "$format" --workspace "$out/workspace" --out "$out/$run/$format"
    done
    for format in jsonl annotation stix ftm prov graphml timelinejs; do
        "$tenkyo" export "$format" --workspace "$out/workspace" --out "$out/$run/$format"
    done
done
diff -r "$out/first" "$out/second"
"$venv/bin/python" "$tests/validate.py" "$out/first"

venv=$(cd "$venv" && pwd)
(cd python && "$venv/bin/maturin" build --quiet --interpreter "$venv/bin/python" --profile dev --out "$out/wheels")
"$venv/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps "$out"/wheels/*.whl
TENKYO_WORKSPACE="$out/workspace" "$venv/bin/python" -m pytest -q -p no:cacheprovider python/tests
