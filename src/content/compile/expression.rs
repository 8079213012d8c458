//! The written form of a condition, parsed. `content/README.md` documents it.

/// A condition as written, with names that nobody has looked up yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Written {
    /// `in-scope`, `E1`.
    Name(String),
    /// `legs is both-new / both-worse`, `history has cancer`.
    Is(String, Vec<String>),
    /// `pain-worst >= 7`.
    AtLeast(String, u8),
    /// `pain-worst <= 3`.
    AtMost(String, u8),
    /// `unanswered touch`.
    Unanswered(String),
    /// `not a`.
    Not(Box<Written>),
    /// `a and b`.
    All(Vec<Written>),
    /// `a or b`.
    Any(Vec<Written>),
    /// `a unless b`.
    Unless(Box<Written>, Box<Written>),
    /// `at least 4 of (2 x a, b, c)`.
    Score(i16, Vec<(i16, Written)>),
}

/// Parses a condition. Weakest first: `or`, `and`, `unless`, `not`.
pub(super) fn parse(text: &str) -> Result<Written, String> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0 };
    let written = parser.any()?;
    match parser.peek() {
        "" => Ok(written),
        rest => Err(format!("“{rest}” is left over")),
    }
}

fn tokens(text: &str) -> Result<Vec<String>, String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' | '\n' | '\t' => {}
            '(' | ')' | ',' | '/' => tokens.push(letter.to_string()),
            '<' | '>' if letters.peek() == Some(&'=') => {
                letters.next();
                tokens.push(format!("{letter}="));
            }
            _ if is_name(letter) => {
                let mut name = letter.to_string();
                while let Some(more) = letters.next_if(|more| is_name(*more)) {
                    name.push(more);
                }
                tokens.push(name);
            }
            other => return Err(format!("“{other}” means nothing here")),
        }
    }
    Ok(tokens)
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-'
}

struct Parser {
    tokens: Vec<String>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", String::as_str)
    }

    fn take(&mut self) -> String {
        let token = self.peek().to_owned();
        self.at += 1;
        token
    }

    fn took(&mut self, token: &str) -> bool {
        let here = self.peek() == token;
        self.at += usize::from(here);
        here
    }

    fn need(&mut self, token: &str) -> Result<(), String> {
        if self.took(token) {
            Ok(())
        } else {
            Err(format!("“{token}” is missing before “{}”", self.peek()))
        }
    }

    fn name(&mut self) -> Result<String, String> {
        const WORDS: [&str; 10] =
            ["and", "or", "not", "unless", "is", "has", "at", "least", "of", "unanswered"];
        let token = self.take();
        let name = token.starts_with(|letter: char| letter.is_ascii_alphanumeric());
        if name && !WORDS.contains(&token.as_str()) {
            Ok(token)
        } else {
            Err(format!("a name is missing before “{token}”"))
        }
    }

    fn number<N: std::str::FromStr>(&mut self) -> Result<N, String> {
        let token = self.take();
        token.parse().map_err(|_| format!("“{token}” is no fitting number"))
    }

    fn any(&mut self) -> Result<Written, String> {
        let mut parts = vec![self.all()?];
        while self.took("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Written::Any(parts) })
    }

    fn all(&mut self) -> Result<Written, String> {
        let mut parts = vec![self.unless()?];
        while self.took("and") {
            parts.push(self.unless()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Written::All(parts) })
    }

    fn unless(&mut self) -> Result<Written, String> {
        let mut written = self.not()?;
        while self.took("unless") {
            written = Written::Unless(Box::new(written), Box::new(self.not()?));
        }
        Ok(written)
    }

    fn not(&mut self) -> Result<Written, String> {
        if self.took("not") {
            return Ok(Written::Not(Box::new(self.not()?)));
        }
        self.one()
    }

    fn one(&mut self) -> Result<Written, String> {
        if self.took("(") {
            let written = self.any()?;
            self.need(")")?;
            return Ok(written);
        }
        if self.took("unanswered") {
            return Ok(Written::Unanswered(self.name()?));
        }
        if self.took("at") {
            return self.score();
        }
        let name = self.name()?;
        match self.peek() {
            "is" | "has" => {
                self.at += 1;
                let mut options = vec![self.name()?];
                while self.took("/") {
                    options.push(self.name()?);
                }
                Ok(Written::Is(name, options))
            }
            ">=" => {
                self.at += 1;
                Ok(Written::AtLeast(name, self.number()?))
            }
            "<=" => {
                self.at += 1;
                Ok(Written::AtMost(name, self.number()?))
            }
            _ => Ok(Written::Name(name)),
        }
    }

    fn score(&mut self) -> Result<Written, String> {
        self.need("least")?;
        let at_least = self.number()?;
        self.need("of")?;
        self.need("(")?;
        let mut parts = vec![self.weighted()?];
        while self.took(",") {
            parts.push(self.weighted()?);
        }
        self.need(")")?;
        Ok(Written::Score(at_least, parts))
    }

    fn weighted(&mut self) -> Result<(i16, Written), String> {
        if self.tokens.get(self.at + 1).is_some_and(|token| token == "x") {
            let weight = self.number()?;
            self.at += 1;
            return Ok((weight, self.any()?));
        }
        Ok((1, self.any()?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, parse};

    fn name(name: &str) -> Written {
        Written::Name(name.to_owned())
    }

    #[test]
    fn and_binds_tighter_than_or_and_unless_tighter_than_and() {
        let written = parse("a or b and c unless d").unwrap();
        let unless = Written::Unless(Box::new(name("c")), Box::new(name("d")));
        assert_eq!(written, Written::Any(vec![name("a"), Written::All(vec![name("b"), unless])]));
    }

    #[test]
    fn one_of_several_options() {
        let written = parse("legs is both-new / both-worse").unwrap();
        let options = vec!["both-new".to_owned(), "both-worse".to_owned()];
        assert_eq!(written, Written::Is("legs".to_owned(), options));
    }

    #[test]
    fn a_score_counts_what_has_no_weight_once() {
        let written = parse("at least 4 of (2 x a, b or c)").unwrap();
        let parts = vec![(2, name("a")), (1, Written::Any(vec![name("b"), name("c")]))];
        assert_eq!(written, Written::Score(4, parts));
    }

    #[test]
    fn a_mistake_is_named() {
        for (text, expected) in [
            ("legs is", "a name is missing"),
            ("(a or b", "“)” is missing"),
            ("a b", "“b” is left over"),
            ("a & b", "“&” means nothing here"),
            ("pain >= 999", "no fitting number"),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
