//! Where a text answers a search.

use leptos::prelude::*;

use crate::base::text::terms::marks;

/// The text with its hits marked; as it is where nothing was asked.
pub fn hits(text: String, asked: Option<&str>) -> AnyView {
    let Some(asked) = asked else { return text.into_any() };
    let mut pieces = Vec::new();
    let mut end = 0;
    // An empty text would be rendered as a space.
    let plain = |piece: &str| (!piece.is_empty()).then(|| piece.to_owned().into_any());
    for hit in marks(&text, asked) {
        pieces.extend(plain(&text[end..hit.start]));
        end = hit.end;
        let words = text[hit].to_owned();
        pieces.push(view! { <mark>{words}</mark> }.into_any());
    }
    pieces.extend(plain(&text[end..]));
    pieces.into_any()
}
