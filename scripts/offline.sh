#!/bin/sh
# trunk runs this script on each build before it is moved to dist/. Removes the comments of the page's own scripts, writes
# service-worker.js with the list of all files, and puts its name and version into index.html. Uses POSIX tools only, because
# `trunk build` must work without node and bash. A development build gets a service worker that unregisters itself, so that it
# never serves outdated files.
set -eu

template=$PWD/shell/service-worker.js
cd "$TRUNK_STAGING_DIR"

if command -v sha256sum >/dev/null 2>&1; then sums() { sha256sum "$@"; }
elif command -v shasum >/dev/null 2>&1; then sums() { shasum -a 256 "$@"; }
else sums() { openssl dgst -sha256 -r "$@"; }
fi

# Also removes the changes of an earlier run on the same folder.
# trunk takes the lazy parts for scripts, and preloads them as modules.
sed -E -e 's,<link [^>]*href="?[^" >]*snippets/[^" >]*\.wasm"?[^>]*>,,g' -e 's,<link [^>]*href="?\./articles/[^>]*>,,g' -e 's, data-worker="[^"]*" data-version="[^"]*",,' -e 's,\.js\?v=[0-9a-f]+,.js,g' index.html >.index.html
mv .index.html index.html

if [ "${TRUNK_PROFILE:-release}" != release ]; then
  { echo 'const VERSION = "", FILES = [];'; cat "$template"; } >service-worker.js
  exit 0
fi

if find . -name '*["\\]*' | grep .; then
  echo "File names must not contain a quotation mark or a backslash" >&2
  exit 1
fi

# trunk also copies the lazy parts of an earlier build.
for folder in snippets/*; do
  if [ -d "$folder" ] && ! grep -q "$folder/" ./*.js; then rm -r "$folder"; fi
done

# trunk makes a script for each program. The detector needs none.
rm -f detector.js

# One style sheet instead of many: a request less for each.
awk 'BEGIN { RS = "\001" } {
  while (match($0, /<link [^>]*rel="?stylesheet"?[^>]*>/)) { print substr($0, RSTART, RLENGTH); $0 = substr($0, RSTART + RLENGTH) }
}' index.html | sed -E 's,.* href="?([^" >]+).*,\1,' >.sheets
if [ -s .sheets ]; then
  while IFS= read -r sheet; do cat "$sheet"; done <.sheets >.style.css
  style=style-$(sums .style.css | cut -c1-16).css
  while IFS= read -r sheet; do rm "$sheet"; done <.sheets
  mv .style.css "$style"
  # The articles of a first visit are requested while the program is loaded. With the mode and credentials of shell/boot.js.
  preloads=$({ echo index.json; sed -n -E 's,.*"file": *"([A-Za-z0-9._-]+)".*,\1,p' articles/index.json; } |
    sed -E 's,(.*),<link rel="preload" as="fetch" crossorigin href="./articles/\1">,' | tr -d '\n')
  awk -v links="<link rel=\"stylesheet\" href=\"./$style\">$preloads" 'BEGIN { RS = "\001" } {
    while (match($0, /<link [^>]*rel="?stylesheet"?[^>]*>/)) {
      printf "%s%s", substr($0, 1, RSTART - 1), count++ ? "" : links
      $0 = substr($0, RSTART + RLENGTH)
    }
    printf "%s", $0
  }' index.html >.index.html
  mv .index.html index.html
fi
rm .sheets

# A third of these scripts is comments. Removes complete lines only; no string in these scripts has a line that begins like a
# comment.
for script in boot rescue offline search-worker; do
  sed -E -e '\,^ *(//|/\*\*|\*[ /]),d' "$script.js" >".$script.js"
  mv ".$script.js" "$script.js"
done

# "SHA-256  path" of each file; trunk's own files begin with a dot.
list() {
  find . -type f ! -name '.*' ! -name service-worker.js | sed 's,^\./,,' | LC_ALL=C sort | while IFS= read -r path; do
    sum=$(sums "$path" </dev/null)
    printf '%s  %s\n' "$(printf %s "$sum" | cut -c1-64)" "$path"
  done
}

# The version: a hash of all files and of the worker.
version=$({ list; cat "$template"; } | sums | cut -c1-16)

# The page contains its version, and requests its scripts with the version, so that no HTTP cache mixes versions.
sed -E -e "s,(<script[^>]* src=\"?[^\" >]*\.js)(\"?[ >]),\1?v=$version\2,g" \
  -e "s,( id=\"?boot\"?)([ >]),\1 data-worker=\"service-worker.js\" data-version=\"$version\"\2," index.html >.index.html
grep -q "data-version=\"$version\"" .index.html || { echo "index.html has no script with the id boot" >&2; exit 1; }
mv .index.html index.html

{
  printf 'const VERSION = "%s";\nconst FILES = [\n' "$version"
  # The page is listed under the URL of its folder, which no server redirects.
  list | sed -E -e 's,^([0-9a-f]+)  index\.html$,\1  ,' -e 's,^([0-9a-f]+)  (.*)$,  ["\2"\, "\1"]\,,'
  printf '];\n'
  cat "$template"
} >.service-worker.js
mv .service-worker.js service-worker.js
