//! What is chosen in the dialog. The browser remembers it as a setting.

use crate::format::{self, CATALOGUE, ExportOptions, FormatInfo, TagScheme, Tokeniser};
use crate::json::{FromJson, parse, record, to_line};
use crate::web::preferences;

/// What is chosen at first: the native JSON has a button and a key of its own.
const FIRST_CHOICE: &FormatInfo = &format::csv::INFO;
/// The setting.
const PREFERENCE: &str = "export";

/// A format, and how it is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Choice {
    pub(super) format: &'static FormatInfo,
    pub(super) options: ExportOptions,
}

struct StoredChoice {
    format: String,
    for_spreadsheets: Option<bool>,
    tabs: bool,
    scheme: String,
    tokeniser: String,
    one_file_each: bool,
    without_texts: bool,
}

record!(StoredChoice, View, {
    required "format": format,
    optional "forSpreadsheets": for_spreadsheets,
    optional "tabs": tabs,
    optional "scheme": scheme,
    optional "tokeniser": tokeniser,
    optional "oneFileEach": one_file_each,
    optional "withoutTexts": without_texts,
});

/// The formats among which there is a choice.
pub(super) fn written() -> impl Iterator<Item = &'static FormatInfo> {
    CATALOGUE.iter().copied().filter(|format| format.can_be_written)
}

impl Default for Choice {
    /// Users who open a table by a double click get it in a spreadsheet, which must not change it.
    fn default() -> Self {
        Self { format: FIRST_CHOICE, options: ExportOptions { for_spreadsheets: true, ..ExportOptions::default() } }
    }
}

impl Choice {
    /// What was chosen last in this browser.
    pub(super) fn recall() -> Self {
        let stored = preferences::get(PREFERENCE).and_then(|text| parse(&text).ok());
        let Some(stored) = stored.and_then(|json| StoredChoice::from_json(json).ok()) else { return Self::default() };
        let format = written().find(|format| format.name == stored.format);
        let options = ExportOptions {
            for_spreadsheets: stored.for_spreadsheets.unwrap_or(true),
            tabs: stored.tabs,
            scheme: TagScheme::find(&stored.scheme).unwrap_or_default(),
            tokeniser: Tokeniser::find(&stored.tokeniser).unwrap_or_default(),
            one_file_each: stored.one_file_each,
            without_texts: stored.without_texts,
        };
        Self { format: format.unwrap_or(FIRST_CHOICE), options }
    }

    /// Stores it for the next time.
    pub(super) fn remember(self) {
        let Self { format, options } = self;
        let stored = StoredChoice {
            format: format.name.to_owned(),
            for_spreadsheets: Some(options.for_spreadsheets),
            tabs: options.tabs,
            scheme: options.scheme.name().to_owned(),
            tokeniser: options.tokeniser.name().to_owned(),
            one_file_each: options.one_file_each,
            without_texts: options.without_texts,
        };
        // If that fails, the first choice is made the next time.
        let _ = preferences::set(PREFERENCE, &to_line(&stored));
    }
}
