//! What the columns of a table contain, by their names: those of our own tables, and what others usually call them.

use std::collections::HashMap;

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TableKind {
    /// An article in each row.
    Articles,
    /// An entity in each row.
    Entities,
    /// A range of a text in each row.
    Annotations,
    /// A relation in each row.
    Relations,
}

/// What a column contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Article,
    Title,
    Source,
    Date,
    Language,
    Status,
    /// The text of the article.
    Text,
    /// The text of the article, or the covered text: the rows show it.
    AnyText,
    Id,
    /// The number of a part of an annotation.
    Part,
    Parts,
    Start,
    End,
    Length,
    /// The covered text.
    Exact,
    Label,
    LabelName,
    Entity,
    EntityName,
    Note,
    Created,
    Creator,
    Modified,
    Modifier,
    RowTitle,
    From,
    To,
    Aliases,
}

/// The names of columns without spaces, hyphens and the like, in lower case; our own first.
type Names = &'static [(Column, &'static [&'static str])];

const ANNOTATIONS: Names = &[
    (
        Column::Article,
        &[
            "article",
            "articleid",
            "doc",
            "docid",
            "docname",
            "document",
            "documentid",
            "documentname",
            "file",
            "fileid",
            "filename",
            "textid",
            "sourcefile",
        ],
    ),
    (Column::Title, &["articletitle", "title", "documenttitle", "headline"]),
    (Column::Source, &["articlesource", "source", "publisher"]),
    (Column::Date, &["articledate", "date", "published", "publicationdate"]),
    (Column::Language, &["articlelanguage", "language", "lang"]),
    (
        Column::Text,
        &["articletext", "documenttext", "doctext", "fulltext", "content", "body", "context", "paragraph", "sentence"],
    ),
    (Column::AnyText, &["text"]),
    (Column::Id, &["annotation", "annotationid", "annid", "spanid", "tagid", "id"]),
    (Column::Part, &["range", "part", "fragment"]),
    (Column::Parts, &["ranges", "parts", "fragments"]),
    (
        Column::Start,
        &[
            "start",
            "begin",
            "startoffset",
            "beginoffset",
            "offsetstart",
            "startchar",
            "charstart",
            "startindex",
            "startpos",
            "startposition",
            "spanstart",
            "offset",
        ],
    ),
    (
        Column::End,
        &[
            "end",
            "stop",
            "finish",
            "endoffset",
            "offsetend",
            "endchar",
            "charend",
            "endindex",
            "endpos",
            "endposition",
            "spanend",
        ],
    ),
    (Column::Length, &["length", "len"]),
    (
        Column::Exact,
        &[
            "exact",
            "covered",
            "coveredtext",
            "quote",
            "quotation",
            "span",
            "spantext",
            "mention",
            "mentiontext",
            "surface",
            "surfaceform",
            "phrase",
            "string",
            "selectedtext",
            "tagtext",
            "entitytext",
        ],
    ),
    (
        Column::Label,
        &["label", "labelid", "type", "tag", "class", "category", "entitytype", "spanlabel", "annotationtype", "code"],
    ),
    (Column::LabelName, &["labelname"]),
    (Column::Entity, &["entity", "entityid", "kbid"]),
    (Column::EntityName, &["entityname"]),
    (Column::Note, &["note", "notes", "comment", "comments", "remark"]),
    (Column::Created, &["created", "createdat", "timestamp"]),
    (Column::Creator, &["creator", "annotator", "createdby", "annotatedby", "user", "username", "coder", "worker"]),
    (Column::Modified, &["modified", "modifiedat", "updated", "updatedat"]),
    (Column::Modifier, &["modifier", "modifiedby", "updatedby"]),
    (Column::RowTitle, &["rowtitle"]),
];

const RELATIONS: Names = &[
    (Column::Id, &["relation", "relationid", "relid", "id"]),
    (Column::Label, &["type", "typeid", "relationtype", "reltype", "label", "kind", "predicate", "pred"]),
    (Column::LabelName, &["typename"]),
    (
        Column::From,
        &["from", "fromid", "source", "sourceid", "head", "headid", "subject", "subjectid", "subj", "arg1", "arg1id"],
    ),
    (
        Column::To,
        &["to", "toid", "target", "targetid", "tail", "tailid", "object", "objectid", "obj", "arg2", "arg2id"],
    ),
    (Column::Note, &["note", "notes", "comment", "comments"]),
    (Column::Created, &["created", "createdat", "timestamp"]),
    (Column::Creator, &["creator", "annotator", "createdby", "annotatedby", "user", "username"]),
];

const ARTICLES: Names = &[
    (
        Column::Article,
        &["article", "articleid", "doc", "docid", "document", "documentid", "textid", "id", "filename", "file", "name"],
    ),
    (Column::Title, &["title", "articletitle", "headline"]),
    (Column::Source, &["source", "articlesource", "publisher"]),
    (Column::Date, &["date", "articledate", "published", "publicationdate"]),
    (Column::Language, &["language", "articlelanguage", "lang"]),
    (Column::Status, &["status"]),
    (Column::Note, &["note", "notes", "comment", "comments"]),
    (Column::Text, &["text", "articletext", "documenttext", "fulltext", "content", "body"]),
];

const ENTITIES: Names = &[
    (Column::Entity, &["entity", "entityid"]),
    (Column::EntityName, &["name", "entityname"]),
    (Column::Label, &["label"]),
    (Column::Aliases, &["aliases"]),
    (Column::Note, &["note"]),
];

impl TableKind {
    /// What a table with these columns is about; `None` if it is nothing of a project.
    pub(super) fn of<'a>(header: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let names: Vec<String> = header.into_iter().map(plain).collect();
        let has = |of: Names, column: Column| {
            of.iter().any(|(one, all)| *one == column && all.iter().any(|name| names.iter().any(|own| own == name)))
        };
        let has_end = has(ANNOTATIONS, Column::End) || has(ANNOTATIONS, Column::Length);
        match () {
            () if has(ANNOTATIONS, Column::Start) && has_end => Some(Self::Annotations),
            () if has(RELATIONS, Column::From) && has(RELATIONS, Column::To) => Some(Self::Relations),
            () if has(ARTICLES, Column::Text) => Some(Self::Articles),
            () if has(ENTITIES, Column::Entity) && has(ENTITIES, Column::EntityName) => Some(Self::Entities),
            () if has(ARTICLES, Column::Article) && has(ARTICLES, Column::Title) => Some(Self::Articles),
            () => None,
        }
    }

    fn names(self) -> Names {
        match self {
            Self::Articles => ARTICLES,
            Self::Entities => ENTITIES,
            Self::Annotations => ANNOTATIONS,
            Self::Relations => RELATIONS,
        }
    }
}

