//! What the renderer promises, in the writer's terms; and that nobody gets past it (`hostile`).

mod hostile;

use super::*;

fn ja() -> Words {
    Words::of(Lang::Ja)
}

fn page(keys: &[&str]) -> Citations {
    Citations::new(keys.iter().map(|key| (*key).to_owned()))
}

fn html(text: &str) -> String {
    render(text, "shift", 3, &mut page(&["ir", "tv-1"]), &ja()).unwrap()
}

#[test]
fn a_citation_is_numbered_over_the_whole_page() {
    let mut citations = page(&["ir", "tv-1", "book"]);
    let first = render("一[^tv-1]二[^IR]三[^tv-1]", "shift", 3, &mut citations, &ja()).unwrap();
    let second = render("四[^ir] 五[^none]", "task", 3, &mut citations, &ja()).unwrap();
    assert_eq!(
        first,
        "<p>一<sup class=\"cite\"><a id=\"cite-shift-tv-1-1\" href=\"#source-tv-1\" aria-label=\"出典 1\">1</a></sup>\
         二<sup class=\"cite\"><a id=\"cite-shift-ir-1\" href=\"#source-ir\" aria-label=\"出典 2\">2</a></sup>\
         三<sup class=\"cite\"><a id=\"cite-shift-tv-1-2\" href=\"#source-tv-1\" aria-label=\"出典 1\">1</a></sup></p>\n"
    );
    assert!(second.contains("id=\"cite-task-ir-1\""));
    assert!(second.contains(
        "<span class=\"unknown-source\">[^none]<span class=\"vh\">(この出典は登録されていません)</span></span>"
    ));
    let numbered: Vec<_> = citations.numbered().iter().map(|c| (c.key.as_str(), c.number, c.anchors.len())).collect();
    assert_eq!(numbered, [("tv-1", 1, 2), ("ir", 2, 2)]);
    assert_eq!(citations.unknown(), [Unknown { part: "task".into(), key: "none".into() }]);
    assert_eq!(citations.uncited().collect::<Vec<_>>(), ["book"]);
}

#[test]
fn a_citation_in_code_stays_code() {
    assert_eq!(html("`[^ir]`"), "<p><code>[^ir]</code></p>\n");
    assert_eq!(html("```\n[^ir]: x [^ir]\n"), "<pre><code>[^ir]: x [^ir]\n</code></pre>\n");
    assert_eq!(html("    [^ir]"), "<pre><code>[^ir]</code></pre>\n");
    assert_eq!(html("\\[^ir]"), "<p>[^ir]</p>\n");
}

#[test]
fn the_text_begins_as_if_nothing_stood_before_it() {
    assert!(html("    code [^ir]\n\ntext[^ir]").starts_with("<pre><code>code [^ir]\n</code></pre>\n<p>text<sup"));
    assert!(html("***\n[^ir]").starts_with("<hr>\n<p><sup"));
    assert!(html("===\n[^ir]").starts_with("<p>===\n<sup"));
}

#[test]
fn the_writers_own_notes_have_letters() {
    let out = html("甲[^y]乙[^ir]丙[^x]丁[^y]\n\n[^x]: **Ex** [^tv-1]\n[^y]: Why\n[^z]: uncalled");
    assert!(out.contains(
        "甲<sup class=\"note\"><a id=\"ref-shift-a-1\" href=\"#note-shift-a\" aria-label=\"注 a\">a</a></sup>"
    ));
    assert!(out.contains("id=\"ref-shift-b-1\"") && out.contains("id=\"ref-shift-a-2\""));
    let notes = &out[out.find("<div class=\"notes\">").unwrap()..];
    assert!(notes.starts_with("<div class=\"notes\"><p class=\"vh\">注</p>\n<ol type=\"a\">\n<li id=\"note-shift-a\"><p>Why <a class=\"back\" href=\"#ref-shift-a-1\""));
    assert!(
        notes
            .contains("<li id=\"note-shift-b\"><p><strong>Ex</strong> <sup class=\"cite\"><a id=\"cite-shift-tv-1-1\"")
    );
    assert!(notes.contains("<li id=\"note-shift-c\"><p>uncalled</p></li>"));
    assert_eq!(super::notes::letters(25), "z");
    assert_eq!(super::notes::letters(26), "aa");
}

