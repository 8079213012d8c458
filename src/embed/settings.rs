//! What a host page sets, by the names of the element's attributes: trimmed,
//! checked, and what is wrong with it told to the page's owner, never fatal.

use yew::AttrValue;

use crate::view::{Accent, Clinic, Options, Theme};

/// The names of all settings. The element's attributes, the frame's parameters.
pub const NAMES: [&str; 10] = [
    "lang",
    "region",
    "clinic-name",
    "phone",
    "booking-url",
    "reviewed-by",
    "theme",
    "accent",
    "loading",
    "share-levels",
];

/// The longest name of a clinic or a person, in letters.
const LONGEST: usize = 80;

/// What to tell the page's owner of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The setting.
    pub name: &'static str,
    /// What is set, or how it begins.
    pub value: String,
    /// What should be set, if this is wrong and left out.
    pub expected: Option<&'static str>,
    /// What is shown, if this is changed.
    pub shown: Option<String>,
}

impl Remark {
    /// A line for the owner's console.
    pub fn line(&self) -> String {
        let mut line = [self.name, "=\"", &self.value, "\" is "].concat();
        if let Some(expected) = self.expected {
            line.push_str(&["left out; expected ", expected].concat());
        }
        if let Some(shown) = &self.shown {
            line.push_str(&["shown as ", shown, ", so that it can be read"].concat());
        }
        line
    }
}

/// Reads the settings of a page. `get` gives the value of a name; `known` says
/// whether there is such a region. Beside the options: a remark on each setting
/// that is wrong and left out, or changed.
pub fn read(
    get: &dyn Fn(&str) -> Option<String>,
    known: &dyn Fn(&str) -> bool,
) -> (Options, Vec<Remark>) {
    let mut page = Page { get, remarks: Vec::new() };
    let region = page.text("region", "a code of content/regions.toml, such as GB-ENG", known);
    let clinic = Clinic {
        name: page.text("clinic-name", "one line of at most 80 letters", &is_line),
        phone: page.text("phone", "a number to dial, such as +44 20 7946 0000", &is_phone),
        booking: page.text("booking-url", "an https:, tel: or mailto: address", &is_address),
        reviewed_by: page.text("reviewed-by", "one line of at most 80 letters", &is_line),
    };
    let theme = page.take("theme", "auto, light or dark", &|name| Theme::named(name).is_some());
    let theme = theme.and_then(|name| Theme::named(&name)).unwrap_or_default();
    let accent =
        page.take("accent", "a colour as #rgb or #rrggbb", &|text| Accent::parse(text).is_some());
    let accent = accent.and_then(|text| Accent::parse(&text));
    page.take("lang", "en, the one language that there is so far", &|tag| {
        tag.split('-').next().is_some_and(|it| it.eq_ignore_ascii_case("en"))
    });
    page.take("loading", "lazy or eager", &|how| ["lazy", "eager"].contains(&how));
    page.take("share-levels", "no value", &|_| false);
    let share_levels = get("share-levels").is_some_and(|set| set.trim().is_empty());

    page.remarks.extend(accent.as_ref().and_then(|accent| changed(accent, theme)));
    (Options { region, clinic, theme, accent, share_levels }, page.remarks)
}

struct Page<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    remarks: Vec<Remark>,
}

impl Page<'_> {
    /// A setting, trimmed, if it passes the check. An empty one is as good as none.
    fn take(
        &mut self,
        name: &'static str,
        expected: &'static str,
        passes: &dyn Fn(&str) -> bool,
    ) -> Option<String> {
        let value = (self.get)(name)?;
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        if !passes(value) {
            let value = value.chars().take(LONGEST).collect();
            self.remarks.push(Remark { name, value, expected: Some(expected), shown: None });
            return None;
        }
        Some(value.to_owned())
    }

    fn text(
        &mut self,
        name: &'static str,
        expected: &'static str,
        passes: &dyn Fn(&str) -> bool,
    ) -> Option<AttrValue> {
        self.take(name, expected, passes).map(AttrValue::from)
    }
}

fn is_line(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.contains(char::is_control)
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.bytes().all(|it| it.is_ascii_digit() || b" +-().".contains(&it));
    // "+" belongs before all digits, or nowhere.
    let plus = text.trim_start_matches(['(', '+']).contains('+');
    (3..=15).contains(&digits) && plain && !plus
}

/// An address that can do no more than lead to a page, a call or a letter.
fn is_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    let plain = !rest.bytes().any(|it| it.is_ascii_control() || it == b' ');
    let host = || rest.strip_prefix("//").and_then(|rest| rest.bytes().next());
    let fits = is("https") && host().is_some_and(|it| it.is_ascii_alphanumeric())
        || is("tel") && is_phone(rest)
        || is("mailto") && rest.find('@').is_some_and(|at| at > 0 && at + 1 < rest.len());
    plain && fits
}

