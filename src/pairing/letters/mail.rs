//! The words of letters, in their reader's language. Links are absolute, built from `PUBLIC_URL`.

use crate::base::app::App;
use crate::base::ics::{self, Person};
use crate::base::mail::{Calendar, Letter, Method};
use crate::base::words::Words;
use crate::members::store::Account;
use crate::members::zones;
use crate::pairing::letters::event;
use crate::pairing::letters::opened::{Matter, Offer};
use crate::pairing::queue::model::Origin;
use crate::pairing::sessions::views::{subject_in, when};
use crate::pairing::tasks::News;
use crate::ui::letter::{Part, letter};
use crate::ui::time::minute;

/// The links of a letter about a session, absolute.
pub struct Links {
    pub confirm: String,
    pub change: String,
    pub cancel: String,
}

/// The links of a letter about a proposal.
pub struct Answers {
    pub accept: String,
    pub decline: String,
}

/// The letter with `news` of a session. Without `links`, nothing is to be done any more.
pub fn about_session(app: &App, matter: &Matter, news: News, links: Option<Links>) -> Letter {
    let lang = matter.account.language;
    let t = lang.words();
    let mut parts = vec![greeting(t, &matter.account), Part::Say(opening(t, matter, news))];
    if news == News::Cancelled && !matter.session.cancel_reason.is_empty() && !matter.blocked {
        parts.push(Part::Facts(vec![(t.pairing_letters_reason(), matter.session.cancel_reason.clone())]));
    }
    parts.push(Part::Facts(facts(t, matter)));
    parts.extend(call(t, matter, news));
    if let Some(links) = links {
        parts.extend(deeds(t, news, links));
    }
    parts.push(onward(app, matter, news));
    let to = matter.account.email.clone().unwrap_or_default();
    let letter = letter(lang, to, title(t, matter, news), &parts);
    Letter { calendar: calendar(app, matter, news), ..letter }
}

fn greeting(t: &Words, account: &Account) -> Part {
    Part::Say(t.members_mail_greeting(&account.name))
}

fn title(t: &Words, matter: &Matter, news: News) -> String {
    let (who, account) = (matter.who(matter.account.language), &matter.account);
    let time = when(matter.session.slot, &account.zone, account.language);
    match news {
        News::Booked => t.pairing_letters_booked_subject(who, time),
        News::MoveProposed => t.pairing_letters_proposes_subject(who),
        News::Moved => t.pairing_letters_moved_subject(who, time),
        News::Changed => t.pairing_letters_changed_subject(who, time),
        News::Cancelled => t.pairing_letters_cancelled_subject(who, time),
        News::InThreeDays => t.pairing_letters_three_days_subject(who, time),
        News::Today => t.pairing_letters_today_subject(who, time),
        News::InAnHour => t.pairing_letters_soon_subject(who, time),
        News::Afterwards => t.pairing_letters_afterwards_subject(who),
    }
}

fn opening(t: &Words, matter: &Matter, news: News) -> String {
    let who = matter.who(matter.account.language);
    match news {
        News::Booked => t.pairing_letters_booked_text(),
        News::MoveProposed => {
            let slot = matter.session.move_slot.unwrap_or(matter.session.slot);
            t.pairing_letters_proposes_text(who, when(slot, &matter.account.zone, matter.account.language))
        }
        News::Moved => t.pairing_letters_moved_text(),
        News::Changed => t.pairing_letters_changed_text(),
        News::Cancelled => match matter.session.cancelled_by {
            Some(by) if by == matter.me.member_id => t.pairing_letters_cancelled_by_you(),
            Some(_) if !matter.blocked => t.pairing_letters_cancelled_by(who),
            _ => t.pairing_letters_cancelled(),
        },
        News::InThreeDays => t.pairing_letters_three_days_text(),
        News::Today => t.pairing_letters_today_text(),
        News::InAnHour => t.pairing_letters_soon_text(),
        News::Afterwards => t.pairing_letters_afterwards_text(),
    }
}

fn facts(t: &Words, matter: &Matter) -> Vec<(String, String)> {
    let (session, account) = (&matter.session, &matter.account);
    let lang = account.language;
    let who = matter.who(lang);
    let with = if matter.partner.departed { who.clone() } else { named(t, &who, matter.partner.discipline.name(lang)) };
    let what = subject_in(lang, &session.name_ja, &session.name_en, &session.topic);
    let kind = session.kind.name(lang);
    vec![
        (t.pairing_letters_with(), with),
        (t.pairing_letters_when(), when(session.slot, &account.zone, lang)),
        (t.pairing_session_their_time(who), when(session.slot, &matter.partner.zone, lang)),
        (t.pairing_session_kind(), if what.is_empty() { kind } else { format!("{kind} · {what}") }),
    ]
}

