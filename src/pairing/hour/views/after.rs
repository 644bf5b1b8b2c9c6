//! The panel once the hour has ended.

use leptos::prelude::*;

use super::address;
use crate::base::db::Conn;
use crate::base::error::{Error, Problems, Result};
use crate::members::visit::Visit;
use crate::pairing::hour::model::{Helped, Mend, mend};
use crate::pairing::hour::store::feedback::{self, Kept};
use crate::pairing::hour::store::{swap, takeaways};
use crate::pairing::model::State;
use crate::pairing::sessions::pages::{Form, Returned};
use crate::pairing::sessions::store::{Person, Session};
use crate::pairing::sessions::views::name;
use crate::ui::form::{SelectField, TextArea, TextField};

/// What can be said of an hour that was held, missed or closed.
///
/// # Errors
/// When the database does not answer.
pub async fn ended(
    conn: &mut Conn,
    visit: &Visit,
    session: &Session,
    me: &Person,
    partner: &Person,
    returned: Option<&Returned>,
) -> Result<AnyView> {
    if session.state != State::Held {
        let instead = swap::instead(conn, me.member_id, session.id, session.slot).await?;
        let instead = instead.map(|id| format!("/pair/sessions/{id}"));
        return Ok(missed(visit, session, me, partner, instead));
    }
    let kept = feedback::own(conn, session.id, me.member_id).await?;
    let thanks = feedback::thanks(conn, session.id, me.member_id).await?;
    let t = visit.t();
    let thanks = thanks.map(|text| {
        view! { <blockquote><p>{text}</p><p class="note">{t.pairing_hour_thanked(name(visit, partner))}</p></blockquote> }
    });
    let said = match &kept {
        Some(kept) => given(visit, kept),
        None => {
            let noted = takeaways::own(conn, session.id, me.member_id).await?;
            form(visit, session, partner, returned, noted)
        }
    };
    Ok(view! { {thanks}{said}{again(visit, session, partner)}{shown(visit, session, me)} }.into_any())
}

fn missed(visit: &Visit, session: &Session, me: &Person, partner: &Person, instead: Option<String>) -> AnyView {
    let (t, who) = (visit.t(), name(visit, partner));
    if let Some(href) = instead {
        return view! { <p>{t.pairing_hour_instead()}" "<a href=href>{t.pairing_hour_instead_go()}</a></p> }.into_any();
    }
    let button = || {
        view! { <form method="post" action=address(session, "met")><p><button class="button go">{t.pairing_hour_met()}</button></p></form> }
    };
    let figure = || view! { <a href="/pair/figure">{t.pairing_hour_figure_more()}</a> };
    match (mend(session, me, partner, visit.now), me.outcome.as_str()) {
        (Mend::Can, "came") => view! { <p>{t.pairing_hour_met_one(who)}</p>{button()} }.into_any(),
        (Mend::Can, _) => view! { <p>{t.pairing_hour_met_both(who)}</p>{button()} }.into_any(),
        (Mend::Said, _) => view! { <p>{t.pairing_hour_met_said(who)}</p> }.into_any(),
        (Mend::Nothing, "no-show") => view! { <p>{t.pairing_hour_you_missed()}" "{figure()}</p> }.into_any(),
        (Mend::Nothing, "came") => view! { <p>{t.pairing_hour_you_came()}" "{figure()}</p> }.into_any(),
        (Mend::Nothing, _) => view! { <p>{t.pairing_hour_nobody()}</p> }.into_any(),
    }
}

fn helped(visit: &Visit, how: Helped) -> String {
    let t = visit.t();
    match how {
        Helped::Much => t.pairing_hour_helped_much(),
        Helped::Some => t.pairing_hour_helped_some(),
        Helped::Little => t.pairing_hour_helped_little(),
    }
}

