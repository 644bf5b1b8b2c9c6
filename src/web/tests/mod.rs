//! What holds for every address: languages, headers, limits, bad input, a lost database.

mod again;
mod edge;

use reqwest::Method;

use crate::base::words::Lang;
use crate::both_engines;

both_engines!(an_unknown_address_says_so_in_the_readers_language, |app| {
    let mut browser = app.browser();
    let answer = browser.get("/nowhere").await;
    assert_eq!(answer.status, 404);
    assert!(answer.has("This page does not exist"), "{}", answer.text);
    browser.lang = "ja";
    let answer = browser.get("/nowhere").await;
    assert!(answer.has("このページはありません") && answer.has("<html lang=\"ja\""), "{}", answer.text);
    assert_eq!(browser.get("/traces/%00").await.status, 404);
    assert_eq!(browser.get("/traces/%FF%FE").await.status, 404);
    assert_eq!(browser.get("/traces/99999999999999999999").await.status, 404);
});

both_engines!(a_known_address_says_how_it_can_be_called, |app| {
    let mut haruka = app.member("haruka").await;
    let trace = app.published(haruka.id, "Ten minutes", Lang::En).await;
    for (method, path, allow) in [
        (Method::GET, format!("/traces/{trace}/comments"), "POST"),
        (Method::GET, "/language".into(), "POST"),
        (Method::PUT, "/sign-in".into(), "GET,HEAD,POST"),
        (Method::DELETE, "/companies".into(), "GET,HEAD"),
    ] {
        let request = haruka.browser.request(method.clone(), &path).header("sec-fetch-site", "same-origin");
        let answer = haruka.browser.send(request).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, allow), "{method} {path}");
        assert!(answer.has("This address is for sending a form"), "{}", answer.text);
    }
});

both_engines!(a_parameter_that_comes_twice_refuses_no_page, |app| {
    let mut sora = app.organizer("sora").await;
    let trace = app.published(sora.id, "Ten minutes", Lang::En).await;
    let trace = format!("/traces/{trace}-ten-minutes");
    for path in [&trace, &trace.replace("-ten-minutes", "/history"), "/featured", "/inbox", "/traces", "/settings"] {
        assert_eq!(sora.browser.get(&format!("{path}?after=1&after=2&x=%FF")).await.status, 200, "{path}");
    }
    for path in ["/pair/sessions", "/pair/interests", "/pair/takeaways", "/pair/reports"] {
        assert_eq!(sora.browser.get(&format!("{path}?after=1&after=2")).await.status, 200, "{path}");
    }
    let reply = sora.browser.get("/traces/1/comments/new?part=shift&part=task").await;
    assert!(reply.has("<option value=\"shift\" selected"), "the first counts");
});

both_engines!(every_answer_carries_the_safety_headers, |app| {
    let mut browser = app.browser();
    for path in ["/", "/nowhere", "/healthz", "/feeds/traces.atom"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let csp = answer.header("content-security-policy");
        assert!(
            csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe-inline") && !csp.contains("unsafe-eval'"),
            "{path}: {csp}"
        );
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "only on https");
    }
});

both_engines!(a_public_page_is_shared_and_asked_for_again_costs_nothing, |app| {
    let mut browser = app.browser();
    let first = browser.get("/").await;
    assert_eq!(first.header("cache-control"), "public, no-cache");
    assert_eq!(first.header("vary"), "Accept-Encoding, Accept-Language, Cookie");
    let again = browser.request(Method::GET, "/").header("if-none-match", first.header("etag"));
    assert_eq!(browser.send(again).await.status, 304);
    let marked = browser.get("/?utm_source=letter").await;
    assert_eq!(marked.header("etag"), first.header("etag"), "an unknown parameter changes nothing");
    // A sign-in that is no longer valid counts as signed out, and its pages are not kept for others.
    browser.set_cookie(crate::members::sign_in::SIGN_IN, "stale");
    assert_eq!(browser.get("/").await.status, 200);
});

both_engines!(a_member_s_pages_are_kept_by_nobody, |app| {
    let mut member = app.member("haruka").await;
    assert_eq!(member.browser.get("/").await.header("cache-control"), "no-store");
    assert_eq!(member.browser.get("/inbox").await.header("cache-control"), "no-store");
});

both_engines!(a_member_s_page_with_a_long_form_is_there_to_go_back_to, |app| {
    let mut sora = app.organizer("sora").await;
    let trace = app.published(sora.id, "Ten minutes", Lang::En).await;
    for path in ["/traces/new", "/settings", &format!("/traces/{trace}-ten-minutes")] {
        assert_eq!(sora.browser.get(path).await.header("cache-control"), "private, no-cache", "{path}");
    }
    let other = app.unverified("ken").await.browser.get(&format!("/traces/{trace}-ten-minutes")).await;
    assert!(!other.has("<textarea") && other.header("cache-control") == "no-store", "nothing to type");
});

