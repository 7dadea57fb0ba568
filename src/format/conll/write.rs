//! Writes a project with a token a line.

use std::rc::Rc;

use super::lines::NEWDOC;
use super::plan::Plan;
use crate::format::article_lines::article_files;
use crate::format::{ExportOptions, FilePart, FileParts, TagScheme, file_name};
use crate::json::to_line;
use crate::model::{Article, Project};

/// The line before each article. It has as many columns as other lines.
const DOCSTART: &str = "-DOCSTART-\t-X-\t-X-\tO\n";

/// The files of a project: one, or one for each article.
pub(super) fn parts(project: &Project, options: ExportOptions) -> FileParts<'_> {
    let first = format!("# crossread.project = {}\n", to_line(&project.title));
    let articles = project.articles();
    if options.one_file_each && !articles.is_empty() {
        let file = move |(article, name): (&Rc<Article>, Rc<str>)| {
            FilePart::new(name, format!("{first}{}", written(project, article, options)))
        };
        return Box::new(articles.iter().zip(article_files(project, "conll")).map(file));
    }
    let name: Rc<str> = file_name(&project.title, "conll").into();
    let head = FilePart::new(name.clone(), first);
    let part = move |article: &Rc<Article>| FilePart::new(name.clone(), written(project, article, options));
    Box::new(std::iter::once(head).chain(articles.iter().map(part)))
}

fn written(project: &Project, article: &Article, options: ExportOptions) -> String {
    let plan = Plan::of(project, article, options.tokeniser);
    let tags = tags(&plan, options.scheme);
    let mut out = format!("{DOCSTART}\n# {NEWDOC} id = {}\n", article.id);
    let fields = [
        ("title", article.title.as_str()),
        ("source", &article.source),
        ("date", &article.date),
        ("language", &article.language),
        ("text", article.text.as_str()),
    ];
    for (name, value) in fields.into_iter().filter(|(name, value)| *name == "text" || !value.is_empty()) {
        out.push_str(&format!("# crossread.{name} = {}\n", to_line(&value)));
    }
    for (index, (&token, tag)) in plan.tokens.iter().zip(&tags).enumerate() {
        if plan.begins_sentence[index] && index > 0 {
            out.push('\n');
        }
        let at = |position| article.text.to_code_points(position).0;
        let (start, end) = (at(token.start()), at(token.end()));
        out.push_str(&format!("{}\t{start}\t{end}\t{tag}\n", article.text.slice(token)));
    }
    out.push('\n');
    out
}

/// The tag of each token.
fn tags(plan: &Plan, scheme: TagScheme) -> Vec<String> {
    let mut tags = vec!["O".to_owned(); plan.tokens.len()];
    for (index, chunk) in plan.chunks.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| plan.chunks.get(before));
        let touches = before.is_some_and(|before| {
            before.end == chunk.first && before.label == chunk.label && !plan.begins_sentence[chunk.first]
        });
        let last = chunk.end - chunk.first - 1;
        for (at, tag) in tags[chunk.first..chunk.end].iter_mut().enumerate() {
            let (is_first, is_last) = (at == 0, at == last);
            let letter = match (scheme, is_first, is_last) {
                (TagScheme::Iob1, true, _) if touches => 'B',
                (TagScheme::Iob1, ..) => 'I',
                (TagScheme::Bioes, true, true) => 'S',
                (TagScheme::Bilou, true, true) => 'U',
                (_, true, _) => 'B',
                (TagScheme::Bioes, _, true) => 'E',
                (TagScheme::Bilou, _, true) => 'L',
                _ => 'I',
            };
            *tag = format!("{letter}-{}", chunk.label);
        }
    }
    tags
}