/// One's own feedback, read by nobody else.
fn given(visit: &Visit, kept: &Kept) -> AnyView {
    let t = visit.t();
    let again = if kept.again { t.pairing_hour_yes() } else { t.pairing_hour_no() };
    let takeaway = (!kept.takeaway.is_empty()).then(|| {
        view! { <div><dt>{t.pairing_hour_takeaway()}</dt><dd class="lines">{kept.takeaway.clone()}</dd></div> }
    });
    let thanks = (!kept.thanks.is_empty())
        .then(|| view! { <div><dt>{t.pairing_hour_thanks()}</dt><dd>{kept.thanks.clone()}</dd></div> });
    view! {
        <h3>{t.pairing_hour_kept()}</h3>
        <dl class="block">
            <div><dt>{t.pairing_hour_helped()}</dt><dd>{helped(visit, kept.helped)}</dd></div>
            <div><dt>{t.pairing_hour_again()}</dt><dd>{again}</dd></div>
            {takeaway}
            {thanks}
        </dl>
        <p class="note"><a href="/pair/takeaways">{t.pairing_hour_takeaways()}</a></p>
    }
    .into_any()
}

/// `noted`: what was taken away at the debrief already.
fn form(visit: &Visit, session: &Session, partner: &Person, returned: Option<&Returned>, noted: String) -> AnyView {
    let (t, who) = (visit.t(), name(visit, partner));
    let returned = returned.filter(|(form, _, _)| *form == Form::Feedback);
    let value = |field: &str| returned.map_or_else(String::new, |(_, fields, _)| fields.get(field).to_owned());
    let problems = match returned {
        Some((_, _, Error::Invalid(problems))) => problems.clone(),
        _ => Problems::default(),
    };
    let takeaway = if returned.is_some() { value("takeaway") } else { noted };
    let choice = (String::new(), t.pairing_hour_choose_one());
    let levels = Helped::ALL.iter().map(|how| (how.as_str().to_owned(), helped(visit, *how)));
    let levels = std::iter::once(choice.clone()).chain(levels).collect::<Vec<_>>();
    let again = vec![choice, ("yes".into(), t.pairing_hour_yes()), ("no".into(), t.pairing_hour_no())];
    view! {
        <h3>{t.pairing_hour_feedback()}</h3>
        <p>{t.pairing_hour_feedback_private(who.clone())}</p>
        <form class="form" method="post" action=address(session, "feedback")>
            <SelectField t=t problems=problems.clone() name="helped" label=t.pairing_hour_helped() value=value("helped") options=levels half=true/>
            <SelectField t=t problems=problems.clone() name="again" label=t.pairing_hour_again() hint=t.pairing_hour_again_hint()
                value=value("again") options=again half=true/>
            <TextArea t=t problems=problems.clone() name="takeaway" label=t.pairing_hour_takeaway() hint=t.pairing_hour_takeaway_hint()
                value=takeaway/>
            <TextField t=t problems=problems.clone() name="thanks" label=t.pairing_hour_thanks() hint=t.pairing_hour_thanks_hint(who)
                value=value("thanks")/>
            <details class="tools" open=!value("report").is_empty()>
                <summary>{t.pairing_hour_report()}</summary>
                <TextArea t=t problems=problems name="report" label=t.pairing_session_report_reason() hint=t.pairing_hour_report_hint()
                    value=value("report")/>
            </details>
            <p><button class="button go">{t.pairing_hour_send()}</button></p>
        </form>
    }
    .into_any()
}

/// Meet again: one step where one's times are marked. Not with who has left, or is kept apart.
fn again(visit: &Visit, session: &Session, partner: &Person) -> Option<AnyView> {
    if partner.departed || visit.viewer.keeps_apart(partner.member_id) {
        return None;
    }
    let (t, who) = (visit.t(), name(visit, partner));
    Some(
        view! {
            <form method="post" action=address(session, "again")>
                <p class="hint">{t.pairing_asks_again_hint(who)}</p>
                <p><button class="button">{t.pairing_asks_again()}</button></p>
            </form>
        }
        .into_any(),
    )
}

/// Whether the session is on the profiles, and the way to change it.
fn shown(visit: &Visit, session: &Session, me: &Person) -> AnyView {
    let t = visit.t();
    let (said, to, button) = if me.hidden {
        (t.pairing_hour_hidden(), "no", t.pairing_hour_show())
    } else {
        (t.pairing_hour_shown(), "yes", t.pairing_hour_hide())
    };
    view! {
        <form method="post" action=address(session, "hide")>
            <input type="hidden" name="hidden" value=to/>
            <p class="note">{said}" "<button class="button small">{button}</button></p>
        </form>
    }
    .into_any()
}
