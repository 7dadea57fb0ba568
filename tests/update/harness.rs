//! The harness of table tests of `app::update`: a text with marked caret and selection, keys, and the expected result.
//!
//! In a text, `|` is the caret. A selection is between `«` and `»`, with the caret at one of its ends: `«word|»`.
//! Articles are separated by ` ¶ `, and keys by spaces: `Shift+Right c Ctrl+Z`.

use crossread::app::keymap::action_for;
use crossread::app::keys::{KeyFocus, KeyPress, KnownLayout};
use crossread::app::{
    self, Action, Cursor, Effect, FocusTarget, Mode, OccurrenceAction, OccurrenceJob, State, UiEffect,
};
use crossread::edit::{ArticleFields, Command, NewAnnotation, NewArticle, Stamp};
use crossread::model::{Annotation, AnnotationId, ArticleId, LabelId, Project, Schema, Timestamp, news_claims};
use crossread::text::{ByteOffset, Snap, Text, TextRange};

/// The separator of articles.
const ARTICLES: &str = " ¶ ";

/// The message when nothing but spaces is selected.
pub(crate) const ONLY_SPACES: &str = "Only spaces or invisible characters are selected. They cannot be tagged";

/// The state of a page under test.
pub(crate) struct Table {
    pub state: State,
    /// All effects so far.
    pub effects: Vec<Effect>,
    /// Whether work on occurrences waits for [`Table::work`], as it does while it takes long.
    pub is_slow: bool,
}

/// A state with these articles (ids `a`, `b`, …) and the default schema.
pub(crate) fn table(text: &str) -> Table {
    with_schema(text, news_claims())
}

/// A state with these articles and another schema.
pub(crate) fn with_schema(text: &str, schema: Schema) -> Table {
    let mut state = State::new(Project::new("Test", schema, Timestamp::epoch()), "p1".to_owned());
    let mut cursor = None;
    let articles: Vec<NewArticle> = text
        .split(ARTICLES)
        .zip('a'..)
        .map(|(marked, name)| {
            let (text, found) = parse(marked);
            let id = ArticleId::new(name.to_string());
            if let Some((anchor, head)) = found {
                cursor = Some(Cursor {
                    article: id.clone(),
                    anchor,
                    head,
                    snap: Snap::Words,
                    by_pointer: false,
                    at_line_end: false,
                });
            }
            let fields = ArticleFields { title: format!("Article {name}"), ..Default::default() };
            NewArticle { id: Some(id), index: None, fields, text: Text::new(text) }
        })
        .collect();
    state.editor.load_articles(articles, stamp()).expect("new articles");
    state.view.open = state.project().articles().iter().map(|article| article.id.clone()).collect();
    state.view.cursor = cursor;
    Table { state, effects: Vec::new(), is_slow: false }
}

fn stamp() -> Stamp {
    Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: "Ada".to_owned() }
}

/// The text without its marks, and the ends of the selection.
fn parse(marked: &str) -> (String, Option<(ByteOffset, ByteOffset)>) {
    let (mut text, mut caret, mut start, mut end) = (String::new(), None, None, None);
    for c in marked.chars() {
        let here = Some(ByteOffset(text.len() as u32));
        match c {
            '|' => caret = here,
            '«' => start = here,
            '»' => end = here,
            c => text.push(c),
        }
    }
    let ends = match (start, end, caret) {
        (Some(start), Some(end), Some(caret)) if caret == start => Some((end, start)),
        (Some(start), Some(end), _) => Some((start, end)),
        (_, _, caret) => caret.map(|caret| (caret, caret)),
    };
    (text, ends)
}

impl Table {
    /// Dispatches an action.
    pub(crate) fn act(mut self, action: impl Into<Action>) -> Self {
        let effects = app::update(&mut self.state, action.into(), stamp());
        self.effects.extend(effects);
        if self.is_slow { self } else { self.work() }
    }

    /// Work on occurrences waits for [`Self::work`] from now on.
    pub(crate) fn slow(self) -> Self {
        Self { is_slow: true, ..self }
    }

    /// Does all work on occurrences that was asked for, also what is not waited for any more.
    pub(crate) fn work(mut self) -> Self {
        while let Some(at) = self.effects.iter().position(|effect| matches!(effect, Effect::Occurrences(_))) {
            let Effect::Occurrences(request) = self.effects.remove(at) else { break };
            let (number, mut job) = (request.number, OccurrenceJob::new(*request));
            while job.step() {}
            let effects = app::update(&mut self.state, OccurrenceAction::Worked(number, job.finish()).into(), stamp());
            self.effects.extend(effects);
        }
        self
    }

