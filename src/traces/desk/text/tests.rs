use super::lists::enter;
use super::paste::{Element, Node, markdown};
use super::*;

fn entered(before: &str, after: &str) -> String {
    let text = format!("{before}{after}");
    match enter(&text, before.len()) {
        Some(edit) => format!("{}{}|{}", &text[..edit.from], edit.text, &text[edit.to..]),
        None => format!("{before}\n|{after}"),
    }
}

#[test]
fn enter_goes_on_with_a_list_and_ends_it() {
    assert_eq!(entered("- one", ""), "- one\n- |");
    assert_eq!(entered("9. nine", ""), "9. nine\n10. |");
    assert_eq!(entered("  * 職人", " の服"), "  * 職人\n  * | の服");
    assert_eq!(entered("- [x] done", ""), "- [x] done\n- [ ] |");
    assert_eq!(entered("> said", ""), "> said\n> |");
    assert_eq!(entered("- one\n- ", ""), "- one\n|", "an empty item ends it");
    for plain in ["one", "-one", "2026年", "3.5 percent", "", "99999999999. x"] {
        assert_eq!(entered(plain, ""), format!("{plain}\n|"));
    }
}

#[test]
fn places_are_counted_as_the_browser_does() {
    let text = "a職👩b";
    assert_eq!([0, 1, 2, 4, 5, 9].map(|units| to_bytes(text, units)), [0, 1, 4, 8, 9, 9]);
    assert_eq!([0, 1, 4, 8, 9].map(|bytes| to_units(text, bytes)), [0, 1, 2, 4, 5]);
}

/// The tree of a piece of HTML, as the browser reads it from the clipboard.
fn tree(element: scraper::ElementRef<'_>) -> Vec<Node> {
    let children = element.children().filter_map(|child| match child.value() {
        scraper::Node::Text(text) => Some(Node::Text(text.to_string())),
        scraper::Node::Element(_) => scraper::ElementRef::wrap(child).map(|element| {
            let get = |name: &str| element.attr(name).unwrap_or_default().to_owned();
            let style = get("style").to_lowercase().replace(' ', "");
            let name = element.value().name().to_lowercase();
            Node::Element(Element { name, href: get("href"), style, children: tree(element) })
        }),
        _ => None,
    });
    children.collect()
}

fn pasted(html: &str) -> String {
    markdown(&tree(scraper::Html::parse_document(html).root_element()))
}

#[test]
fn a_web_page_keeps_links_lists_and_tables() {
    assert_eq!(
        pasted(
            "<h2>Shops</h2><p>It has <b>905</b> shops, <a href=\"https://example.org/a(b)\">it\n says</a>.<br>And <em>more</em>.</p>
             <ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul>"
        ),
        "## Shops\n\nIt has **905** shops, [it says](https://example.org/a%28b%29).\nAnd *more*.\n\n- one\n- two\n  1. inner"
    );
    assert_eq!(
        pasted("<table><thead><tr><th>Year</th><th>Shops</th></tr></thead><tr><td>2019</td><td>8|60</td></tr></table>"),
        "| Year | Shops |\n|---|---|\n| 2019 | 8\\|60 |"
    );
    assert_eq!(pasted("<blockquote><p>said</p><p>twice</p></blockquote>"), "> said\n>\n> twice");
    assert_eq!(pasted("<a href=\"javascript:alert(1)\">x</a><script>y</script><style>z</style>"), "x");
    assert_eq!(
        pasted("<p>1. not a list</p><p># nor this</p><p>2 * 3 &lt; 7</p>"),
        "1\\. not a list\n\n\\# nor this\n\n2 \\* 3 \\< 7"
    );
}

#[test]
fn google_docs_wraps_everything_and_says_it_in_styles() {
    assert_eq!(
        pasted(
            "<meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"font-weight:400\">Plain, </span>\
             <span style=\"font-weight:700;\">bold </span><span style=\"font-style:italic\">and slanted</span></p><ul><li><p><span>first</span></p></li>\
             <ul><li><p><span>inner</span></p></li></ul><li><p>second</p></li></ul></b><br class=\"Apple-interchange-newline\">"
        ),
        "Plain, **bold** *and slanted*\n\n- first\n  - inner\n- second"
    );
}

#[test]
fn word_has_no_lists_but_paragraphs_that_look_like_them() {
    assert_eq!(
        pasted(
            "<html xmlns:o=\"urn:x\"><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment--><p class=MsoNormal>Before<o:p></o:p></p>\
             <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>one</p>\
             <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>inner</p>\
             <p class=MsoNormal><b>After</b></p></body></html>"
        ),
        "Before\n\n- one\n   1. inner\n\n**After**"
    );
}

#[test]
fn emphasis_ends_where_markdown_sees_it_end() {
    assert_eq!(pasted("<p><b>強調した。</b>次の文</p>"), "**強調した**。次の文");
    assert_eq!(pasted("<p>彼は<strong>「現場」</strong>と言う</p>"), "彼は「**現場**」と言う");
    assert_eq!(pasted("<p><b> </b>x<i></i></p>"), "x");
}

#[test]
fn a_deep_document_is_taken_as_text() {
    let deep = format!("{}deep{}", "<div>".repeat(400), "</div>".repeat(400));
    assert_eq!(pasted(&deep), "deep");
}
