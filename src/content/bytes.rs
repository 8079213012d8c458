//! Reads the bytes of the compiled content: what `postcard` has written, in the same order.
//!
//! The bytes are our own, so a fault is no matter of one value: reading goes on with nothing,
//! and in the end there is no content. That takes a fifth of the code that a reader takes
//! which stops at every fault and tells of it.

use crate::model::{
    About, AdviceLine, AnswerOption, Area, Becomes, Change, Condition, Contradiction, Described,
    Fact, FactIx, GuidanceLine, Guide, Kind, Known, Massage, OnBody, OptionSet, Origin, Page,
    PageIx, Part, Question, QuestionIx, Region, Remainder, Rule, RuleIx, Section, Side, Source,
    SourceIx, Stride, Text, Urgency, Words,
};

/// What the bytes say, if they say it whole and nothing else.
pub fn read<'a, T: Read<'a>>(bytes: &'a [u8]) -> Option<T> {
    let mut bytes = Bytes { rest: bytes, broken: false };
    let read = bytes.read();
    (bytes.rest.is_empty() && !bytes.broken).then_some(read)
}

/// What can be read.
pub trait Read<'a> {
    /// The next of the bytes; anything at all, once they are broken.
    fn read(bytes: &mut Bytes<'a>) -> Self;
}

/// What has not been read yet.
pub struct Bytes<'a> {
    rest: &'a [u8],
    broken: bool,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                self.broken = true;
                &[]
            }
        }
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Seven bits a byte, the lowest first; the eighth says that there are more.
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn text(&mut self) -> &'a str {
        let length = self.number() as usize;
        let text = std::str::from_utf8(self.take(length));
        self.broken |= text.is_err();
        text.unwrap_or_default()
    }

    fn read<T: Read<'a>>(&mut self) -> T {
        T::read(self)
    }

    /// There is no such thing.
    fn no<T>(&mut self, instead: T) -> T {
        self.broken = true;
        instead
    }
}

impl Read<'_> for u8 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Read<'_> for bool {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Read<'_> for u16 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number() as Self
    }
}

impl Read<'_> for u32 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number()
    }
}

/// Zero, minus one, one, minus two, two …
impl Read<'_> for i16 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = bytes.number();
        (number >> 1) as Self ^ -((number & 1) as Self)
    }
}

impl<'a> Read<'a> for &'a str {
    fn read(bytes: &mut Bytes<'a>) -> Self {
        bytes.text()
    }
}

impl Read<'_> for String {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.text().to_owned()
    }
}

impl<'a, T: Read<'a>> Read<'a> for Option<T> {
    fn read(bytes: &mut Bytes<'a>) -> Self {
        bool::read(bytes).then(|| T::read(bytes))
    }
}

impl<'a, T: Read<'a>> Read<'a> for Box<T> {
    fn read(bytes: &mut Bytes<'a>) -> Self {
        Self::new(T::read(bytes))
    }
}

impl<'a, T: Read<'a>> Read<'a> for Vec<T> {
    fn read(bytes: &mut Bytes<'a>) -> Self {
        let mut all = Self::new();
        for _ in 0..bytes.number() {
            if bytes.broken {
                break;
            }
            all.push(T::read(bytes));
        }
        all
    }
}

/// Reads field by field, in the order in which the type has them.
macro_rules! fields {
    ($($kind:ident $(<$life:lifetime>)? { $($field:ident)* })*) => { $(
        impl<'a> Read<'a> for $kind $(<$life>)? {
            fn read(bytes: &mut Bytes<'a>) -> Self {
                Self { $($field: bytes.read()),* }
            }
        }
    )* };
}

fields! {
    Guide {
        about pages questions known facts rules patterns irritability contradictions guidance
        sources regions
    }
    About { version date day hash reviewed_by }
    Page { id part section gate title hint }
    Question {
        id page kind options enable_when safety caution handover marks numbers sources title
        hint short loinc
    }
    AnswerOption { id exclusive on_body label sign leaves_open detail say }
    Known { question origin }
    Change { of more_is_better better worse }
    Stride { by percent }
    Becomes { question before later }
    Fact { id condition }
    Rule { id when urgency massage sources why say }
    Part { weight condition }
    Described { id when sources text term }
    Contradiction { when questions text }
    GuidanceLine { id section when sources text work leave }
    Source { id organisation title year address part_of }
    Region { id name emergency emergency_words hospital doctor physio back_passage advice confirmed }
    AdviceLine { name number }
    Words<'a> { language texts }
    Remainder<'a> { guide texts }
}

impl<'a, A: Read<'a>, B: Read<'a>> Read<'a> for (A, B) {
    fn read(bytes: &mut Bytes<'a>) -> Self {
        (bytes.read(), bytes.read())
    }
}

/// A number with a name.
macro_rules! numbers {
    ($($kind:ident)*) => { $(
        impl Read<'_> for $kind {
            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self(bytes.read())
            }
        }
    )* };
}

numbers! { FactIx OptionSet PageIx QuestionIx RuleIx SourceIx Text }

/// One of a list that has all of them, in the order in which the type has them.
macro_rules! names {
    ($($kind:ident)*) => { $(
        impl Read<'_> for $kind {
            fn read(bytes: &mut Bytes<'_>) -> Self {
                let [first, ..] = Self::ALL;
                let one = Self::ALL.get(bytes.number() as usize);
                one.copied().unwrap_or_else(|| bytes.no(first))
            }
        }
    )* };
}

names! { Area Massage Section Side Urgency }

impl Read<'_> for Kind {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Choice,
            1 => Self::Choices,
            2 => Self::Scale { low: bytes.read(), high: bytes.read() },
            _ => bytes.no(Self::Choice),
        }
    }
}

impl Read<'_> for OnBody {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::DownTo(bytes.read()),
            1 => Self::On(bytes.read()),
            _ => bytes.no(Self::On(Side::Both)),
        }
    }
}

impl Read<'_> for Origin {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Visit,
            1 => Self::Activities,
            2 => Self::Massage,
            3 => Self::Since(bytes.read()),
            4 => Self::Change(bytes.read()),
            5 => Self::Ticked { of: bytes.read(), becomes: bytes.read() },
            6 => Self::Held { fact: bytes.read(), days: bytes.read() },
            _ => bytes.no(Self::Visit),
        }
    }
}

impl Read<'_> for Condition {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Always,
            1 => Self::Chosen { question: bytes.read(), any_of: bytes.read() },
            2 => Self::AtLeast { question: bytes.read(), value: bytes.read() },
            3 => Self::AtMost { question: bytes.read(), value: bytes.read() },
            4 => Self::Unanswered(bytes.read()),
            5 => Self::Fact(bytes.read()),
            6 => Self::Rule(bytes.read()),
            7 => Self::Urgency(bytes.read()),
            8 => Self::Massage(bytes.read()),
            9 => Self::Not(bytes.read()),
            10 => Self::All(bytes.read()),
            11 => Self::Any(bytes.read()),
            12 => Self::Unless(bytes.read(), bytes.read()),
            13 => Self::Score { at_least: bytes.read(), parts: bytes.read() },
            _ => bytes.no(Self::Always),
        }
    }
}

#[cfg(test)]
mod tests;
