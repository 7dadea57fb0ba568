#!/usr/bin/env bash
# Lets other tools read what Crossread exports: spaCy, cassis, the converter of Label Studio, seqeval and doccano, in the versions of
# tests/accept/requirements*.txt. They are installed once, for all clones. Exports the sample articles and ACCEPT_PROJECTS generated
# projects (20). Arguments choose tools: scripts/accept.sh spacy_docs seqeval_conll. Without Python or a network, tools are skipped.
source "$(dirname "$0")/env.sh"

count=${ACCEPT_PROJECTS:-20}
tools=("$@")
[ ${#tools[@]} -gt 0 ] || tools=(spacy_docs cassis_files label_studio_tasks seqeval_conll doccano_import)
have python3 && python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || {
  skipped ${#tools[@]} "Python 3.10 or newer with venv is missing (Debian: apt-get install python3-venv)"
  exit 0
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$ROOT"

# environment NAME: the folder of a Python environment with the packages of tests/accept/NAME.txt, which is made if it is not there.
environment() {
  local list=tests/accept/$1.txt folder hash
  hash=$( (cat "$list"; python3 --version) | sha256sum | cut -c1-12)
  folder=$CACHE/$1-$hash
  if [ ! -e "$folder/.complete" ]; then
    say "Installing $(grep -v '^#' "$list" | tr '\n' ' ')(some minutes)"
    rm -rf "$folder"
    python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list" >&2 || return 1
    touch "$folder/.complete"
  fi
  echo "$folder"
}

say "Building the command line"
"$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"
cargo build --quiet --features cli --bin crossread
crossread=${CARGO_TARGET_DIR:-target}/debug/crossread

say "Exporting the sample articles and $count generated projects"
python3 tests/accept/crossread_projects.py "$work" articles "$count"
for project in "$work"/*/; do
  for format in spacy cas label-studio doccano conll; do
    "$crossread" convert --quiet --to "$format" --output "$project$format/" "$project/project.crossread.json"
  done
  "$crossread" convert --quiet --to conll --scheme bioes --output "${project}conll-bioes/" "$project/project.crossread.json"
done

passed=0 failed=0
for tool in "${tools[@]}"; do
  list=requirements
  [ "$tool" != doccano_import ] || list=requirements-doccano
  if ! folder=$(environment "$list"); then
    skipped 1 "$tool: its packages cannot be installed (see above)"
    continue
  fi
  start=$SECONDS
  if "$folder/bin/python" -W ignore "tests/accept/$tool.py" "$work"/*/; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  say "$tool: $((SECONDS - start)) s"
done
printf '  %s passed\n  %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
