//! A member's name where a trace speaks of them.

use leptos::prelude::*;

use crate::base::words::Lang;

/// The name with a link to the member's page; one who left has neither.
#[component]
pub fn Person(handle: String, name: String, demo: bool, gone: bool, lang: Lang) -> impl IntoView {
    let t = lang.words();
    if gone {
        return view! { <span>{t.reading_former_member()}</span> }.into_any();
    }
    view! {
        <a href=format!("/members/{handle}")>{name}</a>
        {demo.then(|| view! { " " <span class="demo">{t.demo_mark()}</span> })}
    }
    .into_any()
}