#[test]
fn headings_fit_below_the_page_and_skip_no_level() {
    assert_eq!(html("# A\n#### B\n## C\n#\n# D"), "<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>\n<h3>D</h3>\n");
    let deep = render("# A\n## B\n### C", "p", 5, &mut page(&[]), &ja()).unwrap();
    assert_eq!(deep, "<h5>A</h5>\n<h6>B</h6>\n<h6>C</h6>\n");
}

#[test]
fn links_and_images_lead_away_safely() {
    let rel = "rel=\"nofollow ugc noopener\"";
    assert_eq!(
        html("[a](https://b.example \"t\\\"i\")"),
        format!("<p><a href=\"https://b.example/\" title=\"t&quot;i\" {rel}>a</a></p>\n")
    );
    assert_eq!(html("[a](/traces/1) [b](#x) [c](d)"), "<p><a href=\"/traces/1\">a</a> b c</p>\n");
    assert_eq!(
        html("![図](https://b.example/x.png)"),
        format!("<p><a href=\"https://b.example/x.png\" {rel}>図</a></p>\n")
    );
    assert_eq!(html("[![図](https://b.example/x.png)](/y)"), "<p><a href=\"/y\">図</a></p>\n");
    assert_eq!(
        html("[](/y)<m@b.example>"),
        "<p><a href=\"/y\">/y</a><a href=\"mailto:m@b.example\">m@b.example</a></p>\n"
    );
    assert_eq!(
        html("見よhttps://b.example/a_b_c。"),
        format!("<p>見よ<a href=\"https://b.example/a_b_c\" {rel}>https://b.example/a_b_c</a>。</p>\n")
    );
}

#[test]
fn tables_scroll_and_lists_tick() {
    let out = html("|年|x|\n|--|-:|\n|2020|1|\n\n| | |\n|-|-|\n");
    assert!(out.starts_with("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"表 1\"><table>\n<thead><tr><th scope=\"col\">年</th><th scope=\"col\" class=\"end\">x</th></tr></thead>\n<tbody>\n<tr><td>2020</td><td class=\"end\">1</td></tr>\n</tbody>\n</table></div>\n"));
    assert!(out.contains("aria-label=\"表 2\"><table>\n<thead><tr><td></td><td></td></tr></thead>\n</table></div>"));
    assert_eq!(
        html("- [x] a\n- b\n"),
        "<ul>\n<li class=\"task\"><span aria-hidden=\"true\">☑ </span><span class=\"vh\">完了:</span>a</li>\n<li>b</li>\n</ul>\n"
    );
    assert_eq!(html("7. a\n"), "<ol start=\"7\">\n<li>a</li>\n</ol>\n");
}

#[test]
fn raw_html_is_shown_as_text() {
    assert_eq!(html("a <b>c</b> <!-- d -->"), "<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>\n");
    assert!(html("<div>\n課題\n</div>").starts_with("<p>&lt;div&gt;\n課題\n&lt;/div&gt;"));
}

#[test]
fn japanese_lines_join_without_a_space() {
    assert!(html("**顧客の**[^ir]\n~~課題~~").contains("</sup><del>課題</del>"));
    assert_eq!(html("顧客の\n課題。\nEnglish\ntext"), "<p>顧客の課題。\nEnglish\ntext</p>\n");
}

#[test]
fn a_refused_text_leaves_the_citations_alone() {
    let mut citations = page(&["ir"]);
    let deep = format!("a[^ir]\n\n{}x", "> ".repeat(40));
    assert_eq!(render(&deep, "shift", 3, &mut citations, &ja()), Err(TooComplex));
    assert!(citations.numbered().is_empty());
    assert_eq!(render(&"課".repeat(MAX_CHARS + 1), "shift", 3, &mut citations, &ja()), Err(TooComplex));
    assert!(render(&"課".repeat(MAX_CHARS), "shift", 3, &mut citations, &ja()).is_ok());
}

#[test]
fn an_excerpt_is_plain_and_short() {
    let text = "# 課題\n\n働く**女性**の[^ir]\n服 [公式](https://b.example) `x<y`\n\n- a\n- b\n\n[^n]: note";
    let made = html(text);
    assert_eq!(excerpt(&made, 100), "課題 働く女性の服 公式 x<y a b");
    assert_eq!(excerpt(&made, 6), "課題 働く…");
    assert_eq!(excerpt(&html("- [x] a & b &amp; \"c\"\n\n|d|e|\n|-|-|\n|f<br>|g|"), 100), "a & b & \"c\" d e f<br> g");
    assert_eq!(excerpt("<p>cut off <", 100), "cut off");
}
