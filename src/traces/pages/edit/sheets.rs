//! Sheets that the editor's scripts open: the keys, a link, a source. Without scripts nothing opens
//! them, and nothing is missing: the same is typed.

use leptos::prelude::*;

use crate::base::words::Words;
use crate::traces::model::numbers::MY_ESTIMATE;

pub fn sheets(t: &'static Words) -> impl IntoView {
    view! { {again(t).into_any()} {keys(t).into_any()} {link(t).into_any()} {cite(t).into_any()} }
}

fn again(t: &'static Words) -> impl IntoView {
    view! {
        <dialog id="again" aria-labelledby="again-title">
            <form method="dialog" class="form">
                <h2 id="again-title">{t.members_sign_in()}</h2>
                <p>{t.desk_sign_in_help()}</p>
                <p class="error" role="alert" id="again-said"></p>
                <div class="field"><label for="again-email">{t.members_email()}</label>
                    <input id="again-email" name="email" type="email" autocomplete="username" required/></div>
                <div class="field"><label for="again-password">{t.members_password()}</label>
                    <input id="again-password" name="password" type="password" autocomplete="current-password" required/></div>
                <p class="row"><button class="button go">{t.members_sign_in()}</button>
                    <button class="button" value="later" formnovalidate>{t.desk_sign_in_close()}</button>
                    <a href="/sign-in?next=/sign-in/done" target="_blank">{t.desk_sign_in_beside()}</a></p>
            </form>
        </dialog>
    }
}

fn keys(t: &'static Words) -> impl IntoView {
    let inside = [
        ("Ctrl / ⌘ B", t.tools_key_bold()),
        ("Ctrl / ⌘ I", t.tools_key_italic()),
        ("Ctrl / ⌘ K", t.tools_key_link()),
        ("[ ^", t.tools_key_cite()),
        ("Enter", t.tools_key_enter()),
        ("Ctrl / ⌘ S", t.tools_key_save()),
    ];
    let outside = [("j", t.tools_key_next()), ("k", t.tools_key_before()), ("?", t.tools_key_help())];
    let row = |(key, what): (&'static str, String)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> };
    view! {
        <dialog id="keys" aria-labelledby="keys-title">
            <form method="dialog" class="stack">
                <h2 id="keys-title">{t.tools_keys()}</h2>
                <h3>{t.tools_keys_inside()}</h3>
                <dl class="keys">{inside.map(row).collect_view()}</dl>
                <h3>{t.tools_keys_outside()}</h3>
                <dl class="keys">{outside.map(row).collect_view()}</dl>
                <p><label class="tick"><input type="checkbox" id="keys-on" checked/> " " {t.tools_keys_on()}</label></p>
                <p><button class="button" value="">{t.tools_close()}</button></p>
            </form>
        </dialog>
    }
}

fn link(t: &'static Words) -> impl IntoView {
    view! {
        <dialog id="link" aria-labelledby="link-title">
            <form method="dialog" class="form">
                <h2 id="link-title">{t.tools_link()}</h2>
                <div class="field"><label for="link-words">{t.tools_link_words()}</label><input id="link-words" autocomplete="off"/></div>
                <div class="field"><label for="link-address">{t.tools_link_address()}</label>
                    <input id="link-address" type="url" inputmode="url" autocomplete="off" pattern="https?://.+" placeholder="https://" required/></div>
                <p class="row"><button class="button go" value=".">{t.tools_link_go()}</button>
                    <button class="button" value="" formnovalidate>{t.tools_close()}</button></p>
            </form>
        </dialog>
    }
}

fn cite(t: &'static Words) -> impl IntoView {
    view! {
        <dialog id="cite" aria-labelledby="cite-title">
            <form method="dialog" class="form">
                <h2 id="cite-title">{t.tools_cite()}</h2>
                <div class="field"><label for="cite-key">{t.tools_cite_key()}</label><input id="cite-key" autocomplete="off" autocapitalize="none"/></div>
                <p class="row"><button class="button go" value=".">{t.tools_cite_go()}</button></p>
                <ul id="cite-list"></ul>
                <p class="row"><button class="button small" value=MY_ESTIMATE formnovalidate>{t.tools_cite_estimate()}</button>
                    <button class="button small" value="" formnovalidate>{t.tools_close()}</button></p>
            </form>
        </dialog>
    }
}
