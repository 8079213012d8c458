//! Where things stand in a picture: whole units, from values and their scale.

/// The width of every picture. It grows and shrinks with the page.
pub const WIDTH: i32 = 320;
/// Room above the scale, for the number over a point.
pub const TOP: i32 = 20;
/// Room below it, for the mark and the day.
pub const FOOT: i32 = 38;

/// Where the parts of a picture are.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    /// The left end of the lines of the scale.
    pub left: i32,
    /// The lowest line of the scale.
    pub bottom: i32,
    /// Where each visit stands, from the left.
    pub columns: Vec<i32>,
    /// Which of them is named below: all, or as many as there is room for.
    pub every: usize,
    lowest: i32,
    highest: i32,
}

/// The frame for so many visits, and a scale with these lines and the longest name.
pub fn frame(visits: usize, ticks: &[u16], longest: usize) -> Frame {
    let (lowest, highest) =
        (ticks.first().copied().unwrap_or(0), ticks.last().copied().unwrap_or(1));
    let lines = int(ticks.len());
    let left = (10 + int(longest) * 13 / 2).min(WIDTH * 2 / 5);
    // Between the first and the last visit, a little off the edges.
    let (first, last) = (left + 16, WIDTH - 20);
    let gaps = int(visits).saturating_sub(1);
    let column = |at: i32| match gaps {
        0 => i32::midpoint(first, last),
        _ => first + (last - first) * at / gaps,
    };
    Frame {
        left,
        bottom: TOP + (lines.saturating_sub(1) * 22).max(88),
        columns: (0..int(visits)).map(column).collect(),
        every: visits.div_ceil(5).max(1),
        lowest: lowest.into(),
        highest: i32::from(highest).max(i32::from(lowest) + 1),
    }
}

impl Frame {
    /// The whole height.
    pub fn height(&self) -> i32 {
        self.bottom + FOOT
    }

    /// How far down a value stands. One beyond the scale stands at its end.
    pub fn y(&self, value: u16) -> i32 {
        let above = i32::from(value).clamp(self.lowest, self.highest) - self.lowest;
        self.bottom - (self.bottom - TOP) * above / (self.highest - self.lowest)
    }
}

/// The line through the points, with a gap where there is none.
pub fn path(points: &[Option<(i32, i32)>]) -> String {
    let mut path = String::new();
    let mut before = false;
    for point in points {
        if let Some((x, y)) = point {
            path.push_str(&format!("{}{x} {y}", if before { 'L' } else { 'M' }));
        }
        before = point.is_some();
    }
    path
}

fn int(count: usize) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_scale_are_the_ends_of_the_picture() {
        let frame = frame(3, &[0, 5, 10], 2);
        assert_eq!((frame.y(10), frame.y(0)), (TOP, frame.bottom));
        assert_eq!(frame.y(5), i32::midpoint(TOP, frame.bottom));
        assert_eq!(frame.y(65_535), TOP, "beyond the scale");
    }

    #[test]
    fn visits_stand_in_order_at_equal_steps_within_the_picture() {
        for visits in 2..=8 {
            let frame = frame(visits, &[0, 1, 2, 3, 4, 5], 15);
            let steps: Vec<i32> = frame.columns.windows(2).map(|it| it[1] - it[0]).collect();
            let (least, most) = (steps.iter().min().unwrap(), steps.iter().max().unwrap());
            assert!(*least > 18 && most - least <= 1, "{visits}: {steps:?}");
            assert!(frame.columns[0] > frame.left && *frame.columns.last().unwrap() < WIDTH);
            assert!(visits.div_ceil(frame.every) <= 5, "more names than there is room for");
        }
        assert_eq!(frame(1, &[0, 10], 2).columns.len(), 1);
        assert_eq!(frame(0, &[], 0).columns, Vec::<i32>::new());
    }

    #[test]
    fn a_visit_without_an_answer_leaves_a_gap_in_the_line() {
        let points = [Some((1, 2)), Some((3, 4)), None, Some((7, 8))];
        assert_eq!(path(&points), "M1 2L3 4M7 8");
        assert_eq!(path(&[None, None]), "");
    }

    #[test]
    fn a_scale_without_a_length_breaks_nothing() {
        let frame = frame(2, &[7], 1);
        assert_eq!(frame.y(7), frame.bottom);
    }
}
