//! What a screen reader is told, in the order in which it reads.

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::visitor::Visitor;

/// What is told about an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub role: String,
    pub name: String,
}

pub fn heard(role: &str, name: &str) -> Heard {
    Heard { role: role.to_owned(), name: name.to_owned() }
}

/// What is listened for: what one moves to, acts on, or is told at once.
const ROLES: [&str; 10] = [
    "heading",
    "button",
    "link",
    "group",
    "checkbox",
    "radio",
    "combobox",
    "progressbar",
    "alert",
    "status",
];
/// The elements that can have these roles.
const ELEMENTS: &str = "#check :is(h1, h2, h3, h4, button, a[href], fieldset, input, select, \
                        progress, [role])";

impl Visitor {
    /// Chromium has the whole tree to read. The others say it of an element, and
    /// the elements stand in the order of reading.
    pub async fn reading(&self) -> Vec<Heard> {
        let all = match self.browser.engine {
            Engine::Chromium => self.tree().await.into_iter().map(|node| node.heard).collect(),
            Engine::Firefox | Engine::WebKit => self.elements().await,
        };
        all.into_iter().filter(|it: &Heard| ROLES.contains(&it.role.as_str())).collect()
    }

    async fn elements(&self) -> Vec<Heard> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((it) => it.checkVisibility())";
        let found = self.script_of(script, vec![ELEMENTS.into()]).await;
        let mut heard = Vec::new();
        for element in found.as_array().into_iter().flatten() {
            // A reference to an element is an object with its id and nothing else.
            let id = element.as_object().and_then(|it| it.values().next()).and_then(Value::as_str);
            heard.push(self.told_of(id.expect("an element")).await);
        }
        heard
    }

    /// What is told about the element that has the focus.
    pub async fn focused(&self) -> Heard {
        let element = self.browser.page.active_element().await.expect("the focus is somewhere");
        self.told_of(element.element_id().as_ref()).await
    }

    async fn told_of(&self, id: &str) -> Heard {
        Heard { role: self.browser.role(id).await, name: plain(&self.browser.name(id).await) }
    }

    /// Chromium's tree: every node that a screen reader gets.
    pub async fn tree(&self) -> Vec<Node> {
        let all = self.browser.cdp("Accessibility.getFullAXTree", json!({})).await;
        let nodes = all["nodes"].as_array().cloned().unwrap_or_default();
        let mut read = Vec::new();
        let mut next: Vec<&Value> = nodes.first().into_iter().collect();
        while let Some(node) = next.pop() {
            if node["ignored"] == json!(false) {
                read.push(Node::of(node));
            }
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            next.extend(children.filter_map(|id| nodes.iter().find(|it| it["nodeId"] == *id)));
        }
        read
    }
}

/// In one line. Some engines put a space between the parts of a name, before a colon too.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":")
}

/// A node of Chromium's tree.
#[derive(Clone, Debug)]
pub struct Node {
    pub heard: Heard,
    pub description: String,
    properties: Value,
}

impl Node {
    fn of(node: &Value) -> Self {
        let text = |key: &str| plain(node[key]["value"].as_str().unwrap_or_default());
        let heard = Heard { role: text("role"), name: text("name") };
        Self { heard, description: text("description"), properties: node["properties"].clone() }
    }

    /// A state, such as `checked` or `expanded`.
    pub fn state(&self, name: &str) -> Option<&Value> {
        let properties = self.properties.as_array().into_iter().flatten();
        properties.filter(|it| it["name"] == name).map(|it| &it["value"]["value"]).next()
    }
}
