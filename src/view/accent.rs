//! A clinic's colour, changed as little as it takes to be read: on the light
//! paper and on the dark one, as text, as the ground of a button, as a border.

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// A clinic's colour, and what is shown in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The colour that was asked for.
    pub asked: Rgb,
    /// What is shown on the light paper.
    pub light: Shades,
    /// What is shown on the dark paper.
    pub night: Shades,
}

/// The colours of one theme that go with an accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Links, borders, and the ground of a button.
    pub accent: Rgb,
    /// The same under the pointer.
    pub strong: Rgb,
    /// A ground for what is chosen.
    pub soft: Rgb,
    /// Text on a button.
    pub on: Rgb,
}

/// Contrasts with a paper, as WCAG counts them: from 1 to 21.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Of the colour that was asked for.
    pub asked: f32,
    /// Of the one that is shown.
    pub shown: f32,
}

/// The papers of `styles/first/tokens.css`.
pub const PAPER: Rgb = Rgb([255, 255, 255]);
/// The dark one.
pub const NIGHT: Rgb = Rgb([0x15, 0x1e, 0x22]);
const WHITE: Rgb = Rgb([255, 255, 255]);
const BLACK: Rgb = Rgb([0, 0, 0]);

/// The contrast that text needs is 4.5; a little more, as `light` is not exact.
const READABLE: f32 = 4.7;
/// How finely a colour is mixed.
const STEPS: u16 = 64;

impl Accent {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let asked = Rgb::parse(text)?;
        Some(Self {
            asked,
            light: Shades::of(asked, PAPER, BLACK, 5),
            night: Shades::of(asked, NIGHT, WHITE, 10),
        })
    }

    /// How well it can be read on the light paper and on the dark one.
    pub fn contrasts(&self) -> [Contrast; 2] {
        [(PAPER, self.light), (NIGHT, self.night)].map(|(paper, shades)| Contrast {
            asked: self.asked.contrast(paper),
            shown: shades.accent.contrast(paper),
        })
    }

    /// The custom properties of `.check` that carry it.
    pub fn properties(&self) -> [(&'static str, Rgb); 8] {
        let (light, night) = (self.light, self.night);
        [
            ("--accent-light", light.accent),
            ("--accent-strong-light", light.strong),
            ("--accent-soft-light", light.soft),
            ("--on-accent-light", light.on),
            ("--accent-night", night.accent),
            ("--accent-strong-night", night.strong),
            ("--accent-soft-night", night.soft),
            ("--on-accent-night", night.on),
        ]
    }
}

impl Shades {
    /// Moves the colour towards `ink` until it can be read on the paper and on
    /// its own soft ground. `ink` itself can be, so there is always an end.
    fn of(asked: Rgb, paper: Rgb, ink: Rgb, softness: u16) -> Self {
        let of = |step| {
            let accent = asked.mixed(ink, step);
            let soft = paper.mixed(accent, softness);
            let on = if accent.contrast(WHITE) >= READABLE { WHITE } else { BLACK };
            Self { accent, strong: accent.mixed(ink, STEPS / 4), soft, on }
        };
        (0..STEPS).map(of).find(|it| it.is_readable(paper)).unwrap_or_else(|| of(STEPS))
    }

    fn is_readable(&self, paper: Rgb) -> bool {
        let pairs = [
            (self.accent, paper),
            (self.accent, self.soft),
            (self.strong, paper),
            (self.on, self.accent),
            (self.on, self.strong),
        ];
        pairs.iter().all(|(one, other)| one.contrast(*other) >= READABLE)
    }
}

impl Rgb {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let digits: Option<Vec<u8>> =
            digits.chars().map(|it| it.to_digit(16).and_then(|it| u8::try_from(it).ok())).collect();
        match digits?.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [a, b, c, d, e, f] => Some(Self([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// As a style sheet writes it.
    pub fn css(self) -> String {
        let digits = self.0.into_iter().flat_map(|it| [it >> 4, it & 15]);
        let digits = digits.filter_map(|it| char::from_digit(it.into(), 16));
        std::iter::once('#').chain(digits).collect()
    }

    /// `step` of [`STEPS`] steps towards another colour.
    fn mixed(self, other: Self, step: u16) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*own) * (STEPS - step) + u16::from(other) * step;
            *own = u8::try_from(sum / STEPS).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// WCAG's contrast, from 1 to 21, to within a twentieth.
    fn contrast(self, other: Self) -> f32 {
        let (one, other) = (self.light(), other.light());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// WCAG's relative luminance. The curve of sRGB by a polynomial, which is
    /// near enough for [`READABLE`] and costs the widget no `powf`.
    fn light(self) -> f32 {
        let [r, g, b] = self.0.map(|value| {
            let value = f32::from(value) / 255.0;
            value * (value * (value * 0.305_306_01 + 0.682_171_1) + 0.012_522_878)
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2's own formula.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let light = |colour: Rgb| {
            let [r, g, b] = colour.0.map(|value| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn holds(accent: &Accent) {
        for (shades, paper) in [(accent.light, PAPER), (accent.night, NIGHT)] {
            for (what, one, other) in [
                ("a link on the paper", shades.accent, paper),
                ("a link under the pointer", shades.strong, paper),
                ("a link on its soft ground", shades.accent, shades.soft),
                ("a button", shades.on, shades.accent),
                ("a button under the pointer", shades.on, shades.strong),
            ] {
                let found = contrast(one, other);
                assert!(found >= 4.5, "{:?}: {what} has {found:.2}", accent.asked);
            }
        }
        let papers = [(accent.light, PAPER), (accent.night, NIGHT)];
        for (told, (shades, paper)) in accent.contrasts().into_iter().zip(papers) {
            for (told, colour) in [(told.asked, accent.asked), (told.shown, shades.accent)] {
                let found = contrast(colour, paper);
                // As near as it says; what decides is held to the exact formula, above.
                let off = (f64::from(told) - found).abs() / found;
                assert!(off < 0.05, "{colour:?}: told {told}, found {found:.2}");
            }
        }
    }

    #[test]
    fn every_colour_can_be_read_in_both_themes() {
        let steps = || (0..=255).step_by(5);
        for r in steps() {
            for g in steps() {
                for b in steps() {
                    holds(&Accent::parse(&Rgb([r, g, b]).css()).unwrap());
                }
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        for (asked, light, night) in [
            ("#0b5f66", true, false),
            ("#003366", true, false),
            ("#ffcc00", false, true),
            ("#9fd", false, true),
        ] {
            let accent = Accent::parse(asked).unwrap();
            assert_eq!(accent.light.accent == accent.asked, light, "{asked} on light paper");
            assert_eq!(accent.night.accent == accent.asked, night, "{asked} on dark paper");
        }
    }

    #[test]
    fn a_colour_is_written_with_three_or_six_digits() {
        let colour = |text| Accent::parse(text).map(|it| it.asked.css());
        assert_eq!(colour("#0bF"), colour(" #00bbff "));
        for wrong in ["", "#", "0bf", "#0bfx", "#12345", "#1234567", "red", "#é1", "#ａbc"] {
            assert_eq!(colour(wrong), None, "{wrong}");
        }
    }
}
