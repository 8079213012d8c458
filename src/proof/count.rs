//! How many responses a set holds, exactly: they are more than a number of the
//! machine can be, so their digits are kept.

use biodivine_lib_bdd::Bdd;

/// A whole number of responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    digits: String,
}

impl Count {
    /// Of the responses in a set.
    pub fn of(set: &Bdd) -> Self {
        Self { digits: set.exact_cardinality().to_string() }
    }

    /// Every digit.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Whether there is nobody.
    pub fn is_zero(&self) -> bool {
        self.digits == "0"
    }

    /// Two digits and the power of ten, such as `2.6e61`; cut, not rounded up.
    pub fn short(&self) -> String {
        match self.digits.split_at_checked(1) {
            Some((one, rest)) if rest.len() > 5 => {
                format!("{one}.{}e{}", rest.get(..1).unwrap_or("0"), rest.len())
            }
            _ => self.digits.clone(),
        }
    }

    /// Which part of a whole this is, from 0 to 1.
    pub fn share_of(&self, whole: &Self) -> f64 {
        if whole.is_zero() {
            return 0.0;
        }
        let (part, part_power) = self.leading();
        let (whole, whole_power) = whole.leading();
        part / whole * 10f64.powi(part_power - whole_power)
    }

    /// As many digits as a float holds, and the power of ten that is left.
    fn leading(&self) -> (f64, i32) {
        let held = self.digits.len().min(17);
        let number = self.digits.get(..held).and_then(|digits| digits.parse().ok());
        (number.unwrap_or(0.0), (self.digits.len() - held) as i32)
    }
}

/// A share in percent. What is not nothing is never told as nothing, and what
/// is not all never as all.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match share {
        0.0 => "0 %".to_owned(),
        1.0 => "100 %".to_owned(),
        _ if percent < 0.01 => format!("{percent:.1e} %"),
        _ if percent > 99.99 => "> 99.99 %".to_owned(),
        _ => format!("{percent:.2} %"),
    }
}

#[cfg(test)]
mod tests {
    use biodivine_lib_bdd::BddVariableSet;

    use super::*;

    #[test]
    fn more_people_than_a_machine_can_count_are_counted() {
        let set = BddVariableSet::new_anonymous(200);
        let all = Count::of(&set.mk_true());
        assert_eq!(all.digits(), "1606938044258990275541962092341162602522202993782792835301376");
        assert_eq!(all.short(), "1.6e60");
        let half = Count::of(&set.mk_true().and(&set.mk_var(set.variables()[7])));
        assert!((half.share_of(&all) - 0.5).abs() < 1e-15);
        assert!(Count::of(&set.mk_false()).is_zero());
        assert_eq!(Count::of(&set.mk_false()).short(), "0");
    }

    #[test]
    fn few_are_told_to_the_last() {
        let set = BddVariableSet::new_anonymous(13);
        assert_eq!(Count::of(&set.mk_true()).short(), "8192");
    }

    #[test]
    fn hardly_anybody_is_not_nobody_and_nearly_all_are_not_all() {
        let told = [(0.0, "0 %"), (1.0, "100 %"), (0.5, "50.00 %"), (0.999_999, "> 99.99 %")];
        for (share, expected) in told {
            assert_eq!(percent(share), expected);
        }
        assert_eq!(percent(0.000_000_2), "2.0e-5 %");
    }
}
