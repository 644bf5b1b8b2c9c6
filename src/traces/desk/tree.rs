//! The clipboard's HTML as a tree. Parsed apart from the page: nothing in it loads or runs.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element as Tag, Node as DomNode, SupportedType};

use super::text::paste::{Element, Node};

/// Nodes below this are left out, however the document is built.
const DEEPEST: usize = 100;

pub fn of(html: &str) -> Vec<Node> {
    let document =
        DomParser::new().ok().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml).ok());
    document.and_then(|document| document.body()).map(|body| children(&body, 0)).unwrap_or_default()
}

fn children(parent: &DomNode, depth: usize) -> Vec<Node> {
    if depth > DEEPEST {
        return vec![Node::Text(parent.text_content().unwrap_or_default())];
    }
    let nodes = parent.child_nodes();
    (0..nodes.length()).filter_map(|at| node(&nodes.item(at)?, depth)).collect()
}

fn node(node: &DomNode, depth: usize) -> Option<Node> {
    if node.node_type() == DomNode::TEXT_NODE {
        return Some(Node::Text(node.node_value().unwrap_or_default()));
    }
    let tag = node.dyn_ref::<Tag>()?;
    let get = |name: &str| tag.get_attribute(name).unwrap_or_default();
    Some(Node::Element(Element {
        name: tag.tag_name().to_ascii_lowercase(),
        href: get("href"),
        style: get("style").to_ascii_lowercase().replace(' ', ""),
        children: children(node, depth + 1),
    }))
}
