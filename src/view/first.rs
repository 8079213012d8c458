//! The first screen as HTML: it stands in the page before the program is there.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::rest::Behind;
use super::{App, Content, Options, Props};

/// What everybody sees first, where nothing is set but the region. `None`: it would have to wait
/// for something, which nothing on a first screen does.
pub fn first_screen(content: Rc<Content>, region: Option<&str>) -> Option<String> {
    let region = region.map(|code| code.to_owned().into());
    let options = Options { region, ..Options::default() };
    // The macro, so that a property with a default need not be named here.
    let props = yew::props!(Props { content, rest: Behind::Coming, options });
    let drawn = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    match pin!(drawn.render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Some(html),
        Poll::Pending => None,
    }
}
