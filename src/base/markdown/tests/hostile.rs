//! Hostile texts: whatever is typed, what comes out has only allowed elements, attributes,
//! classes and addresses when a browser's parser reads it; and something always comes out.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{Html, Node};

use super::super::wall::{ATTRIBUTES, CLASSES, TAGS, VALUES};
use super::super::*;

/// Renders and holds the output against the list. `None` if refused as too complex.
fn checked(text: &str) -> Option<String> {
    let keys = || Citations::new(["ir".to_owned(), "a".to_owned(), "x-1".to_owned()]);
    let before_wall = write_unchecked(text, "shift", 3, &mut keys(), &Words::of(Lang::En)).ok()?;
    let html = render(text, "shift", 3, &mut keys(), &Words::of(Lang::En)).ok()?;
    assert_allowed(&html, text);
    // The wall only writes attributes and entities its own way, it takes nothing out.
    assert_allowed(&before_wall, text);
    assert_eq!(shape(&before_wall), shape(&html), "the wall had work to do for {text:?}");
    Some(html)
}

/// Everything a parser sees: names, attributes in order of name, and text.
fn shape(html: &str) -> Vec<String> {
    let nodes = Html::parse_fragment(html);
    let shape = nodes.tree.nodes().map(|node| match node.value() {
        Node::Element(element) => {
            let attributes: BTreeSet<_> = element.attrs().map(|(name, value)| format!("{name}={value}")).collect();
            format!("<{} {attributes:?}>", element.name())
        }
        Node::Text(text) => text.to_string(),
        other => format!("{other:?}"),
    });
    shape.collect()
}

fn assert_allowed(html: &str, text: &str) {
    let mut ids = BTreeSet::new();
    for node in Html::parse_fragment(html).tree.nodes() {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Text(_) | Node::Fragment => continue,
            other => panic!("{other:?} from {text:?}"),
        };
        let name = element.name();
        // The parser's own frame; attributes that a stray tag gave it are checked below.
        assert!(["html", "head", "body"].contains(&name) || TAGS.contains(&name), "<{name}> from {text:?}");
        for (attribute, value) in element.attrs() {
            let listed = ATTRIBUTES.iter().any(|(tag, names)| *tag == name && names.contains(&attribute))
                || VALUES.iter().any(|(tag, a, values)| *tag == name && *a == attribute && values.contains(&value))
                || attribute == "class"
                    && CLASSES
                        .iter()
                        .any(|(tag, classes)| *tag == name && value.split(' ').all(|c| classes.contains(&c)));
            assert!(listed, "{name} {attribute}={value:?} from {text:?}");
            if attribute == "id" {
                assert!(ids.insert(value.to_owned()), "id {value} twice from {text:?}");
            }
            if attribute == "href" {
                let good = ["https://", "http://", "mailto:", "#source-", "#note-shift-", "#ref-shift-"];
                let own = value.starts_with('/') && !value.starts_with("//") && !value.starts_with("/\\");
                assert!(own || good.iter().any(|start| value.starts_with(start)), "{value:?} from {text:?}");
                assert!(
                    value.bytes().all(|b| b.is_ascii_graphic()) || value.starts_with('#'),
                    "{value:?} from {text:?}"
                );
            }
        }
        if name == "a" {
            let nested = node.ancestors().any(|up| up.value().as_element().is_some_and(|e| e.name() == "a"));
            assert!(!nested, "a link in a link from {text:?}");
        }
    }
    for c in html.chars() {
        assert!(!super::super::super::text::clean::is_refused(c), "{c:?} from {text:?}");
    }
}

