//! What a member's page shows to another: one's own word, in private.

use leptos::prelude::*;

use crate::base::db::Conn;
use crate::base::error::Result;
use crate::members::store::profile::Profile;
use crate::members::visit::Visit;
use crate::pairing::interests::store;

/// What the visitor can say about meeting this member; nothing for guests, on one's own page, and
/// where one of the two has blocked the other.
///
/// # Errors
/// When the database does not answer.
pub async fn meet(conn: &mut Conn, visit: &Visit, member: &Profile) -> Result<Option<AnyView>> {
    let Some(viewer) = visit.viewer.id().filter(|viewer| *viewer != member.id) else { return Ok(None) };
    if visit.viewer.keeps_apart(member.id) {
        return Ok(None);
    }
    let between = store::between(conn, viewer, member.id).await?;
    let t = visit.t();
    let said = match (between.mine, between.mutual) {
        (false, _) => t.pairing_interests_offer(&member.name),
        (true, false) => t.pairing_interests_mine(&member.name),
        (true, true) => t.pairing_interests_both(&member.name),
    };
    let list = between.mine.then(|| view! { <a href="/pair/interests">{t.pairing_interests_see()}</a> });
    let (address, button) = match between.mine {
        false => (format!("/members/{}/meet", member.handle), t.pairing_interests_say()),
        true => (format!("/members/{}/meet/end", member.handle), t.pairing_interests_end()),
    };
    Ok(Some(
        view! {
            <section class="notice" id="meet" aria-label=t.pairing_interests_label()>
                <p>{said}</p>
                <form method="post" action=address><button class="button small">{button}</button></form>
                {list}
            </section>
        }
        .into_any(),
    ))
}
