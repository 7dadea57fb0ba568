//! Tables of pages and their texts.

use crate::format::documents::{Document, DocumentDetails, read_html};

/// Reads a page, and checks that each kept piece is at its place.
fn read(html: &str) -> Document {
    let document = read_html(html);
    let mut last = 0;
    for piece in &document.kept {
        assert!(piece.source.start >= last, "{html}");
        last = piece.source.end;
        if piece.is_verbatim {
            assert_eq!(document.text[piece.text.clone()], html[piece.source.clone()], "{html}");
        }
    }
    document
}

#[test]
fn a_text_is_what_a_browser_shows() {
    for (html, expected) in [
        ("", ""),
        ("plain", "plain"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<div>One</div><div>Two<div>Three</div></div>", "One\nTwo\nThree"),
        ("  One\n\t two <b> three</b> four<i> five</i>", "One two three four five"),
        ("One<br>two<br/>three<BR />", "One\ntwo\nthree"),
        ("One<br><br><br>two", "One\n\ntwo"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        (
            "<h1>A</h1>text<h2>B</h2><ul><li>x<li>y<ul><li>z</ul><li>v</ul>after",
            "A\n\ntext\n\nB\n\nx\ny\nz\nv\n\nafter",
        ),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd"),
        ("<table><tr><th>a<th>b<tr><td>1<td><p>2</p></table>after", "a\tb\n1\t2\n\nafter"),
        ("<table><tr><td></td><td>b</td></tr><tr><td>c</td><td></td><td>d</td></tr></table>", "b\nc\t\td"),
        ("<table><tr><td>a<table><tr><td>b</table>c<td>d</table>", "a\n\nb\n\nc\td"),
        ("<pre>\n  a\n    b\n\n\nc  d</pre>after", "a\n    b\n\n\nc  d\n\nafter"),
        ("x<pre>a\r\nb</pre>", "x\n\na\nb"),
        ("a\r\nb", "a b"),
        ("He said <q>yes <q>no</q></q>.", "He said “yes “no””."),
        ("漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>", "漢字"),
        (
            "<blockquote><p>Quoted</p></blockquote><figure><img alt=no><figcaption>Caption</figcaption></figure>",
            "Quoted\n\nCaption",
        ),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "x=1"),
    ] {
        assert_eq!(read(html).text, expected, "{html}");
    }
}

#[test]
fn what_is_not_the_article_is_left_out() {
    for (html, expected) in [
        (
            "<!doctype html><html><head><title>T</title><style>p{}</style><script>a<b</script></head><body>Text</body></html>",
            "Text",
        ),
        ("<title>T</title><p>Text", "Text"),
        ("<head><title>T</title><p>Text", "Text"),
        ("<head>Text", "Text"),
        ("a<!-- b --><!-->c<!--->d<!-- -- e", "acd"),
        ("a<script>\"<p>b</p>\"</script>c<script>x", "ac"),
        ("a<script><!-- <script> </script> --> b</script>c", "ac"),
        ("a<style><p></style>b<noscript><img></noscript>c<template><p>d</p></template>e", "abce"),
        ("<nav><ul><li>Home</ul></nav>Text<div role=NAVIGATION>x</div>", "Text"),
        (
            "<p hidden>a<p>b<div style='display : none'>c</div><span style=\"visibility:hidden\">d</span><i hidden=until-found>e</i>",
            "b\n\ne",
        ),
        ("<div hidden><p>a<div>b</div></p>c</div>d", "d"),
        ("<dialog>a</dialog><dialog open>b</dialog>", "b"),
        ("<button>a</button><select><option>b</select><textarea><p>c</textarea><input value=d>e", "e"),
        ("<svg><title>a</title><text>b</text><script/></svg>c", "c"),
        ("<svg><style><![CDATA[</style>]]></style></svg>c", "c"),
        ("<iframe><p>a</iframe><object>b</object><video>c</video>d", "d"),
        ("<details><summary>a</summary>b</details>", "a\nb"),
        ("<frameset><frame></frameset><noframes>a</noframes>", ""),
    ] {
        assert_eq!(read(html).text, expected, "{html}");
    }
}

#[test]
fn broken_pages_are_read_as_browsers_do() {
    for (html, expected) in [
        ("a</div></p>b", "a\n\nb"),
        ("<b><p>a</b>b</p>c", "ab\n\nc"),
        ("<div><span>a</div>b", "a\nb"),
        ("a < b && c > d <3 <", "a < b && c > d <3 <"),
        ("a</ b>c</>d<?php e ?>f", "acdf"),
        ("<p class=\"a>b</p>", ""),
        ("a<b title='>'>c</b x=y>d", "acd"),
        ("&amp;&lt;&eacute&nbsp;&#8217;&#x1F600;&notit;&unknown;&#0;&", "&<é\u{a0}’😀¬it;&unknown;\u{fffd}&"),
        ("&é &ampé &lté <é &שלום&#65é", "&é &é <é <é &שלוםAé"),
        ("&#128;&#xFEFF;x", "€\u{feff}x"),
        ("&#xFEFF;x", "x"),
        ("<textarea>never closed <p>a", ""),
        ("<table><tr><td>a</div>b</table>", "ab"),
    ] {
        assert_eq!(read(html).text, expected, "{html}");
    }
}

#[test]
fn pieces_are_at_their_places() {
    let html = "<p>One  <b>two</b>\n&amp; thr&eacute;e</p>";
    let document = read(html);
    assert_eq!(document.text, "One two & thrée");
    let place = |part: &str| document.text.find(part).and_then(|at| document.source_of(at));
    assert_eq!(place("One"), html.find("One"));
    assert_eq!(place("two"), html.find("two"));
    assert_eq!(place("&"), html.find("&amp;"));
    assert_eq!(place("thr"), html.find("thr"));
    assert_eq!(place("é"), html.find("&eacute;"));
    assert_eq!(place("e"), html.find("e  <b>"));
    assert_eq!(document.source_of(document.text.len() - 1), html.find("e</p>"));
}

#[test]
fn the_element_with_most_of_the_text_is_the_article() {
    let html = "<body><header>Site</header><main>Before<article><h1>Head</h1><p>Long text of the article.</p></article></main>\
                <article>Other</article><footer>Foot</footer>";
    let document = read(html);
    assert_eq!(document.text, "Head\n\nLong text of the article.");
    assert!(document.outside_article > 10);
    // Teasers are no article.
    let list =
        read("<article>One of several</article><article>Another of these</article><article>The third one</article>");
    assert_eq!((list.text.as_str(), list.outside_article), ("One of several\n\nAnother of these\n\nThe third one", 0));
    let only = read("<main>All of it</main>");
    assert_eq!((only.text.as_str(), only.outside_article), ("All of it", 0));
}

#[test]
fn pages_say_what_they_are() {
    let page = "<html lang=en-GB><head><title>Head &amp; shoulders | The Paper</title><meta property='og:site_name' content='The Paper'>\
                <meta name=author content=' Ana  Bell '><meta property=article:published_time content=2021-11-28T10:00:00Z>\
                <link rel='x canonical' href='https://a.example/story'></head>";
    let details = read(page).details;
    assert_eq!(
        details,
        DocumentDetails {
            title: "Head & shoulders".to_owned(),
            source: "The Paper".to_owned(),
            date: "2021-11-28".to_owned(),
            language: "en-GB".to_owned(),
            author: "Ana Bell".to_owned(),
            url: "https://a.example/story".to_owned(),
        }
    );
    let data = r#"<title>Other</title><meta property="og:title" content="Third"><script type="application/ld+json">
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "First",
        "author": [{"name": "Ana"}, {"name": "Ben"}], "publisher": {"name": "Paper"}, "datePublished": "2021-11-28", "inLanguage": "de",
        "mainEntityOfPage": {"@id": "https://a.example/x"}}]}</script>"#;
    let details = read(data).details;
    assert_eq!(
        (details.title.as_str(), details.source.as_str(), details.author.as_str()),
        ("First", "Paper", "Ana, Ben")
    );
    assert_eq!(
        (details.date.as_str(), details.language.as_str(), details.url.as_str()),
        ("2021-11-28", "de", "https://a.example/x")
    );
    for (html, title) in [
        ("<title> A\n title </title><title>Second</title>", "A title"),
        ("<svg><title>Icon</title></svg>", ""),
        ("<title>A - B</title>", "A - B"),
        ("<meta property=og:title content='A &é &amp; &ampé'>", "A &é & &é"),
        ("<script type=application/ld+json>{\"@type\": \"Article\", </script>", ""),
    ] {
        assert_eq!(read(html).details.title, title, "{html}");
    }
    let unusable = read(
        "<html lang='x!'><link rel=canonical href='javascript:x'><meta name=date content=yesterday><meta property=article:author content=https://a.example>",
    );
    assert_eq!(unusable.details, DocumentDetails::default());
}

#[test]
fn hostile_pages_take_no_time() {
    let deep = 100_000;
    for html in [
        "<div>".repeat(deep) + "x",
        "<b>".repeat(deep) + &"</i>".repeat(deep) + "x",
        "<table><tr><td>".repeat(deep) + "x",
        "<p><b>".repeat(deep) + "x",
        "<li><span>".repeat(deep) + "x",
        "<div hidden>".repeat(deep) + &"</div>".repeat(deep) + "x",
        "<".repeat(deep) + " x",
        "&".repeat(deep) + "x",
        "&a".repeat(deep) + "x",
        "<a b=".repeat(deep) + "><p>x",
        "<!--".repeat(deep) + "--><p>x",
        "<article>".repeat(deep) + "x",
    ] {
        let start = std::time::Instant::now();
        let text = read(&html).text;
        assert!(text.ends_with('x') || html.starts_with("<div hidden>"), "{}", &html[..20]);
        assert!(start.elapsed().as_secs() < 20, "{}", &html[..20]);
    }
}
