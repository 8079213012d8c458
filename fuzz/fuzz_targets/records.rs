//! Any records, merged in any order and kept from two tabs.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sciatica_check_fuzz::checks::any_records(bytes));