/// Where each column of a table is.
#[derive(Debug)]
pub(super) struct Columns {
    known: HashMap<Column, usize>,
    /// The other columns, with their names: those of attributes without what is before them in our tables.
    pub(super) others: Vec<(usize, String)>,
}

/// Before the names of attributes.
pub(super) const ATTRIBUTES: &str = "attributes.";

impl Columns {
    /// The columns of a table. If several may be the same, it is the one with the more usual name.
    pub(super) fn of(header: &[String], kind: TableKind) -> Self {
        let plain_names: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let mut known = HashMap::new();
        for (column, names) in kind.names() {
            let found = names.iter().find_map(|name| plain_names.iter().position(|own| own == name));
            if let Some(at) = found {
                known.insert(*column, at);
            }
        }
        let mut columns = Self { known, others: Vec::new() };
        columns.tell_entities_apart();
        for (at, name) in header.iter().enumerate() {
            if !columns.known.values().any(|known| *known == at) && !name.trim().is_empty() {
                columns.others.push((at, name.strip_prefix(ATTRIBUTES).unwrap_or(name.trim()).to_owned()));
            }
        }
        columns
    }

    /// In tables of others, `entity` may be the label or the covered text.
    fn tell_entities_apart(&mut self) {
        let Some(at) = self.at(Column::Entity).filter(|_| self.at(Column::EntityName).is_none()) else { return };
        let instead = [Column::Label, Column::Exact].into_iter().find(|column| self.at(*column).is_none());
        let is_annotation = self.at(Column::Start).is_some();
        if let Some(column) = instead.filter(|_| is_annotation && self.at(Column::AnyText).is_none()) {
            self.known.remove(&Column::Entity);
            self.known.insert(column, at);
        } else if is_annotation && self.at(Column::Label).is_none() {
            self.known.remove(&Column::Entity);
            self.known.insert(Column::Label, at);
        }
    }

