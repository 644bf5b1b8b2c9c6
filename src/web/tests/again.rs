//! What was sent after the sign-in had ended comes back, to be sent again.

use crate::both_engines;
use crate::members::sign_in::SIGN_IN;
use crate::members::store;
use crate::testing::client::{Answer, Client};

fn plain(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn attribute(tag: &str, name: &str) -> String {
    tag.split(&format!("{name}=\"")).nth(1).map(|rest| plain(rest.split('"').next().unwrap())).unwrap_or_default()
}

/// Where the page's own form leads and what it holds, as a browser would send it.
fn form(page: &Answer) -> (String, Vec<(String, String)>) {
    let main = page.text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a page");
    read(main.split("<form").nth(1).expect("a form"))
}

/// The same of the form in the page's head or foot that leads there.
fn form_to(page: &Answer, address: &str) -> (String, Vec<(String, String)>) {
    let action = format!("action=\"{address}\"");
    read(page.text.split("<form").find(|rest| rest.split('>').next().unwrap().contains(&action)).expect("a form"))
}

fn read(html: &str) -> (String, Vec<(String, String)>) {
    let form = html.split("</form>").next().expect("a form");
    let fields = form.split('<').filter_map(|tag| match tag.split_once(char::is_whitespace)? {
        ("input", rest) => Some((attribute(rest, "name"), attribute(rest, "value"))),
        ("textarea", rest) => {
            let text = rest.split_once('>')?.1;
            Some((attribute(rest, "name"), plain(text.strip_prefix('\n').unwrap_or(text))))
        }
        _ => None,
    });
    (attribute(form, "action"), fields.collect())
}

/// A browser whose sign-in has ended; with its cookie, to bring it back.
fn ended(browser: &mut Client) -> String {
    let token = browser.cookie(SIGN_IN).expect("signed in").to_owned();
    browser.set_cookie(SIGN_IN, "ended");
    token
}

both_engines!(what_was_sent_after_the_sign_in_had_ended_is_sent_again, |app| {
    let mut haruka = app.member("haruka").await;
    let fields = [
        ("name", "Haruka \"O\" <Ono> & Co."),
        ("bio", "\nFirst line, left empty above.\nSecond <b>line</b> & more: </textarea><script>1</script>"),
        ("discipline", "sales"),
        ("language", "en"),
        ("zone", "Asia/Tokyo"),
    ];
    let token = ended(&mut haruka.browser);
    let page = haruka.browser.post("/settings/profile", &fields).await;
    assert_eq!((page.status.as_u16(), page.header("cache-control")), (401, "no-store"));
    assert!(page.has("Nothing is lost") && page.has("Send again") && !page.has("<script>1"));
    assert!(page.has("href=\"/sign-in?next=/sign-in/done\" target=\"_blank\""));
    let (action, kept) = form(&page);
    assert_eq!(action, "/settings/profile");
    let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(kept, fields);

    haruka.browser.set_cookie(SIGN_IN, &token);
    assert_eq!(haruka.browser.post(&action, &kept).await.location(), "/settings?done=profile");
    let mut conn = app.app.db.read().await.unwrap();
    let account = store::account(&mut conn, haruka.id).await.unwrap().unwrap();
    assert_eq!(account.name, "Haruka \"O\" <Ono> & Co.");
    assert!(account.bio.contains("Second <b>line</b> & more"));
});

both_engines!(a_password_is_never_written_into_the_page, |app| {
    let mut guest = app.browser();
    let both = [("current", "my present one"), ("password", "my next one")];
    for (path, fields) in [("/settings/password", &both[..]), ("/settings/delete", &both[..1])] {
        let page = guest.post(path, fields).await;
        assert!(page.status == 401 && page.has("you will be asked for them again"), "{path}");
        assert!(!page.has("my present one") && !page.has("my next one"), "{path}");
        assert_eq!(form(&page), (path.to_owned(), vec![]));
    }
    assert!(!guest.post("/inbox/read", &[]).await.has("asked for them again"));
});

both_engines!(every_form_of_members_comes_back_to_its_own_address, |app| {
    let mut guest = app.browser();
    for path in [
        "/settings/profile",
        "/settings/letter?from=here",
        "/settings/sign-ins/1/end",
        "/settings/sign-ins/end-others",
        "/members/nobody/block",
        "/members/nobody/unblock",
        "/inbox/read",
        "/inbox/1/read",
        "/traces/1/edit",
        "/traces/1/publish",
        "/traces/1/comments",
        "/traces/1/feature",
        "/traces/1/feature/end",
        "/traces/new/claim",
        "/comments/1/edit",
        "/comments/1/delete",
        "/comments/1/hide",
    ] {
        let page = guest.post(path, &[("a", "b")]).await;
        assert_eq!(page.status, 401, "{path}");
        assert_eq!(form(&page).0, path);
    }
    assert_eq!(
        guest.get("/settings").await.location(),
        "/sign-in?next=%2Fsettings",
        "what is only read is gone back to"
    );
});

both_engines!(a_whole_trace_comes_back_and_what_no_route_takes_does_not, |app| {
    let mut guest = app.browser();
    let long = "長い文。".repeat(20_000);
    let page = guest.post("/traces/1/edit", &[("shift.body", &long), ("do", "save")]).await;
    assert_eq!(page.status, 401);
    assert_eq!(form(&page).1, [("shift.body".to_owned(), long.clone()), ("do".to_owned(), "save".to_owned())]);
    assert_eq!(guest.post("/settings/profile", &[("bio", &long)]).await.status, 413);
    let other = guest.request(reqwest::Method::POST, "/inbox/read").header("content-type", "text/plain").body("a=b");
    let page = guest.send(other).await;
    assert_eq!((page.status.as_u16(), form(&page).1), (401, vec![]), "only forms are read");
});

/// Presses a switch of the page, and gives the page that it leads to.
async fn switch(browser: &mut Client, page: &Answer, address: &str, name: &str, value: &str) -> Answer {
    let (_, fields) = form_to(page, address);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push((name, value));
    let answer = browser.post(address, &fields).await;
    match answer.status.as_u16() {
        303 => browser.get(answer.location()).await,
        _ => answer,
    }
}

both_engines!(the_switches_on_an_answer_to_a_form_lose_neither_the_page_nor_a_word, |app| {
    let mut ken = app.member("ken").await;
    let trace = app.published(ken.id, "Ten minutes", crate::base::words::Lang::En).await;
    let (body, long) = ("First \"line\"\r\nSecond <b>line</b> & more", "x".repeat(200));
    let typed = [("part", "shift"), ("kind", "praise"), ("body", body), ("parent", "")];
    let path = format!("/traces/{trace}/comments");
    let refused = ken.browser.post(&path, &typed).await;
    assert_eq!(refused.status, 422);
    let dark = switch(&mut ken.browser, &refused, "/theme", "theme", "dark").await;
    assert!(
        dark.status == 200 && dark.has("data-theme=\"dark\"") && dark.has("Nothing you sent is lost"),
        "{}",
        dark.text
    );
    let page = switch(&mut ken.browser, &dark, "/language", "lang", "ja").await;
    assert!(page.has("<html lang=\"ja\"") && page.has("送った内容はすべて残っています"), "{}", page.text);
    assert_eq!(page.header("cache-control"), "no-store");
    let (action, fields) = form(&page);
    assert_eq!(action, path);
    let kept: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(kept, typed);
    assert_eq!(ken.browser.post(&action, &kept).await.status, 422, "and the form is as it was");

    let profile = [("name", ""), ("bio", &long), ("discipline", "sales"), ("language", "en"), ("zone", "UTC")];
    let refused = ken.browser.post("/settings/profile", &profile).await;
    let page = switch(&mut ken.browser, &refused, "/language", "lang", "en").await;
    assert!(page.has(&long) && form(&page).0 == "/settings/profile");
    let secret = ken.browser.post("/settings/password", &[("current", "wrong one"), ("password", "short")]).await;
    assert!(secret.status == 422 && !secret.has("wrong one") && !secret.has("value=\"short\""), "{}", secret.text);
});

both_engines!(the_switch_is_a_member_s_setting, |app| {
    let mut haruka = app.member("haruka").await;
    let home = haruka.browser.get("/companies?q=a&lang=en").await;
    let page = switch(&mut haruka.browser, &home, "/language", "lang", "ja").await;
    assert!(page.has("<html lang=\"ja\"") && page.has("value=\"/companies?q=a\""), "back where it was pressed");
    let mut elsewhere = app.browser();
    elsewhere.set_cookie(SIGN_IN, haruka.browser.cookie(SIGN_IN).unwrap());
    assert!(elsewhere.get("/settings").await.has("<html lang=\"ja\""), "in every browser of theirs");
});
