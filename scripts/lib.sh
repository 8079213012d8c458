# What the scripts share. Sourced, from any directory.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# shellcheck source=scripts/versions.env
source scripts/versions.env

# One cache a user, keyed by version: a second clone builds no tool again.
TOOLS=${SCIATICA_CHECK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/sciatica-check/tools}

# Where the built widget is.
# shellcheck disable=SC2034 # used by the scripts that source this
DIST=${SCIATICA_CHECK_DIST:-$PWD/dist}

# Each argument is a line.
say() { printf '%s\n' "$@" >&2; }
fail() { say "$*"; exit 1; }

# Where the Rust toolchain without rustup's wasm32 target is linked, see scripts/setup-wasm-target.
# shellcheck disable=SC2034 # used by the scripts that source this
DEBIAN_RUST=$TOOLS/debian-rust/bin

# Can the machine's own toolchain build for WebAssembly?
# SCIATICA_CHECK_NO_RUSTUP=1 says no, to try the way without rustup's target.
has_wasm_std() {
    [[ -z ${SCIATICA_CHECK_NO_RUSTUP:-} ]] &&
        [[ -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib ]]
}

# Can the standard library be built for size, without the words of a panic? It takes rustup's
# rust-src and unstable options of rustc. SCIATICA_CHECK_PLAIN=1 says no, to try the ordinary build.
has_small_std() {
    [[ -z ${SCIATICA_CHECK_PLAIN:-} ]] && has_wasm_std &&
        [[ -d $(rustc --print sysroot)/lib/rustlib/src/rust/library ]] &&
        RUSTC_BOOTSTRAP=1 rustc -Zunstable-options -Cpanic=immediate-abort --print cfg &>/dev/null
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "This needs root, and there is no sudo. As root, please run: $*"
    fi
}

# The module of nginx that sends what is there in brotli.
# shellcheck disable=SC2034 # used by the scripts that source this
NGINX_BROTLI=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
