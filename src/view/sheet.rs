//! A page to take along, as it will be on paper, and the ways to take it: print,
//! copy, share, or a file for a clinic's system. Nothing is sent anywhere.

use yew::prelude::*;

use super::context::Context;
use super::hand_out::{self, Way};
use super::parts;
use crate::content::phrase;
use crate::engine::{Action, Reader};
use crate::handover::{self, Case, Sheet};
use crate::model::Day;

/// The file for a clinic's system, and its type.
const FILE: &str = "sciatica-check.fhir.json";
const FHIR: &str = "application/fhir+json";

/// `on_paper` is what the printer gets.
pub fn sheet(context: &Context<'_>, reader: Reader, day: Day, on_paper: NodeRef) -> Html {
    let day = day.to_string();
    let case = Case {
        guide: context.guide(),
        words: context.words(),
        region: context.region(),
        response: context.state.settled(),
        outcome: context.outcome,
        day: &day,
    };
    let sheet = match reader {
        Reader::Visitor => handover::for_visitor(&case),
        Reader::Clinician => handover::for_clinician(&case),
    };
    let plain = AttrValue::from(sheet.plain());
    html! {
        <div class="sheet">
            { parts::button(context, "button--back", phrase::PAGE_BACK_TO_RESULT, Action::Back) }
            <div class="sheet__ways">
                { way(context, phrase::TAKE_PRINT, Way::Print(on_paper.clone())) }
                { way(context, phrase::TAKE_COPY, Way::Copy(plain.clone())) }
                { way(context, phrase::TAKE_SHARE, Way::Share(sheet.title.clone().into(), plain)) }
                if reader == Reader::Clinician {
                    { way(context, phrase::TAKE_FHIR, Way::Save(FILE, FHIR, bundle(&case))) }
                }
            </div>
            <p class="hint">{ context.text(phrase::TAKE_PRIVATE) }</p>
            { paper(context, &sheet, on_paper) }
            { parts::safety_net(context) }
        </div>
    }
}

/// A button for a way to take something along, and a place for what came of it.
pub fn way(context: &Context<'_>, label: crate::model::Text, way: Way) -> Html {
    html! {
        <hand_out::Button
            label={context.text(label)}
            done={context.text(phrase::TAKE_DONE)}
            failed={context.text(phrase::TAKE_FAILED)}
            {way}
        />
    }
}

fn paper(context: &Context<'_>, sheet: &Sheet, on_paper: NodeRef) -> Html {
    html! {
        <article class="paper" ref={on_paper}>
            { parts::heading(context, AttrValue::from(sheet.title.clone()), None) }
            <p class="paper__about">{ &sheet.about }</p>
            <div class="paper__blocks">
                for block in &sheet.blocks {
                    <section key={block.title.clone()}>
                        <h2 class="paper__title">{ &block.title }</h2>
                        <ul>
                            for line in &block.lines {
                                <li key={line.clone()}>{ line }</li>
                            }
                        </ul>
                    </section>
                }
            </div>
        </article>
    }
}

/// The questionnaire and the answers to it, in one file.
fn bundle(case: &Case<'_>) -> AttrValue {
    let bundle = handover::bundle(case.guide, case.words, case.response, case.day);
    AttrValue::from(bundle.to_string())
}