    /// Presses keys with the focus in the text that has the caret.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            let article = self.state.cursor_or_start().map(|cursor| cursor.article);
            let focus = article.map_or(KeyFocus::Page, KeyFocus::Text);
            self = self.press(key, focus);
        }
        self
    }

    /// Presses keys with the focus outside of the texts.
    pub(crate) fn page_keys(self, keys: &str) -> Self {
        keys.split_whitespace().fold(self, |table, key| table.press(key, KeyFocus::Page))
    }

    /// Presses keys with the focus in an input field.
    pub(crate) fn field_keys(self, keys: &str) -> Self {
        keys.split_whitespace().fold(self, |table, key| table.press(key, KeyFocus::Field))
    }

    fn press(self, key: &str, focus: KeyFocus) -> Self {
        match action_for(&self.state, &key_press(key, focus)) {
            Some(action) => self.act(action),
            None => self,
        }
    }

    /// Tags an occurrence of a text (as for [`Self::find`]) through a command, as a script would. Discards the effects.
    pub(crate) fn tagged(mut self, quote: &str, label: &str) -> Self {
        let (article, range) = self.find(quote);
        let tag = NewAnnotation::tag(article, range, LabelId::from(label));
        let (_, effects) = app::perform(&mut self.state, Command::Annotate(tag), stamp()).expect("a tag");
        self.effects.extend(effects);
        self.effects.clear();
        self
    }

    /// The same while work on occurrences waits. Keeps the effects.
    pub(crate) fn tagged_meanwhile(mut self, quote: &str, label: &str) -> Self {
        let waiting = std::mem::take(&mut self.effects);
        let (article, range) = self.find(quote);
        let tag = NewAnnotation::tag(article, range, LabelId::from(label));
        let (_, effects) = app::perform(&mut self.state, Command::Annotate(tag), stamp()).expect("a tag");
        self.effects = [waiting, effects].concat();
        self
    }

    /// The first occurrence of a text; `text@2` is the second.
    pub(crate) fn find(&self, quote: &str) -> (ArticleId, TextRange) {
        let (quote, nth) =
            quote.rsplit_once('@').and_then(|(text, n)| Some((text, n.parse().ok()?))).unwrap_or((quote, 1));
        let places = self.state.project().articles().iter().flat_map(|article| {
            let found = article.text.as_str().match_indices(quote).map(|(at, _)| at).collect::<Vec<_>>();
            found.into_iter().map(|at| {
                (article.id.clone(), TextRange::new(ByteOffset(at as u32), ByteOffset((at + quote.len()) as u32)))
            })
        });
        places.into_iter().nth(nth - 1).unwrap_or_else(|| panic!("the articles do not contain {quote:?}"))
    }

    /// The id of the annotation over a text.
    pub(crate) fn id_of(&self, quote: &str) -> AnnotationId {
        let project = self.state.project();
        let found = project.all_annotations().find(|one| project.exact(one) == quote);
        found.unwrap_or_else(|| panic!("no tag on {quote:?}")).id.clone()
    }

    /// The texts with marked caret and selection.
    pub(crate) fn marked(&self) -> String {
        let mark = |article: &crossread::model::Article| {
            let text = article.text.as_str();
            let Some(cursor) = self.state.view.cursor.as_ref().filter(|cursor| cursor.article == article.id) else {
                return text.to_owned();
            };
            let range = cursor.range();
            let (start, end) = (range.start().0 as usize, range.end().0 as usize);
            let (before, inside, after) = (&text[..start], &text[start..end], &text[end..]);
            match cursor.anchor.cmp(&cursor.head) {
                std::cmp::Ordering::Equal => format!("{before}|{after}"),
                std::cmp::Ordering::Less => format!("{before}«{inside}|»{after}"),
                std::cmp::Ordering::Greater => format!("{before}«|{inside}»{after}"),
            }
        };
        self.state.project().articles().iter().map(|article| mark(article)).collect::<Vec<_>>().join(ARTICLES)
    }

    /// All annotations as "Label: text", in article and text order.
    pub(crate) fn tags(&self) -> Vec<String> {
        let project = self.state.project();
        project.all_annotations().map(|one| format!("{}: {}", one.label, project.exact(one))).collect()
    }

    /// The selected annotations as "Label: text".
    pub(crate) fn selected(&self) -> Vec<String> {
        let project = self.state.project();
        let selected = self.state.view.selected.iter().filter_map(|id| project.annotation(id));
        selected.map(|one: &std::rc::Rc<Annotation>| format!("{}: {}", one.label, project.exact(one))).collect()
    }

    /// The announcements to screen readers, in order.
    pub(crate) fn announced(&self) -> Vec<String> {
        let announced = self.effects.iter().filter_map(|effect| match effect {
            Effect::Ui(UiEffect::Announce(text)) => Some(plain(text)),
            _ => None,
        });
        announced.collect()
    }

    /// The targets that received the focus, in order.
    pub(crate) fn focused(&self) -> Vec<FocusTarget> {
        let moved = self.effects.iter().filter_map(|effect| match effect {
            Effect::Ui(UiEffect::Focus(target)) => Some(target.clone()),
            _ => None,
        });
        moved.collect()
    }

    /// The first word at each position that was scrolled into view.
    pub(crate) fn scrolled_to(&self) -> Vec<String> {
        let scrolled = self.effects.iter().filter_map(|effect| match effect {
            Effect::Ui(UiEffect::ScrollTo(article, position)) => {
                let article = self.state.project().article(article)?;
                let rest = &article.text.as_str()[position.0 as usize..];
                Some(rest.split_whitespace().next().unwrap_or_default().to_owned())
            }
            _ => None,
        });
        scrolled.collect()
    }

    /// The number of steps to be saved.
    pub(crate) fn saved(&self) -> usize {
        self.effects.iter().filter(|effect| matches!(effect, Effect::Save { .. })).count()
    }

    /// The message at the bottom of the page.
    pub(crate) fn notice(&self) -> String {
        self.state.notice.as_ref().map(|notice| plain(&notice.text)).unwrap_or_default()
    }

    pub(crate) fn expect_text(self, expected: &str) -> Self {
        assert_eq!(self.marked(), expected, "the text");
        self
    }

    pub(crate) fn expect_tags<const N: usize>(self, expected: [&str; N]) -> Self {
        assert_eq!(self.tags(), expected, "the tags");
        self
    }

    pub(crate) fn expect_selected<const N: usize>(self, expected: [&str; N]) -> Self {
        assert_eq!(self.selected(), expected, "the selected tags");
        self
    }

    pub(crate) fn expect_announced(self, expected: &str) -> Self {
        assert_eq!(self.announced().last().map(String::as_str), Some(expected), "the last announcement");
        self
    }

    pub(crate) fn expect_notice(self, expected: &str) -> Self {
        assert_eq!(self.notice(), expected, "the message");
        self
    }

    pub(crate) fn expect_focus(self, expected: &FocusTarget) -> Self {
        assert_eq!(self.focused().last(), Some(expected), "the focus");
        self
    }

    pub(crate) fn expect_mode(self, expected: &Mode) -> Self {
        assert_eq!(&self.state.mode, expected, "the mode");
        self
    }
}

