//! A trace's address: `/traces/{id}-{slug}`, with `.md` and `.json` beside it. The number finds the
//! trace, the slug is for people: an old or wrong one leads to the current one.

use crate::traces::model::TraceId;

/// What an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Page,
    Md,
    Json,
}

/// The last segment of an address, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub id: TraceId,
    /// As asked for, which need not be the trace's own; empty when left out.
    pub slug: String,
    pub form: Form,
}

/// Reads `{id}`, `{id}-{slug}`, `{id}-{slug}.md`, `{id}-{slug}.json` (decoded). A slug holds no dot.
#[must_use]
pub fn parse(segment: &str) -> Option<Address> {
    let (name, form) = match segment.rsplit_once('.') {
        None => (segment, Form::Page),
        Some((name, "md")) => (name, Form::Md),
        Some((name, "json")) => (name, Form::Json),
        Some(_) => return None,
    };
    let (id, slug) = name.split_once('-').unwrap_or((name, ""));
    // `parse` alone would take "+1".
    let digits = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    let id = digits.then(|| id.parse().ok()).flatten()?;
    Some(Address { id, slug: slug.to_owned(), form })
}

/// The trace's one address, as it stands in links: encoded.
#[must_use]
pub fn path(id: TraceId, slug: &str) -> String {
    let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
    format!("/traces/{id}-{slug}")
}

/// [`path`] in the form asked for.
#[must_use]
pub fn path_of(id: TraceId, slug: &str, form: Form) -> String {
    let path = path(id, slug);
    match form {
        Form::Page => path,
        Form::Md => path + ".md",
        Form::Json => path + ".json",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(id: i64, slug: &str, form: Form) -> Option<Address> {
        Some(Address { id: TraceId(id), slug: slug.to_owned(), form })
    }

    #[test]
    fn an_address_is_read_in_every_form() {
        assert_eq!(parse("7"), at(7, "", Form::Page));
        assert_eq!(parse("7.md"), at(7, "", Form::Md));
        assert_eq!(parse("7-ten-minutes"), at(7, "ten-minutes", Form::Page));
        assert_eq!(parse("7-十分の床屋.json"), at(7, "十分の床屋", Form::Json));
        for wrong in ["", "x", "-7", "+7", "7.html", "7-a.b.md.txt", "99999999999999999999", "７"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_japanese_slug_is_encoded_in_links() {
        assert_eq!(path(TraceId(2), "床屋"), "/traces/2-%E5%BA%8A%E5%B1%8B");
        assert_eq!(path_of(TraceId(2), "qb-house", Form::Md), "/traces/2-qb-house.md");
    }
}
