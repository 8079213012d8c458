//! A clinic's page that is itself a program with Yew: it counts what is pressed,
//! and shows the check or takes it away.

use yew::prelude::*;

/// More than the check has at first, so that the same small numbers are given twice.
const BUTTONS: usize = 40;

#[component]
fn Page() -> Html {
    let shown = use_state(|| true);
    let presses = use_state(|| vec![0; BUTTONS]);
    let clicks = use_state(|| 0);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let count = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    let press = |at: usize| {
        let presses = presses.clone();
        Callback::from(move |_: MouseEvent| {
            let pressed = |(place, times): (usize, &i32)| times + i32::from(place == at);
            presses.set(presses.iter().enumerate().map(pressed).collect());
        })
    };
    html! {
        <main onclick={count}>
            <h1>{ "A page with Yew" }</h1>
            <p>{ "Pressed: " }<output id="clicks">{ *clicks }</output></p>
            <button id="toggle" onclick={toggle}>{ "Show the check, or do not" }</button>
            <div>
                if *shown {
                    <sciatica-check id="one" region="GB-ENG" loading="eager">
                        <p>{ "Emergency? Call " }<a href="tel:999">{ "999" }</a></p>
                    </sciatica-check>
                }
            </div>
            for (at, times) in presses.iter().enumerate() {
                <button key={at} class="counts" onclick={press(at)}>{ *times }</button>
            }
        </main>
    }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
