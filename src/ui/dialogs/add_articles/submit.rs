//! Adding the texts: what is entered is checked, and all texts are added as one change.

use super::drafts::{ArticleField, Draft};
use super::fields::name_of;
use super::view::{Problem, View};
use crate::app::IncomingAction;
use crate::app::incoming::{IncomingText, TextSource, distinct_title};
use crate::app::messages::{add_articles as words, errors, files};
use crate::edit::{ArticleFields, Command, EditError, NewArticle};
use crate::model::{Article, Invalid};
use crate::text::{Text, normalise};

/// Adds all texts and closes the dialog. A title that was only proposed gets a number where another one is equal to it.
///
/// # Errors
/// With the first text that cannot be added; none is added then.
pub(super) fn add(view: &View, texts: &[IncomingText]) -> Result<(), Problem> {
    let state = view.dispatcher.state();
    let mut titles: Vec<String> = state.project().articles().iter().map(|article| article.title.clone()).collect();
    let entered = texts.iter().map(|text| view.drafts.of(text).clone()).filter(Draft::has_own_title);
    titles.extend(entered.map(|draft| draft.title));
    let mut articles = Vec::new();
    for text in texts {
        let draft = view.drafts.of(text).clone();
        let is_proposed = !draft.has_own_title();
        let mut article = article(draft, text).map_err(|(field, reason)| {
            let sentence = errors::sentence(&reason);
            let message = if texts.len() > 1 { files::in_file(name_of(text), &sentence) } else { sentence };
            Problem { number: text.number, field, message }
        })?;
        if is_proposed {
            article.fields.title = distinct_title(&article.fields.title, &titles);
            titles.push(article.fields.title.clone());
        }
        articles.push(article);
    }
    let added = view.dispatcher.perform(Command::AddArticles(articles));
    let step = added.map_err(|error| Problem {
        number: texts.first().map_or(0, |text| text.number),
        field: ArticleField::Title,
        message: errors::sentence(&errors::edit(&error)),
    })?;
    let articles = step.map(|step| step.transaction.articles().into_iter().cloned().collect());
    view.dispatcher.dispatch(IncomingAction::Added(articles.unwrap_or_default()));
    Ok(())
}

/// A text as an article; or why it cannot be one, as a message, and the field in which that can be mended.
fn article(draft: Draft, text: &IncomingText) -> Result<NewArticle, (ArticleField, String)> {
    let note = draft.note();
    let Draft { title, source, date, language, text: pasted, .. } = draft;
    let content = match &text.source {
        TextSource::Pasted { .. } => normalise(&pasted).text,
        TextSource::File { problem: Some(problem), .. } => return Err((ArticleField::Encoding, problem.clone())),
        TextSource::File { reading: Some(_), .. } => {
            return Err((ArticleField::Encoding, words::STILL_READING.to_owned()));
        }
        TextSource::File { text, .. } => text.text.clone(),
    };
    if title.trim().is_empty() {
        return Err((ArticleField::Title, errors::edit(&EditError::NoArticleTitle)));
    }
    if !Article::is_date(date.trim()) {
        return Err((ArticleField::Date, errors::invalid(&Invalid::Date(date))));
    }
    if !Article::is_language(language.trim()) {
        return Err((ArticleField::Language, errors::invalid(&Invalid::Language(language))));
    }
    if content.trim().is_empty() {
        return Err((ArticleField::Text, words::NO_TEXT.to_owned()));
    }
    if content.len() > Text::MAX_BYTES {
        return Err((ArticleField::Text, words::too_long(Text::MAX_BYTES)));
    }
    let fields = ArticleFields { title, source, date, language, note, ..Default::default() };
    Ok(NewArticle { id: None, index: None, fields, text: Text::new(content) })
}
