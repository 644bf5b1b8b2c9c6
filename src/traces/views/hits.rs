//! Where a text answers a search.

use leptos::prelude::*;

use crate::base::text::terms::marks;

/// The text with its hits marked; as it is where nothing was asked.
pub fn hits(text: String, asked: Option<&str>) -> AnyView {
    let Some(asked) = asked else { return text.into_any() };
    let mut pieces = Vec::new();
    let mut end = 0;
    for hit in marks(&text, asked) {
        pieces.push(text[end..hit.start].to_owned().into_any());
        end = hit.end;
        let words = text[hit].to_owned();
        pieces.push(view! { <mark>{words}</mark> }.into_any());
    }
    pieces.push(text[end..].to_owned().into_any());
    pieces.into_any()
}
