.PHONY: serve test build single reproducible bench bench-first-load bench-suggestions evaluate lint journeys browsers fuzz soak accept clean

# Each target is one script; scripts/env.sh names the versions of the tools they use.
serve: ; @scripts/serve.sh
test: ; @scripts/test.sh
build: ; @scripts/build.sh
single: ; @scripts/single.sh
reproducible: ; @scripts/reproducible.sh
bench: ; @scripts/bench.sh bench.mjs
bench-first-load: ; @scripts/bench.sh first-load.mjs
bench-suggestions: ; @cargo bench --quiet --bench suggestions
evaluate: ; @cargo bench --quiet --bench evaluate
lint: ; @scripts/lint.sh
journeys: ; @scripts/journeys.sh
browsers: ; @scripts/browsers.sh
fuzz: ; @scripts/fuzz.sh
soak: ; @scripts/soak.sh
accept: ; @scripts/accept.sh
clean: ; @rm -rf target dist dist-single tests/journeys/node_modules tests/journeys/test-results benches/browser/node_modules
