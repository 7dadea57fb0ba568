//! The text of a Markdown page (CommonMark with tables, footnotes, and front matter), as it is shown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Document;
use super::details::clean;
use super::front_matter::{front_matter, split_front_matter};
use super::html::Page;
use super::html_in_markdown::{HtmlBlock, read_html};

/// Reads a page.
pub(super) fn read(markdown: &str) -> Document {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let (front, body) = split_front_matter(markdown);
    let mut reader = Reader { markdown, start: markdown.len() - body.len(), ..Reader::default() };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        let range = range.start + reader.start..range.end + reader.start;
        reader.event(event, range);
    }
    let Reader { mut page, title, .. } = reader;
    page.end_all();
    let mut document = page.builder.finish();
    document.details = front_matter(front);
    if document.details.title.is_empty() {
        document.details.title = clean(&title);
    }
    document
}

#[derive(Debug, Default)]
struct Reader<'a> {
    markdown: &'a str,
    /// Where the page begins after its front matter.
    start: usize,
    page: Page,
    /// How many pictures are open, whose descriptions are not text.
    pictures: usize,
    /// How many lists are open.
    lists: usize,
    is_code: bool,
    /// The HTML of the present block.
    html: Option<HtmlBlock>,
    /// The text of the first heading, and whether it is being read.
    title: String,
    is_title: bool,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if let (Event::Html(html) | Event::Text(html), Some(block)) = (&event, &mut self.html) {
            return block.add(html, range.start);
        }
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => read_html(&mut self.page, &html, range.start),
            _ if self.is_hidden() => {}
            // A line end in the title of the page is a space.
            Event::SoftBreak => {
                self.title_text(" ");
                self.page.builder.space();
            }
            Event::HardBreak => {
                self.title_text(" ");
                self.page.builder.line_break();
            }
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.inside(&text, range),
            Event::FootnoteReference(name) => self.page.builder.decoded(&format!("[{name}]"), Some(range)),
            Event::TaskListMarker(_) => {
                self.marker(range);
                self.page.builder.space();
            }
            Event::Rule => self.page.builder.paragraph(),
        }
    }

    fn is_hidden(&self) -> bool {
        self.pictures > 0 || self.page.is_hidden()
    }

    /// A block, in a list on lines of its own, elsewhere with an empty line around it.
    fn block(&mut self) {
        if self.lists > 0 { self.page.builder.line() } else { self.page.builder.paragraph() }
    }

    fn title_text(&mut self, text: &str) {
        if self.is_title {
            self.title.push_str(text);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        self.title_text(text);
        match (self.markdown.get(range.clone()) == Some(text), self.is_code) {
            (true, true) => self.page.builder.preformatted(text, range.start),
            (true, false) => self.page.builder.verbatim(text, range.start),
            // Code in lists and quotations: a line end.
            (false, true) if text == "\n" => self.page.builder.preformatted(text, range.start),
            (false, _) => self.page.builder.decoded(text, Some(range)),
        }
    }

    /// Text that has delimiters around it in the source.
    fn inside(&mut self, text: &str, range: Range<usize>) {
        self.title_text(text);
        let place = self.markdown.get(range.clone()).and_then(|source| source.find(text));
        match place {
            Some(at) => self.page.builder.verbatim(text, range.start + at),
            None => self.page.builder.decoded(text, Some(range)),
        }
    }

    /// The box of a task, as it is written.
    fn marker(&mut self, range: Range<usize>) {
        if let Some(marker) = self.markdown.get(range.clone()) {
            self.page.builder.preformatted(marker, range.start);
        }
    }

    fn start(&mut self, tag: &Tag<'a>) {
        match tag {
            Tag::Heading { .. } => {
                self.page.builder.paragraph();
                self.is_title = self.title.is_empty();
            }
            Tag::FootnoteDefinition(name) => {
                self.page.builder.paragraph();
                self.page.builder.add(&format!("[{name}]"));
                self.page.builder.space();
                // The mark and the first paragraph of the note are in one line.
                self.page.builder.stay_in_line();
            }
            Tag::List(_) => {
                self.block();
                self.lists += 1;
            }
            Tag::CodeBlock(_) => {
                self.block();
                self.is_code = true;
            }
            Tag::HtmlBlock => self.html = Some(HtmlBlock::default()),
            Tag::TableRow | Tag::TableHead => self.page.builder.row(),
            Tag::TableCell => self.page.builder.cell(),
            Tag::Image { .. } => self.pictures += 1,
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::Table(_) => self.block(),
            Tag::Item | Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.page.builder.line();
            }
            // Front matter is not left to the parser, which finds it anywhere.
            Tag::MetadataBlock(_) => self.page.builder.paragraph(),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Link { .. } => {
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.page.builder.paragraph();
                self.is_title = false;
            }
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                self.block();
            }
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.block();
            }
            TagEnd::HtmlBlock => {
                if let Some(block) = self.html.take() {
                    block.read(&mut self.page);
                }
            }
            TagEnd::TableRow | TagEnd::TableHead => self.page.builder.end_of_row(),
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::Table | TagEnd::FootnoteDefinition => self.block(),
            TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => self.page.builder.line(),
            TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        let document = read(markdown);
        for piece in document.kept.iter().filter(|piece| piece.is_verbatim) {
            assert_eq!(document.text[piece.text.clone()], markdown[piece.source.clone()], "{markdown}");
        }
        document.text
    }

    #[test]
    fn markup_is_left_out() {
        for (markdown, expected) in [
            (
                "# Title\n\nOne *two* **three** ~~four~~ [five](http://x \"t\") `six  s` <http://a.example>",
                "Title\n\nOne two three four five six s http://a.example",
            ),
            ("One\ntwo  \nthree\\\nfour", "One two\nthree\nfour"),
            ("R&amp;B \\*a\\* &copy; &nbsp;x", "R&B *a* © \u{a0}x"),
            ("- a\n- b\n  - c\n\n1. d\n2. e\n\nText", "a\nb\nc\n\nd\ne\n\nText"),
            ("> Quoted\n> text\n\nAfter", "Quoted text\n\nAfter"),
            ("```rust\nfn a() {\n    b\n\n}\n```\n\nAfter", "fn a() {\n    b\n\n}\n\nAfter"),
            ("    code\n      more\n\nText", "code\n  more\n\nText"),
            ("| a | b |\n|---|---|\n| 1 |  |\n| *3* | 4 |\n\nText", "a\tb\n1\n3\t4\n\nText"),
            ("Text[^1].\n\n[^1]: The note.", "Text[1].\n\n[1] The note."),
            ("- [x] done\n- [ ] open", "[x] done\n[ ] open"),
            ("A ![picture of *a* cat](cat.png) B", "A B"),
            ("One<br>two <b>three</b> <!-- no --> four", "One\ntwo three four"),
            ("<script>\nlet a = 1;\n\n</script>\n\n<!-- a\n\nb -->\n\nText", "Text"),
            ("> <div>\n> In a\n> block &amp;\n> </div>\n\nText", "In a block &\n\nText"),
            ("<details>\n<summary>More</summary>\n\nText *here*\n\n</details>", "More\n\nText here"),
            ("Line\r\nend\r\n\r\nNext", "Line end\n\nNext"),
            ("Setext\n===\n\n---\n\nText", "Setext\n\nText"),
            ("", ""),
        ] {
            assert_eq!(text(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn the_title_is_that_of_the_front_matter_or_the_first_heading() {
        let page = "---\ntitle: Front\ndate: 2021-11-28\n---\n# Heading\n\nText\n\n---\n\na: b\n\n---\n";
        let document = read(page);
        assert_eq!((document.details.title.as_str(), document.details.date.as_str()), ("Front", "2021-11-28"));
        assert_eq!(text(page), "Heading\n\nText\n\na: b");
        assert_eq!(read("# The *first*\n# Second").details.title, "The first");
        assert_eq!(text("+++\ntitle = 'x'\n+++\nText"), "Text");
        assert_eq!(text("---\nnever closed"), "never closed");
    }
    #[test]
    fn hostile_pages_take_no_time() {
        let deep = 20_000;
        for piece in [
            "> ", "- ", "* a\n", "[", "![", "*", "**a", "`", "`` ", "<a ", "[^", "| a ", "<!--", "&", "\\", "~~",
            "<div>\n", "[a](", "1. ",
        ] {
            let markdown = piece.repeat(deep) + "x";
            let start = std::time::Instant::now();
            text(&markdown);
            assert!(start.elapsed().as_secs() < 10, "{piece}");
        }
    }
}
