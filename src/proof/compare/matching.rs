//! What is called what: which entry of an old list is which of a new one, and one list of both.

/// For each new entry the place of the old one that it is: the one of its name; or
/// else, of those that are left, one that says the same. Where more say the same in
/// one list than in the other nobody can tell which it is, and it is none.
pub fn matched<T, U>(
    old: &[T],
    new: &[U],
    named: impl Fn(&T, &U) -> bool,
    same: impl Fn(&T, &U) -> bool,
) -> Vec<Option<usize>> {
    let mut matched: Vec<Option<usize>> =
        new.iter().map(|now| old.iter().position(|before| named(before, now))).collect();
    let left: Vec<(usize, &T)> =
        old.iter().enumerate().filter(|(place, _)| !matched.contains(&Some(*place))).collect();
    let open: Vec<usize> = (0..new.len()).filter(|at| matched.get(*at) == Some(&None)).collect();
    let mut pairs = Vec::new();
    for at in &open {
        let Some(now) = new.get(*at) else { continue };
        let alike: Vec<&(usize, &T)> = left.iter().filter(|(_, it)| same(it, now)).collect();
        let Some((_, like)) = alike.first() else { continue };
        let rivals = open.iter().filter(|at| new.get(**at).is_some_and(|it| same(like, it)));
        let rivals: Vec<&usize> = rivals.collect();
        if rivals.len() == alike.len() {
            let turn = rivals.iter().position(|it| *it == at);
            pairs.extend(turn.and_then(|turn| Some((*at, alike.get(turn)?.0))));
        }
    }
    for (at, place) in pairs {
        if let Some(slot) = matched.get_mut(at) {
            *slot = Some(place);
        }
    }
    matched
}

/// Every entry of two lists once, in the order of the new one: its old place, and its
/// new one. What the new list has not stands behind what came before it in the old one.
pub fn joined(old: usize, matched: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut all: Vec<(Option<usize>, Option<usize>)> =
        matched.iter().enumerate().map(|(new, old)| (*old, Some(new))).collect();
    for place in (0..old).filter(|place| !matched.contains(&Some(*place))) {
        let before = place.checked_sub(1);
        let behind = all.iter().rposition(|(old, _)| old.is_some() && *old == before);
        all.insert(behind.map_or(0, |behind| behind + 1), (Some(place), None));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries with a name and with what they say.
    fn match_up(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<Option<usize>> {
        matched(old, new, |a, b| a.0 == b.0, |a, b| a.1 == b.1)
    }

    #[test]
    fn a_name_counts_before_what_it_says() {
        let old = [("a", "one"), ("b", "two")];
        assert_eq!(match_up(&old, &[("b", "one"), ("a", "three")]), [Some(1), Some(0)]);
    }

    #[test]
    fn what_says_the_same_is_the_same_if_it_is_clear_which() {
        let old = [("a", "one"), ("b", "two"), ("c", "two")];
        assert_eq!(match_up(&old, &[("x", "one"), ("b", "two")]), [Some(0), Some(1)]);
        assert_eq!(
            match_up(&old, &[("x", "two"), ("a", "one"), ("y", "two")]),
            [Some(1), Some(0), Some(2)]
        );
        assert_eq!(match_up(&old, &[("a", "one"), ("x", "two")]), [Some(0), None]);
    }

    #[test]
    fn one_list_has_everything_once_and_in_its_place() {
        let both = joined(4, &[Some(1), None, Some(3)]);
        let expected = [
            (Some(0), None),
            (Some(1), Some(0)),
            (Some(2), None),
            (None, Some(1)),
            (Some(3), Some(2)),
        ];
        assert_eq!(both, expected);
    }
}
