use super::*;

crate::both_engines!(the_demo_fills_an_empty_site_once, |app| {
    let added = fill(&app.app, true).await.unwrap();
    assert_eq!((added.members, added.traces), (6, 19));
    assert!(added.companies > 60);
    assert_eq!(fill(&app.app, false).await.unwrap(), Added::default(), "running it again adds nothing");
    assert_eq!(fill(&app.app, true).await.unwrap(), Added::default());
    let mut browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.has("職人が減る国で、誰の雨を引き受けるか"), "the featured one is drawn");
    assert!(home.has("class=\"reason\"") && home.has("class=\"demo\""));
    let list = browser.get("/traces").await;
    for stage in ["Sketch", "Trace", "Bridged"] {
        assert!(list.has(&format!("<b>{stage}</b>")), "one {stage}");
    }
    for asked in ["%E9%9B%A8", "%E3%83%AF%E3%83%BC%E3%82%AF%E3%83%9E%E3%83%B3", "envelope"] {
        assert!(browser.get(&format!("/search?q={asked}")).await.has("class=\"card strip\""), "{asked}");
    }
});
