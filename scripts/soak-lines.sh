#!/usr/bin/env bash
# Soak test of the command line: converts LINES_MB megabytes (1024) of JSON Lines to other formats, and measures the memory, which may be
# LINES_MEMORY_MB at most (200). The counts of articles and tags have to be right.
source "$(dirname "$0")/env.sh"

megabytes=${LINES_MB:-1024} most=${LINES_MEMORY_MB:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$ROOT"
say "Building the command line"
"$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"
cargo build --quiet --profile cli --features cli --bin crossread
crossread=${CARGO_TARGET_DIR:-target}/cli/crossread

# An article with emoji, a right-to-left word and 24 tags, two of which are related, again and again with other ids.
generate() {
  awk -v most="$((megabytes * 1048576))" 'BEGIN {
    sentence = "😀 Ana met Bob Smith in Rome, שלום said “no” to 1,200 people. "
    for (i = 0; i < 12; i++) text = text sentence
    while (size < most) {
      n++
      tags = ""
      for (i = 0; i < 12; i++) {
        at = i * 61
        tags = tags (i ? "," : "") sprintf("{\"id\":\"t%d-%da\",\"label\":\"Person\",\"start\":%d,\"end\":%d,\"exact\":\"Ana\",\"entity\":\"Q%d\",\"entityName\":\"Ana\"},", n, i, at + 2, at + 5, n % 1000 + 1)
        tags = tags sprintf("{\"id\":\"t%d-%db\",\"label\":\"Claim\",\"start\":%d,\"end\":%d,\"attributes\":{\"sure\":true,\"weight\":%d}}", n, i, at + 6, at + 27, i)
      }
      line = sprintf("{\"id\":\"a%d\",\"title\":\"Article %d\",\"language\":\"en\",\"text\":\"%s\",\"annotations\":[%s],\"relations\":[{\"id\":\"r%d\",\"type\":\"says\",\"from\":\"t%d-0a\",\"to\":\"t%d-0b\"}]}", n, n, text, tags, n, n, n)
      size += length(line) + 1
      print line
    }
  }'
}

# measured COMMAND...: runs a command in the background; prints the most memory it had, in kilobytes, as the system counts it.
measured() {
  "$@" 2>"$work/messages" &
  local process=$! peak=0 now
  while kill -0 "$process" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print $2 }' "/proc/$process/status" 2>/dev/null || true)
    peak=${now:-$peak}
    sleep 0.1
  done
  wait "$process" || die "$(cat "$work/messages")"
  echo "$peak"
}

# check NAME FORMAT INPUT OUTPUT [OPTION]...
check() {
  local name=$1 start=$SECONDS peak
  peak=$(measured "$crossread" convert --to "$2" --output "$4" "$3" "${@:5}")
  say "$name: $((SECONDS - start)) s, $((peak / 1024)) MB of memory"
  [ "$peak" -le $((most * 1024)) ] || die "More than $most MB"
  grep -q ": $articles articles, $((articles * 24)) tags" "$work/messages" || die "$(cat "$work/messages")"
}

say "Writing $megabytes MB"
generate >"$work/in.articles.jsonl"
articles=$(wc -l <"$work/in.articles.jsonl")
check "JSON Lines to doccano" doccano "$work/in.articles.jsonl" "$work/out.doccano.jsonl"
check "doccano to spaCy" spacy "$work/out.doccano.jsonl" /dev/null --unit utf-16
rm "$work/out.doccano.jsonl"
check "JSON Lines to Prodigy" prodigy "$work/in.articles.jsonl" /dev/null
