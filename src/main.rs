//! The command line of the sciatica self-check: the same engine and content as
//! the widget.
//!
//! ```text
//! sciatica-check evaluate < response.json   the outcome, as JSON
//! sciatica-check questions                  the questionnaire, as JSON
//! sciatica-check verify                     the proof, a line a property
//! sciatica-check verify my-content          the same of another folder of content
//! sciatica-check compare old new            who gets another level in a new folder of content
//! sciatica-check page                       the first screen, as HTML: where no region is set,
//!                                           and in each, as JSON
//! ```

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

// In the browser nothing starts by itself: the page calls `embed::mount`.
#[cfg(target_arch = "wasm32")]
fn main() {}
#[cfg(target_arch = "wasm32")]
pub use sciatica_check::embed;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod cli;