fn named(t: &Words, who: &str, discipline: String) -> String {
    t.pairing_letters_named(who, discipline)
}

/// Where to call, or that it is not known yet when the hour is near.
fn call(t: &Words, matter: &Matter, news: News) -> Option<Part> {
    let link = &matter.session.call_link;
    match news {
        News::Cancelled | News::Afterwards => None,
        _ if !link.is_empty() => Some(Part::Act(t.pairing_session_call_open(), link.clone())),
        News::Today | News::InAnHour => Some(Part::Say(t.pairing_letters_no_call())),
        _ => None,
    }
}

fn deeds(t: &Words, news: News, links: Links) -> [Part; 4] {
    let confirm =
        if news == News::MoveProposed { t.pairing_letters_do_agree() } else { t.pairing_letters_do_confirm() };
    [
        Part::Act(confirm, links.confirm),
        Part::Act(t.pairing_letters_do_move(), links.change),
        Part::Act(t.pairing_letters_do_cancel(), links.cancel),
        Part::Say(t.pairing_letters_hold()),
    ]
}

/// Where to go on, signed in.
fn onward(app: &App, matter: &Matter, news: News) -> Part {
    let t = matter.account.language.words();
    let page = |place: &str| app.config.link(&format!("/pair/sessions/{}{place}", matter.session.id));
    match news {
        News::Cancelled => Part::Act(t.pairing_letters_do_find(), app.config.link("/pair")),
        News::Afterwards => Part::Act(t.pairing_letters_do_feedback(), page("")),
        News::InAnHour => Part::Act(t.pairing_letters_do_see(), page("")),
        _ => Part::Act(t.pairing_letters_do_prepare(), page("#prepare")),
    }
}

fn calendar(app: &App, matter: &Matter, news: News) -> Option<Calendar> {
    let receiver = Person { name: matter.account.name.clone(), address: matter.account.email.clone()? };
    let told = event::of_letter(app, matter);
    match news {
        News::Booked | News::Moved | News::Changed => {
            Some(Calendar { method: Method::Request, text: ics::invitation(&told, &receiver) })
        }
        News::Cancelled => Some(Calendar { method: Method::Cancel, text: ics::cancellation(&told, &receiver) }),
        _ => None,
    }
}

/// The letter about a proposal.
pub fn about_proposal(app: &App, offer: &Offer, answers: Answers) -> Letter {
    let (me, partner, proposal) = (&offer.account, &offer.partner, &offer.proposal);
    let lang = me.language;
    let t = lang.words();
    let (subject, opening) = match proposal.kind {
        Origin::Match => {
            let time = when(proposal.slot, &me.zone, lang);
            (t.pairing_letters_match_subject(&partner.name, time), t.pairing_letters_match_text())
        }
        Origin::Swap => (t.pairing_letters_swap_subject(&partner.name), t.pairing_letters_swap_text()),
    };
    let company = offer.company.as_ref().map(|c| c.name(lang).to_owned());
    let limit =
        format!("{} {}", minute(proposal.answer_by, &me.zone, lang), zones::label(&me.zone, proposal.answer_by));
    let parts = [
        greeting(t, me),
        Part::Say(opening),
        Part::Facts(vec![
            (t.pairing_letters_with(), named(t, &partner.name, partner.discipline.name(lang))),
            (t.pairing_letters_when(), when(proposal.slot, &me.zone, lang)),
            (t.pairing_session_their_time(&partner.name), when(proposal.slot, &partner.zone, lang)),
            (t.pairing_proposal_company(), company.unwrap_or_else(|| t.pairing_proposal_any_company())),
            (t.pairing_letters_until(), limit),
        ]),
        Part::Act(t.pairing_letters_do_accept(), answers.accept),
        Part::Act(t.pairing_letters_do_decline(), answers.decline),
        Part::Say(t.pairing_letters_answer_hold()),
        Part::Act(t.pairing_letters_do_proposal(), app.config.link(&format!("/pair/proposals/{}", proposal.id))),
    ];
    letter(lang, me.email.clone().unwrap_or_default(), subject, &parts)
}
