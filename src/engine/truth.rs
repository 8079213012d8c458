//! Three-valued logic (Kleene): what has not been answered is not "no".

/// Whether something holds, as far as the answers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It does not hold.
    False,
    /// The answers do not tell.
    Unknown,
    /// It holds.
    True,
}

impl Truth {
    /// Whether it is known to hold.
    pub fn holds(self) -> bool {
        self == Self::True
    }

    /// The opposite; what is unknown stays unknown.
    pub fn negated(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }

    /// False if one is false, true if all are.
    pub fn all(truths: impl IntoIterator<Item = Self>) -> Self {
        let mut result = Self::True;
        for truth in truths {
            match truth {
                Self::False => return Self::False,
                Self::Unknown => result = Self::Unknown,
                Self::True => {}
            }
        }
        result
    }

    /// True if one is true, false if all are.
    pub fn any(truths: impl IntoIterator<Item = Self>) -> Self {
        let mut result = Self::False;
        for truth in truths {
            match truth {
                Self::True => return Self::True,
                Self::Unknown => result = Self::Unknown,
                Self::False => {}
            }
        }
        result
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn one_false_decides_all_even_beside_an_unknown() {
        assert_eq!(Truth::all([Unknown, False, True]), False);
        assert_eq!(Truth::all([Unknown, True]), Unknown);
        assert_eq!(Truth::all([]), True);
    }

    #[test]
    fn one_true_decides_any_even_beside_an_unknown() {
        assert_eq!(Truth::any([Unknown, True, False]), True);
        assert_eq!(Truth::any([Unknown, False]), Unknown);
        assert_eq!(Truth::any([]), False);
    }

    #[test]
    fn the_opposite_of_unknown_is_unknown() {
        assert_eq!(Unknown.negated(), Unknown);
        assert_eq!(True.negated(), False);
    }
}
