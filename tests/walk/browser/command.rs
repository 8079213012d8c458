//! What the drivers understand and fantoccini has no word for.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// A request below the session: with a body, or only asking.
#[derive(Debug)]
pub struct Other {
    path: String,
    body: Option<Value>,
}

impl Other {
    pub fn ask(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None }
    }

    pub fn tell(path: impl Into<String>, body: Value) -> Self {
        Self { path: path.into(), body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Other {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
