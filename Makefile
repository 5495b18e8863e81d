# What can be done here. Each target is one readable script in Scripts/.
# DESTDIR and PREFIX are for `make install`, ONLY for `make test`, RUNS for `make bench`,
# GRAPH and RUNS for `make bench-peers`.

PREFIX ?= $(HOME)/.local

.DEFAULT_GOAL := help
.PHONY: help demo test check sanitize fuzz format build bench bench-peers install dist gallery clean

help: ## say what can be made
	@echo "Hinterland (腹地): who and what lies within an hour. Needs Swift 6.1 or later and make."
	@echo
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/\1 \2/p' Makefile \
	  | while read -r name words; do printf '  make %-11s %s\n' "$$name" "$$words"; done

demo: ## install what is missing, build, answer for 长株潭, say how to look at it
	@Scripts/demo.sh

test: ## install what is missing, run every test (ONLY=ShapesTests: some of them)
	@Scripts/test.sh "$(ONLY)"

check: ## what CI runs: lint, both sanitizers, a minute of damaged inputs, every test
	@Scripts/check.sh

sanitize: ## tests of Routing and GeoIO under the address and the thread sanitizer
	@Scripts/sanitize.sh

fuzz: ## damaged inputs under the address sanitizer (SECONDS=60)
	@Scripts/fuzz.sh "$(SECONDS)"

format: ## lay out all Swift code as `make check` wants it
	@Scripts/format.sh

build: ## install what is missing, build .build/release/hinterland
	@Scripts/build.sh

bench: ## time and peak memory of whole runs, answers checked (RUNS=5)
	@Scripts/bench.sh "$(RUNS)"

bench-peers: ## the routing engine beside scipy, igraph, networkit, routingkit-cch (GRAPH=new-york)
	@Scripts/bench-peers.sh "$(or $(GRAPH),new-york)" "$(or $(RUNS),7)"

install: ## build and copy to PREFIX (~/.local)
	@Scripts/install.sh "$(DESTDIR)$(PREFIX)"

dist: ## a tarball and a Debian package in dist/ (OPEN=1: without boundaries and seats)
	@OPEN="$(OPEN)" Scripts/dist.sh

gallery: ## pictures of real answers in Documentation/Images
	@Scripts/gallery.sh

clean: ## remove what was built, and the answers in out/
	rm -rf .build out dist
