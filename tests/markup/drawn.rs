//! A component as HTML, drawn natively: no browser.

use yew::prelude::*;

pub fn drawn<C: BaseComponent>(props: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
    })
}