/// What to tell of a colour that could not be read as it is.
fn changed(accent: &Accent, theme: Theme) -> Option<Remark> {
    let mut shown = String::new();
    for (own, other, colour) in [
        (Theme::Light, Theme::Dark, accent.light.accent),
        (Theme::Dark, Theme::Light, accent.night.accent),
    ] {
        if theme != other && colour != accent.asked {
            let and = if shown.is_empty() { "" } else { " and as " };
            shown.push_str(&[and, &colour.css(), " on ", own.name(), " paper"].concat());
        }
    }
    (!shown.is_empty()).then(|| Remark {
        name: "accent",
        value: accent.asked.css(),
        expected: None,
        shown: Some(shown),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(settings: &[(&str, &str)]) -> (Options, Vec<String>) {
        let get = |name: &str| {
            assert!(NAMES.contains(&name), "{name} is on no list");
            let found = settings.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let (options, remarks) = read(&get, &|code| code.eq_ignore_ascii_case("GB-ENG"));
        (options, remarks.iter().map(Remark::line).collect())
    }

    /// The one remark on a setting that is wrong; it is left out.
    #[track_caller]
    fn wrong(name: &str, value: &str) {
        let (options, remarks) = page(&[(name, value)]);
        assert_eq!(options, Options::default(), "{name}={value}");
        let [remark] = remarks.as_slice() else { panic!("{name}={value}: {remarks:?}") };
        assert!(remark.starts_with(&format!("{name}=")), "{remark}");
        assert!(remark.contains("expected"), "{remark}");
    }

    #[test]
    fn nothing_set_is_nothing_to_tell() {
        assert_eq!(page(&[]), (Options::default(), Vec::new()));
        let empty = NAMES.map(|name| (name, "  "));
        let (options, remarks) = page(&empty);
        assert_eq!(options, Options { share_levels: true, ..Options::default() });
        assert_eq!(remarks, Vec::<String>::new());
    }

    #[test]
    fn what_is_right_is_taken_trimmed() {
        let (options, remarks) = page(&[
            ("lang", " en-GB "),
            ("region", " gb-eng\n"),
            ("clinic-name", " Hands & Co "),
            ("phone", " +44 (20) 7946-0000 "),
            ("booking-url", " HTTPS://clinic.example/book?a=b#c "),
            ("reviewed-by", "Dr A. Example"),
            ("theme", " dark "),
            ("accent", " #9fd "),
            ("loading", "eager"),
            ("share-levels", ""),
        ]);
        assert_eq!(remarks, Vec::<String>::new());
        let text = |text: &str| Some(AttrValue::from(text.to_owned()));
        assert_eq!(options.region, text("gb-eng"));
        assert_eq!(options.clinic.name, text("Hands & Co"));
        assert_eq!(options.clinic.phone, text("+44 (20) 7946-0000"));
        assert_eq!(options.clinic.booking, text("HTTPS://clinic.example/book?a=b#c"));
        assert_eq!(options.clinic.reviewed_by, text("Dr A. Example"));
        assert_eq!((options.theme, options.share_levels), (Theme::Dark, true));
        assert_eq!(options.accent, Accent::parse("#9fd"));
    }

    #[test]
    fn what_is_wrong_is_told_and_left_out() {
        wrong("lang", "fr");
        wrong("lang", "english");
        wrong("region", "XX");
        wrong("clinic-name", &"a".repeat(LONGEST + 1));
        wrong("clinic-name", "two\nlines");
        wrong("reviewed-by", "a\u{7}");
        wrong("theme", "Dark");
        wrong("accent", "red");
        wrong("accent", "#12345");
        wrong("loading", "auto");
        wrong("share-levels", "false");
        for number in ["12", "+44;ext=1", "call us", "1234567890123456", "0044+1", "+44 20 7946x"] {
            wrong("phone", number);
        }
    }

    #[test]
    fn an_address_leads_to_a_page_a_call_or_a_letter_and_nowhere_else() {
        for good in ["https://a.example", "tel:+44-20-7946-0000", "mailto:a@b.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "http://a.example",
            "//a.example",
            "/book",
            "book.html",
            "https:a.example",
            "https://",
            "https:// a.example",
            "https:///a.example",
            "java\tscript:alert(1)",
            "javascript:alert(1)",
            "JavaScript://a.example/%0aalert(1)",
            "data:text/html,x",
            "blob:https://a.example/1",
            "vbscript:x",
            "file:///etc/passwd",
            "tel:",
            "tel:javascript",
            "mailto:",
            "mailto:nobody",
            "https://a.example/\u{0}",
        ] {
            wrong("booking-url", bad);
        }
    }

    #[test]
    fn a_colour_that_is_changed_is_told_for_the_themes_that_show_it() {
        let told = |theme| page(&[("accent", "#ffcc00"), ("theme", theme)]).1;
        let light = "accent=\"#ffcc00\" is shown as";
        assert!(told("auto")[0].starts_with(light), "{:?}", told("auto"));
        assert!(told("light")[0].ends_with("on light paper, so that it can be read"));
        assert_eq!(told("dark"), Vec::<String>::new());
    }
}