    /// Where a column is.
    pub(super) fn at(&self, column: Column) -> Option<usize> {
        self.known.get(&column).copied()
    }

    /// Takes [`Column::AnyText`] for another column.
    pub(super) fn any_text_is(&mut self, column: Column) {
        if let Some(at) = self.known.remove(&Column::AnyText) {
            self.known.insert(column, at);
        }
    }
}

/// How many names of columns are known.
pub(super) fn known_columns<'a>(header: impl IntoIterator<Item = &'a str>) -> usize {
    let all = [ANNOTATIONS, RELATIONS, ARTICLES, ENTITIES];
    let is_known =
        |name: &str| all.iter().any(|names| names.iter().any(|(_, names)| names.contains(&plain(name).as_str())));
    header.into_iter().filter(|name| is_known(name)).count()
}

/// A name without spaces, hyphens and the like, in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &str) -> (Option<TableKind>, Vec<(Column, usize)>, Vec<String>) {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let Some(kind) = TableKind::of(header.iter().map(String::as_str)) else { return (None, vec![], vec![]) };
        let Columns { known, others } = Columns::of(&header, kind);
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort_by_key(|(_, at)| *at);
        (Some(kind), known, others.into_iter().map(|(_, name)| name).collect())
    }

    #[test]
    fn usual_names_are_known() {
        use Column as C;
        let annotations = |header: &str, known: &[Column], others: &[&str]| {
            let (kind, found, rest) = columns(header);
            assert_eq!(kind, Some(TableKind::Annotations), "{header}");
            assert_eq!(found.iter().map(|(column, _)| *column).collect::<Vec<_>>(), known, "{header}");
            assert_eq!(rest, others, "{header}");
        };
        annotations("doc_id,Begin,End,Type,Covered Text", &[C::Article, C::Start, C::End, C::Label, C::Exact], &[]);
        annotations("document,start,end,label,text", &[C::Article, C::Start, C::End, C::Label, C::AnyText], &[]);
        annotations("id,start_char,length,tag,sure", &[C::Id, C::Start, C::Length, C::Label], &["sure"]);
        annotations("entity,start,end", &[C::Label, C::Start, C::End], &[]);
        annotations("entity,label,start,end", &[C::Exact, C::Label, C::Start, C::End], &[]);
        annotations("id,start,end,label,type", &[C::Id, C::Start, C::End, C::Label], &["type"]);
    }

    #[test]
    fn tables_of_each_kind_are_told_apart() {
        for (header, kind) in [
            ("relation,type,from,to", Some(TableKind::Relations)),
            ("head,tail,label", Some(TableKind::Relations)),
            ("article,title,text", Some(TableKind::Articles)),
            ("id,Text", Some(TableKind::Articles)),
            ("article,title,source", Some(TableKind::Articles)),
            ("entity,name,aliases", Some(TableKind::Entities)),
            ("name,age,town", None),
            ("a,b,c", None),
            ("start,label", None),
        ] {
            assert_eq!(columns(header).0, kind, "{header}");
        }
        assert_eq!(columns("article,text,attributes.topic,views").2, ["topic", "views"]);
    }
}
