//! What `postcard` writes is read, and nothing else.

use super::*;
use crate::content::compile;

fn compiled() -> compile::Compiled {
    compile::compile(compile::read("content".as_ref()).unwrap()).unwrap()
}

#[test]
fn what_was_written_is_read_again() {
    let compiled = compiled();
    let again = compiled.follow_up.unwrap().guide;
    for guide in [&compiled.guide, &again] {
        let bytes = postcard::to_allocvec(guide).unwrap();
        assert_eq!(read::<Guide>(&bytes).as_ref(), Some(guide));
    }
    let texts = compiled.texts.iter().map(String::as_str).collect();
    let words = Words { language: "en", texts };
    let (first, rest) = compiled.guide.halves(&words, std::iter::empty());
    let bytes = postcard::to_allocvec(&first).unwrap();
    assert_eq!(read::<(Guide, Words<'_>)>(&bytes), Some(first));
    let bytes = postcard::to_allocvec(&rest).unwrap();
    assert_eq!(read::<Remainder<'_>>(&bytes), Some(rest));
}

#[test]
fn bytes_that_are_cut_short_or_too_long_are_nothing() {
    let mut bytes = postcard::to_allocvec(&compiled().guide).unwrap();
    for length in (0..bytes.len()).step_by(101) {
        assert_eq!(read::<Guide>(&bytes[..length]), None, "{length}");
    }
    bytes.push(0);
    assert_eq!(read::<Guide>(&bytes), None);
}

#[test]
fn numbers_keep_their_sign_and_their_size() {
    for number in [i16::MIN, -65, -64, -1, 0, 1, 63, 64, i16::MAX] {
        let bytes = postcard::to_allocvec(&number).unwrap();
        assert_eq!(read::<i16>(&bytes), Some(number));
    }
    for number in [0, 127, 128, 16_384, u32::MAX] {
        let bytes = postcard::to_allocvec(&number).unwrap();
        assert_eq!(read::<u32>(&bytes), Some(number));
    }
}

#[test]
fn what_no_build_writes_is_nothing() {
    let [endless, no_kind, no_text] = [&[0xff; 40][..], &[14], &[2, 0xc3, 0x28]];
    assert_eq!(read::<u32>(endless), None);
    assert_eq!(read::<Condition>(no_kind), None);
    assert_eq!(read::<String>(no_text), None);
    assert_eq!(read::<Urgency>(&[4]), None);
}
