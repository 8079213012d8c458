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

/// Reads the settings of a page. `get` gives the value of a name; `known` says
/// whether there is such a region. Beside the options: a line for the owner's
/// console on each setting that is wrong and left out, or changed.
pub fn read(
    get: impl Fn(&str) -> Option<String>,
    known: impl Fn(&str) -> bool,
) -> (Options, Vec<String>) {
    let mut page = Page { get, remarks: Vec::new() };
    let region = page.take("region", "a code of content/regions.toml, such as GB-ENG", |code| {
        known(code).then(|| code.to_owned().into())
    });
    let name = page.take("clinic-name", "one line of at most 80 letters", line);
    let phone = page.take("phone", "a number to dial, such as +44 20 7946 0000", phone);
    let booking = page.take("booking-url", "an https:, tel: or mailto: address", address);
    let reviewed_by = page.take("reviewed-by", "one line of at most 80 letters", line);
    let theme = page.take("theme", "auto, light or dark", |name| {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    });
    let accent = page.take("accent", "a colour as #rgb or #rrggbb", Accent::parse);
    let language =
        |tag: &str| tag.split('-').next().is_some_and(|it| it.eq_ignore_ascii_case("en"));
    page.take("lang", "en, the one language that there is so far", |tag| {
        language(tag).then_some(())
    });
    page.take("loading", "lazy or eager", |how| ["lazy", "eager"].contains(&how).then_some(()));
    let share_levels = (page.get)("share-levels").is_some_and(|set| set.trim().is_empty())
        || page.take("share-levels", "no value", |_| None::<()>).is_some();

    let theme = theme.unwrap_or_default();
    page.remarks.extend(accent.as_ref().and_then(|accent| changed(accent, theme)));
    let clinic = Clinic { name, phone, booking, reviewed_by };
    (Options { region, clinic, theme, accent, share_levels }, page.remarks)
}

struct Page<Get> {
    get: Get,
    remarks: Vec<String>,
}

impl<Get: Fn(&str) -> Option<String>> Page<Get> {
    /// A setting, trimmed, if it passes the check. An empty one is as good as none.
    fn take<T>(
        &mut self,
        name: &str,
        expected: &str,
        check: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = (self.get)(name)?;
        let value = value.trim();
        let checked = (!value.is_empty()).then(|| check(value))?;
        if checked.is_none() {
            let shown: String = value.chars().take(LONGEST).collect();
            self.remarks.push(format!("{name}=\"{shown}\" is left out; expected {expected}"));
        }
        checked
    }
}

fn line(text: &str) -> Option<AttrValue> {
    let short = text.chars().count() <= LONGEST && !text.contains(char::is_control);
    short.then(|| text.to_owned().into())
}

fn phone(text: &str) -> Option<AttrValue> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text.chars().all(|it| it.is_ascii_digit() || " +-().".contains(it));
    // "+" belongs before all digits, or nowhere.
    let plus = text.trim_start_matches(['(', '+']).contains('+');
    ((3..=15).contains(&digits) && plain && !plus).then(|| text.to_owned().into())
}

/// An address that can do no more than lead to a page, a call or a letter.
fn address(text: &str) -> Option<AttrValue> {
    let (scheme, rest) = text.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let plain = !rest.is_empty() && !rest.contains(|it: char| it.is_control() || it == ' ');
    let fits = match scheme.as_str() {
        "https" => rest
            .strip_prefix("//")
            .is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_alphanumeric())),
        "tel" => phone(rest).is_some(),
        "mailto" => rest.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty()),
        _ => false,
    };
    (plain && fits).then(|| format!("{scheme}:{rest}").into())
}

/// What to tell of a colour that could not be read as it is.
fn changed(accent: &Accent, theme: Theme) -> Option<String> {
    let shown = [
        (Theme::Light, Theme::Dark, accent.light.accent),
        (Theme::Dark, Theme::Light, accent.night.accent),
    ];
    let changed: Vec<String> = shown
        .iter()
        .filter(|(_, other, colour)| theme != *other && *colour != accent.asked)
        .map(|(own, _, colour)| format!("{colour} on {} paper", own.name()))
        .collect();
    (!changed.is_empty()).then(|| {
        let asked = accent.asked;
        format!(
            "accent=\"{asked}\" is shown as {}, so that it can be read",
            changed.join(" and as ")
        )
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
        read(get, |code| code.eq_ignore_ascii_case("GB-ENG"))
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
        assert_eq!(options.clinic.booking, text("https://clinic.example/book?a=b#c"));
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
            assert!(address(good).is_some(), "{good}");
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