/// A text without bidirectional isolates.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// "Ctrl+Shift+Right" as a key press.
fn key_press(keys: &str, focus: KeyFocus) -> KeyPress {
    let mut press = KeyPress {
        key: String::new(),
        code: String::new(),
        ctrl: false,
        alt: false,
        alt_types: false,
        altgr: false,
        shift: false,
        layout: KnownLayout::default(),
        focus,
    };
    let mut rest = keys;
    while let Some((modifier, key)) = rest.split_once('+').filter(|(_, key)| !key.is_empty()) {
        match modifier {
            "Ctrl" => press.ctrl = true,
            "Alt" => press.alt = true,
            "Shift" => press.shift = true,
            _ => panic!("{keys}: unknown modifier"),
        }
        rest = key;
    }
    press.key = match rest {
        "Left" | "Right" | "Up" | "Down" => format!("Arrow{rest}"),
        "Esc" => "Escape".to_owned(),
        // As on a US keyboard.
        digit if press.shift && digit.len() == 1 && digit.starts_with(|c: char| c.is_ascii_digit()) => {
            ")!@#$%^&*(".chars().nth(digit.parse().expect("a digit")).expect("ten characters").to_string()
        }
        key if press.shift && key.len() == 1 => key.to_uppercase(),
        key => key.to_owned(),
    };
    press.code = match rest.chars().next() {
        Some(digit) if digit.is_ascii_digit() => format!("Digit{digit}"),
        Some(letter) if letter.is_ascii_alphabetic() && rest.len() == 1 => {
            format!("Key{}", letter.to_ascii_uppercase())
        }
        _ => String::new(),
    };
    press
}
