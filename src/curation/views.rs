//! What a trace's page shows of its features: the stamp and trail for all, the desk for organizers.

use leptos::prelude::*;

use crate::base::error::Problems;
use crate::curation::store::Feature;
use crate::members::visit::Visit;
use crate::traces::model::TraceId;
use crate::ui::form::TextArea;
use crate::ui::render::html;
use crate::ui::time::Day;

/// The tags of the members named in the trail, for the page's cache.
pub fn tags(features: &[Feature]) -> Vec<String> {
    features.iter().flat_map(|f| [Some(f.by_id), f.ended_id]).flatten().map(|id| format!("member:{id}")).collect()
}

/// The stamp of the current feature, and the features that were taken down: who, when, why. Empty
/// for a trace that was never featured.
#[must_use]
pub fn trail(visit: &Visit, features: &[Feature]) -> String {
    let (current, past): (Vec<_>, Vec<_>) = features.iter().partition(|f| f.ended_at.is_none());
    if features.is_empty() {
        return String::new();
    }
    let t = visit.t();
    html(|| {
        let past = (!past.is_empty()).then(|| {
            let list = past.iter().map(|f| view! { <li>{stamp(visit, f)}{ended(visit, f)}</li> }).collect_view();
            view! { <details class="tools"><summary>{t.curation_past()}</summary><ol>{list}</ol></details> }
        });
        let current = current.iter().map(|f| {
            view! { <aside class="stamp" aria-label=t.curation_featured()><b>{t.curation_featured()}</b>{stamp(visit, f)}</aside> }
        });
        view! { {current.collect_view()}{past} }
    })
}

fn stamp(visit: &Visit, feature: &Feature) -> AnyView {
    let t = visit.t();
    let who = who(visit, Some(&feature.by_handle), &feature.by_name, feature.by_demo, feature.by_departed);
    let earlier = (feature.revision < feature.published).then(|| {
        let href = format!("/traces/{}/history/{}", feature.trace_id, feature.revision);
        view! { ", "<a href=href>{t.history_of(feature.revision, feature.published - feature.revision)}</a> }
    });
    view! {
        <p>{feature.reason.clone()}</p>
        <p class="note">{t.curation_chosen_by()}{who}", "<Day time=feature.created_at zone=visit.zone() lang=visit.lang/>{earlier}</p>
    }
    .into_any()
}

/// When, by whom and why a feature was taken down.
pub fn ended(visit: &Visit, feature: &Feature) -> Option<AnyView> {
    let t = visit.t();
    let at = feature.ended_at?;
    let name = feature.ended_name.clone().unwrap_or_default();
    let demo = feature.ended_demo.unwrap_or_default();
    let who = who(visit, feature.ended_handle.as_deref(), &name, demo, feature.ended_departed);
    Some(
        view! {
            <p class="reason">{feature.ended_reason.clone()}</p>
            <p class="note">{t.curation_ended_by()}{who}", "<Day time=at zone=visit.zone() lang=visit.lang/></p>
        }
        .into_any(),
    )
}

fn who(visit: &Visit, handle: Option<&str>, name: &str, demo: bool, departed: bool) -> AnyView {
    let t = visit.t();
    match handle.filter(|_| !departed) {
        None => view! { <span>{t.card_gone()}</span> }.into_any(),
        Some(handle) => {
            let demo = demo.then(|| view! { " "<span class="demo">{t.demo_mark()}</span> });
            view! { <a href=format!("/members/{handle}")>{name.to_owned()}</a>{demo} }.into_any()
        }
    }
}

/// The organizer's form on the trace's page: feature, or take down. Empty for everyone else.
#[must_use]
pub fn desk(visit: &Visit, trace: TraceId, featured: bool) -> String {
    if visit.viewer.can_organize(visit.now).is_err() {
        return String::new();
    }
    let t = visit.t();
    let summary = if featured { t.curation_desk_end() } else { t.curation_desk() };
    html(|| {
        view! {
            <details class="tools">
                <summary>{summary}</summary>
                {form(visit, trace, featured, String::new(), &Problems::default())}
            </details>
        }
    })
}

/// The form with its reason.
pub fn form(visit: &Visit, trace: TraceId, end: bool, reason: String, problems: &Problems) -> AnyView {
    let t = visit.t();
    let (action, button, class) = match end {
        true => (format!("/traces/{trace}/feature/end"), t.curation_end(), "button strike"),
        false => (format!("/traces/{trace}/feature"), t.curation_feature(), "button"),
    };
    view! {
        <form class="form" method="post" action=action>
            <TextArea t=t problems=problems.clone() name="reason" label=t.curation_reason() hint=t.curation_reason_hint()
                value=reason required=true/>
            <p class="row"><button class=class>{button}</button></p>
        </form>
    }
    .into_any()
}
