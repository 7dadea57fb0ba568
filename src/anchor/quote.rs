//! Quotes: a text with the texts before and after it, by which a place is found again (W3C Web Annotation Data Model, 4.2.4).

use memchr::memmem::Finder;

use crate::text::TextRange;

/// A quote, as a `TextQuoteSelector` of the W3C has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The quoted text.
    pub exact: String,
    /// The text before it.
    pub prefix: String,
    /// The text after it.
    pub suffix: String,
}

impl Quote {
    /// All places of the quote in a text, in order; they may overlap. An empty quote without context is at every place.
    pub fn places<'a>(&self, text: &'a str) -> impl Iterator<Item = TextRange> + use<'a> {
        let finder = Finder::new(&format!("{}{}{}", self.prefix, self.exact, self.suffix)).into_owned();
        let (before, length) = (self.prefix.len(), self.exact.len());
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let start = from?;
            let at = start + finder.find(text.as_bytes().get(start..)?)?;
            // The next place may begin at the next character.
            from = text.get(at..)?.chars().next().map(|c| at + c.len_utf8());
            Some(TextRange::from_indices(at + before, at + before + length))
        })
    }
}

/// The options of [`describe`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DescribeOptions {
    /// Adds no more context than what makes the quote unambiguous.
    pub minimal: bool,
    /// The least length of quote and context together, in code points.
    pub least: usize,
    /// How much of a word is added, in code points, so that the context has whole words.
    pub longest_word: usize,
    /// Once there is so much context, in bytes, no more is added, although the quote is at another place too: a text that repeats itself
    /// has no short quotes that are only at one place.
    pub most: usize,
}

impl Default for DescribeOptions {
    fn default() -> Self {
        Self { minimal: false, least: 0, longest_word: 50, most: usize::MAX }
    }
}

/// The quote that is only at this range of a text, with as much context as that takes. The algorithm is that of Apache Annotator
/// (`describeTextQuote`): each other place where the quote is shows how much more context is needed.
pub fn describe(text: &str, range: TextRange, options: DescribeOptions) -> Quote {
    let exact = text.get(range.indices()).unwrap_or_default();
    let mut context = Context { text, range, before: range.start().index(), after: range.end().index() };
    context.reach(options.least);
    if !options.minimal {
        context.before = context.word_start(context.before, options.longest_word);
        context.after = context.word_end(context.after, options.longest_word);
    }
    loop {
        let quote = Quote { exact: exact.to_owned(), ..context.quote() };
        if quote.prefix.len() + quote.suffix.len() >= options.most {
            return quote;
        }
        match quote.places(text).find(|place| *place != range) {
            Some(other) if context.part_from(other, options) => {}
            _ => return quote,
        }
    }
}

/// A range with its context.
struct Context<'a> {
    text: &'a str,
    range: TextRange,
    /// Where the context begins and ends, in bytes.
    before: usize,
    after: usize,
}

impl Context<'_> {
    fn quote(&self) -> Quote {
        let prefix = &self.text[self.before..self.range.start().index()];
        let suffix = &self.text[self.range.end().index()..self.after];
        Quote { exact: String::new(), prefix: prefix.to_owned(), suffix: suffix.to_owned() }
    }

    /// Extends the context until all has this many code points: half of what is missing before, the rest after, and before again if the
    /// text ends.
    fn reach(&mut self, least: usize) {
        let missing = |this: &Self| least.saturating_sub(this.text[this.before..this.after].chars().count());
        self.before = self.back(self.before, missing(self) / 2);
        let rest = self.text[self.after..].char_indices().nth(missing(self)).map(|(at, _)| self.after + at);
        self.after = rest.unwrap_or(self.text.len());
        self.before = self.back(self.before, missing(self));
    }

    /// The place some code points before another one.
    fn back(&self, from: usize, count: usize) -> usize {
        let last = self.text[..from].char_indices().rev().take(count).last();
        last.map_or(from, |(at, _)| at)
    }

    fn word_start(&self, from: usize, longest: usize) -> usize {
        let word = self.text[..from].char_indices().rev().take(longest).take_while(|(_, c)| !c.is_whitespace());
        word.last().map_or(from, |(at, _)| at)
    }

    fn word_end(&self, from: usize, longest: usize) -> usize {
        let word = self.text[from..].chars().take(longest).take_while(|c| !c.is_whitespace());
        from + word.map(char::len_utf8).sum::<usize>()
    }

    /// Extends the context so that it is not the one at another place. Returns whether it could be extended.
    fn part_from(&mut self, other: TextRange, options: DescribeOptions) -> bool {
        let lengths = (self.range.start().index() - self.before, self.after - self.range.end().index());
        let theirs = (other.start().index() - lengths.0, other.end().index() + lengths.1);
        let before = self.different_before(theirs.0).map(|at| match options.minimal {
            true => at,
            false => self.word_start(at, options.longest_word),
        });
        let after = self.different_after(theirs.1).map(|at| match options.minimal {
            true => at,
            false => self.word_end(at, options.longest_word),
        });
        let characters = |from: usize, to: usize| self.text[from..to].chars().count();
        match (before, after) {
            (None, None) => return false,
            // The shorter one is enough.
            (Some(start), Some(end)) if options.minimal => {
                if characters(start, self.before) <= characters(self.after, end) {
                    self.before = start;
                } else {
                    self.after = end;
                }
            }
            _ => {
                self.before = before.unwrap_or(self.before);
                self.after = after.unwrap_or(self.after);
            }
        }
        true
    }

    /// Where the context has to begin so that it differs from the text before another place; `None` if it cannot.
    fn different_before(&self, theirs: usize) -> Option<usize> {
        let mut others = self.text[..theirs].chars().rev();
        let mut own = self.text[..self.before].char_indices().rev();
        own.find(|(_, c)| others.next() != Some(*c)).map(|(at, _)| at)
    }

    /// The same for its end.
    fn different_after(&self, theirs: usize) -> Option<usize> {
        let mut others = self.text[theirs..].chars();
        let mut own = self.text[self.after..].char_indices();
        own.find(|(_, c)| others.next() != Some(*c)).map(|(at, c)| self.after + at + c.len_utf8())
    }
}