#[rustfmt::skip]
const CORPUS: &[&str] = &[
    // scripts and handlers
    "<script>alert(1)</script>", "<SCRIPT SRC=//x.example></SCRIPT>", "a <script>alert(1)</script> b", "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<img src=x onerror=alert(1)>", "<body onload=alert(1)>", "<a onclick=alert(1)>x</a>",
    "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>", "\"><script>alert(1)</script>",
    "<<script>script>alert(1)<</script>/script>", "<scr<script>ipt>", "<script", "</script><script>x", "<!--><script>alert(1)</script>-->",
    // frames, styles, redirections, forms
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>x</script>'>", "<style>*{color:red}</style>", "<p style='background:url(x)'>a",
    "<link rel=stylesheet href=//x.example>", "<meta http-equiv=refresh content='0;url=//x.example'>", "<base href=//x.example>", "<object data=x>",
    "<embed src=x>", "<form action=//x.example><button>", "<div style=position:fixed>", "<marquee>", "<portal src=x>",
    // mutation
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<template><script>x</script></template>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x src onerror=alert(1)>\">", "<xmp><p title=\"</xmp><img src onerror=alert(1)>\">",
    "<listing>&lt;img onerror=alert(1)&gt;</listing>", "<plaintext>", "<textarea></textarea><img src onerror=x>", "<![CDATA[<script>x</script>]]>", "<?xml ?><script>",
    // addresses
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](&#106;avascript:alert(1))", "[a](java&#10;script:alert(1))", "[a](<java\tscript:alert(1)>)",
    "[a](&#1;javascript:alert(1))", "[a](< javascript:alert(1)>)", "[a](javascript&colon;alert(1))", "[a](data:text/html,<script>x</script>)", "[a](vbscript:x)",
    "[a](//x.example)", "[a](/\\x.example)", "[a](\\\\x.example)", "[a](/%09/x.example)", "[a](/&#9;/x.example)", "[a](https://b.example@x.example)", "[a](https:x.example)",
    "<javascript:alert(1)>", "<JAVASCRIPT:x>", "<data:x>", "![a](javascript:x)", "![a](data:image/svg+xml,<svg/onload=alert(1)>)", "![\"onerror=alert(1) x=\"](https://x.example)",
    "[a]\n\n[a]: javascript:alert(1)", "[a][b]\n\n[b]: <javascript:x> 'y'", "[a](https://x.example/\"onmouseover=alert(1))", "<https://x.example/\"onmouseover=x>", "https://x.example/\"onmouseover=x",
    "https://x.example/<script>", "[a](https://x.example '\"><script>alert(1)</script>')", "[a](https://x.example \"' onx='\")", "[a](https://[::)", "[a](mailto:\"<script>@x)", "<a@b.c>",
    "[a](/x \"</a><script>\")", "[https://x.example](javascript:x)", "[a ![b](https://c.example) https://d.example <e@f.g> <https://h.example>](/i)", "[a [^ir] b](/c)", "![a [b](/c)](/d)",
    // notes
    "[^ir]: <script>x</script>\n\n[^ir] [^b\"><script>]", "[^\"onx=1]", "[^<b>] [^&quot;]", "[^a]: [^a]\n[^A]: [^a]", "[^n]: x\n\n    [^m]: y [^n]\n\n[^m]", "> [^n]: x [^n]\n\n- [^n]: z", "| [^ir] |\n|-|\n| [^n] |\n\n[^n]: |",
    "# [^ir]\n\n**[^ir]** ~~[^zz]~~ ![^ir] [^ir][] [^ir](/x)", "[^x-1] [^x] [^X-1]\n\n[^x]: y", "[^n] [^n][^n]\n\n[^n]:\n\n    ```\n    [^n]",
    // bidi, controls
    "&#x202E;gpj.exe &#x2066; &#0; &#1; &#xFFFE; &#xD800; &#x85;", "\u{202E}\u{0}\u{FFFF}", "[&#x202E;](https://x.example/&#x202E;)", "`\u{202E}`", "[a](/x \"&#x202E;\")",
    // other
    "```\"><script>\nx\n```", "~~~ x onclick=1\n</code></pre><script>", "# <script> {#id .class onclick=x}", "- [x] <script>\n- [ ] ![](x)", "1. a\n   > - b\n     ```\n     <script>",
    "|a|\n|-|\n|<script>|", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>", "<x>\n\n<y z=\"\n\n\">", "$x$ $$y$$ {{x}} <% %>", "---\ntitle: x\n---", "a\\\nb  \nc",
];

#[test]
fn nothing_hostile_gets_through() {
    for text in CORPUS {
        assert!(checked(text).is_some(), "refused: {text:?}");
        for frame in [
            format!("> - {text}"),
            format!("**a {text} b**"),
            format!("[{text}](/x)"),
            format!("|{text}|\n|-|\n|{text}|"),
            format!("a[^n]\n\n[^n]: {text}"),
        ] {
            checked(&frame);
        }
    }
    checked(&CORPUS.join("\n\n"));
    checked(&CORPUS.join(" "));
}

#[test]
fn floods_return() {
    let flood = |unit: &str| -> String { unit.chars().cycle().take(MAX_CHARS).collect() };
    for unit in [
        "[^",
        "[^a] ",
        "[^a]: b\n",
        "!-- <",
        "<!-- ",
        "[x]: y\n",
        "[",
        "![",
        "[a](",
        "*a_",
        "*a_ ",
        "**",
        "> ",
        ">",
        "- ",
        "1. ",
        "+ *\n",
        "`",
        "<",
        "&",
        "|a",
        "a",
        "課",
        "<b>",
        "\u{202E}",
        "\\",
        "http://a.b ",
    ] {
        // Too complex or not: it returns, and what it returns is allowed.
        checked(&flood(unit));
    }
    for (open, close) in
        [("> ", ""), ("- ", ""), ("1. ", ""), ("> - ", ""), ("*a ", " a*"), ("[", "](b)"), ("<b>", "</b>")]
    {
        checked(&format!("{}x{}", open.repeat(4_000), close.repeat(4_000)));
    }
    // Below the limit on marks, above the limit on depth.
    assert_eq!(checked(&format!("{}x", "> - ".repeat(20))), None);
    assert!(checked(&"-".repeat(MAX_CHARS)).is_some());
    assert!(checked(&"- ".repeat(MAX_CHARS / 2)).is_some());
}

proptest! {
    #[test]
    fn any_text_is_rendered_safely(s in any::<String>(), pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        for text in [s, pieces.concat()] {
            let made = checked(&text).unwrap_or_default();
            assert!(excerpt(&made, 20).chars().all(|c| c != '\n') && excerpt(&text, 20).len() < 100_000);
        }
    }

    #[test]
    fn mixtures_of_attacks_are_rendered_safely(parts in proptest::collection::vec((proptest::sample::select(CORPUS), proptest::sample::select(PIECES)), 1..8)) {
        let text: String = parts.into_iter().flat_map(|(a, b)| [a, b]).collect();
        checked(&text);
    }
}

const PIECES: &[&str] = &[
    "[^ir]",
    "[^a]",
    "[^n]",
    "[^n]: ",
    "[^",
    "[",
    "]",
    "](",
    ")",
    "![",
    "(/x)",
    "(https://x.example)",
    "https://y.example/_a_",
    "javascript:",
    "<",
    ">",
    "<script>",
    "</p>",
    "<!--",
    "-->",
    "\"",
    "'",
    "&",
    "&lt;",
    "&#x202E;",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "# ",
    "### ",
    "|",
    "|-|\n",
    "|a|b|\n|-|-|\n",
    "\n",
    "\n\n",
    "  \n",
    "\\",
    "***\n",
    "a",
    "課題",
    " ",
    "=\n",
    "[r]: /z 't'\n",
    "[r]",
    ":",
];