both_engines!(other_forms_of_a_page_are_shared_among_readers_and_kept_for_no_member, |app| {
    let mut member = app.member("haruka").await;
    let trace = app.published(member.id, "Ten minutes", Lang::En).await;
    let mut stale = app.browser();
    stale.set_cookie(crate::members::sign_in::SIGN_IN, "stale");
    for (browser, expected) in
        [(&mut member.browser, "no-store"), (&mut app.browser(), "public, no-cache"), (&mut stale, "public, no-cache")]
    {
        for ending in [".md", ".json"] {
            let path = format!("/traces/{trace}-ten-minutes{ending}");
            for method in [Method::GET, Method::HEAD] {
                let request = browser.request(method.clone(), &path);
                let answer = browser.send(request).await;
                let headers = (answer.status.as_u16(), answer.header("cache-control"), answer.header("vary"));
                assert_eq!(headers, (200, expected, "Accept-Encoding, Accept-Language, Cookie"), "{method} {path}");
            }
        }
    }
});

both_engines!(a_write_from_another_site_is_refused, |app| {
    let mut member = app.member("haruka").await;
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("referer", "https://evil.example/")]
    {
        let request = member.browser.request(Method::POST, "/sign-out").header(name, value);
        assert_eq!(member.browser.send(request).await.status, 403, "{name}");
    }
    let bare = member.browser.request(Method::POST, "/sign-out");
    assert_eq!(
        member.browser.send(bare).await.status,
        403,
        "a signed-in request that does not say where it comes from"
    );
    assert_eq!(member.browser.get("/settings").await.status, 200, "still signed in");
});

both_engines!(odd_forms_get_a_page_and_never_a_500, |app| {
    let mut browser = app.browser();
    let large = "x".repeat(3 * 1024 * 1024);
    let answer = browser.post("/sign-in", &[("email", &large)]).await;
    assert_eq!(answer.status, 413);
    assert!(answer.has("too large"), "{}", answer.text);
    for body in [&b"email=%FF%FE&password=%00"[..], b"\xff\xfe\x00=&&==", b"", b"email=a&email=b"] {
        for path in ["/sign-in", "/sign-up", "/reset", "/traces/new", "/language", "/theme"] {
            let request = browser
                .request(Method::POST, path)
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body.to_vec());
            let answer = browser.send(request).await;
            assert!(answer.status.as_u16() < 500, "{path} {body:?}: {}", answer.status);
        }
    }
});

both_engines!(a_body_that_says_it_is_too_large_for_its_route_is_refused_before_it_is_read, |app| {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    for (path, length, expected) in [
        ("/sign-in", 64 * 1024 + 1, "413"),
        ("/traces/1/comments", 384 * 1024 + 1, "413"),
        ("/preview", 256 * 1024 + 1, "413"),
        ("/traces/1/edit", 1024 * 1024 + 1, "413"),
        ("/nowhere", 9_000_000, "413"),
    ] {
        let mut stream = tokio::net::TcpStream::connect(app.address).await.unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = [0; 64];
        let read = stream.read(&mut answer);
        let read = tokio::time::timeout(std::time::Duration::from_secs(10), read).await.expect("answered").unwrap();
        let answer = String::from_utf8_lossy(&answer[..read]);
        assert!(answer.starts_with(&format!("HTTP/1.1 {expected}")), "{path}: {answer}");
    }
});

both_engines!(a_lost_database_is_said_and_the_process_lives, |app| {
    let mut browser = app.browser();
    app.app.db.close().await;
    for path in ["/traces?stage=sketch", "/readyz"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 503, "{path}");
        assert_eq!(answer.header("retry-after"), "10");
        assert!(answer.has("Back in a moment"), "{}", answer.text);
    }
    assert_eq!(browser.get("/healthz").await.status, 200);
});

both_engines!(pages_name_the_rules_for_fetching_ahead_and_feeds_do_not, |app| {
    let mut member = app.member("haruka").await;
    let mut guest = app.browser();
    for page in [member.browser.get("/").await, guest.get("/").await, guest.get("/").await, guest.get("/nowhere").await]
    {
        assert_eq!(page.header("speculation-rules"), "\"/assets/speculation.json\"");
    }
    assert_eq!(guest.get("/feeds/traces.atom").await.header("speculation-rules"), "");
});

#[test]
fn nothing_secret_or_costly_is_fetched_ahead() {
    let rules: serde_json::Value = serde_json::from_str(include_str!("../../../public/speculation.json")).unwrap();
    assert!(rules.get("prerender").is_none(), "a prerendered page would run its islands unseen");
    let not = &rules["prefetch"][0]["where"]["and"][1]["not"]["href_matches"];
    let not: Vec<&str> = not.as_array().unwrap().iter().filter_map(|pattern| pattern.as_str()).collect();
    for path in ["/verify*", "/reset*", "/sign-out*", "/dev/*", "/pair/letters*", "/feeds/*", "/*.atom"] {
        assert!(not.contains(&path), "{path}");
    }
}
