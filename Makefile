PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help serve test test-engines test-wordpress pictures dist bench lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s  %s\n", $$1, $$2 }' Makefile

serve: ## build the check and serve it on http://127.0.0.1:8080 (PORT=… changes the port)
	@scripts/setup-build
	@scripts/serve $(PORT)

test: ## lint, release build, all tests, walks in Chromium included
	@scripts/test

test-engines: ## the walks in Firefox and WebKit too
	@scripts/test-engines

test-wordpress: ## the check in a post of a real WordPress, set up in target/
	@scripts/test-wordpress

pictures: ## a picture of every screen, into target/pictures
	@scripts/pictures

dist: ## build the widget, release, into dist/
	@scripts/setup-build
	@scripts/dist

bench: dist ## benchmarks, and a table of the sizes in dist/
	@scripts/bench

lint: ## format and lints
	@scripts/setup-wasm-target
	@scripts/lint

clean: ## remove what was built here (the tools' cache stays)
	rm -rf target dist
