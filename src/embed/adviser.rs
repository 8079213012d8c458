//! Tells the page where a snippet is put together (`src/embed/builder/`) what
//! the check itself makes of the settings: the same checks, the same colours.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::settings;
use crate::view::Content;

#[wasm_bindgen]
extern "C" {
    /// The page's side, see `src/embed/builder/advice.ts`.
    pub type Form;

    /// The value of a setting, if there is one.
    #[wasm_bindgen(method)]
    fn get(this: &Form, name: &str) -> Option<String>;

    /// A setting is wrong, and would be left out.
    #[wasm_bindgen(method)]
    fn tell(this: &Form, name: &str, expected: &str);

    /// How a colour can be read on the light or the dark paper: its own contrast,
    /// the colour that is shown, the contrast of that, and whether it is the same.
    #[wasm_bindgen(method)]
    fn contrast(this: &Form, theme: &str, asked: f32, shown: &str, contrast: f32, kept: bool);

    /// A region that there is. `number`: to dial in an emergency, or empty;
    /// `called` and `hospital`: words for that number, and for where to go.
    #[wasm_bindgen(method)]
    fn region(this: &Form, code: &str, name: &str, number: &str, called: &str, hospital: &str);
}

/// Knows what the check makes of settings, without showing it.
#[wasm_bindgen]
pub struct Adviser {
    content: Rc<Content>,
}

#[wasm_bindgen]
impl Adviser {
    /// # Errors
    ///
    /// A message, if the compiled content cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsError> {
        let content = Content::first();
        let content = content.ok_or_else(|| JsError::new("the compiled content cannot be read"))?;
        Ok(Self { content })
    }

    /// Tells every region, in the order of the list.
    pub fn regions(&self, form: &Form) {
        let words = &self.content.words;
        for region in &self.content.guide.regions {
            form.region(
                &region.id,
                words.text(region.name),
                region.emergency.as_deref().unwrap_or_default(),
                words.text(region.emergency_words),
                words.text(region.hospital),
            );
        }
    }

    /// Tells what is wrong in a form, and how its colour can be read.
    pub fn advise(&self, form: &Form) {
        let known = |code: &str| self.content.guide.region_place(code).is_some();
        let (options, remarks) = settings::read(&|name| form.get(name), &known);
        for remark in remarks {
            if let Some(expected) = remark.expected {
                form.tell(remark.name, expected);
            }
        }
        if let Some(accent) = options.accent {
            let shown = [("light", accent.light), ("dark", accent.night)];
            for ((theme, shades), it) in shown.into_iter().zip(accent.contrasts()) {
                let (colour, kept) = (shades.accent, shades.accent == accent.asked);
                form.contrast(theme, it.asked, &colour.css(), it.shown, kept);
            }
        }
    }
}
