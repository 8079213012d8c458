//! Any bytes as a file to import, and as a text that lies on the device.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sciatica_check_fuzz::checks::any_text(bytes));
