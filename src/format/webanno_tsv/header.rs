//! The layers of a file, from the lines before the first sentence, and which columns they have.

/// The kind of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LayerKind {
    /// `#T_SP`: annotations of ranges.
    Spans,
    /// `#T_RL`: relations.
    Relations,
    /// `#T_CH`: chains of ranges.
    Chains,
}

/// A layer of annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) kind: LayerKind,
    /// The full name of the type.
    pub(super) name: String,
    /// The columns, in order.
    pub(super) columns: Vec<Column>,
    /// The index of the first column among those of all layers.
    pub(super) first: usize,
}

/// A column of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A layer without features has one column, which says where its annotations are.
    Placeholder,
    /// The values of a feature.
    Feature(String),
    /// The roles of links to other annotations; the name of the feature.
    Roles(String),
    /// The targets of links; the name of their type.
    Targets(String),
    /// The source of a relation; the name of its type.
    Source(String),
}

impl Layer {
    /// Reads a header line; `None` if it is none of a layer.
    pub(super) fn parse(line: &str, first: usize) -> Option<Self> {
        let (prefix, rest) = line.split_once('=')?;
        let kind = match prefix {
            "#T_SP" => LayerKind::Spans,
            "#T_RL" => LayerKind::Relations,
            "#T_CH" => LayerKind::Chains,
            _ => return None,
        };
        let mut fields = rest.trim_end().split('|').filter(|field| !field.is_empty());
        let name = fields.next()?.to_owned();
        let mut columns: Vec<Column> = Vec::new();
        for field in fields {
            let column = match columns.last() {
                Some(Column::Roles(_)) => Column::Targets(field.to_owned()),
                _ => Column::parse(kind, field),
            };
            columns.push(column);
        }
        if columns.is_empty() {
            columns.push(Column::Placeholder);
        }
        Some(Self { kind, name, columns, first })
    }

    /// The last part of the type's name.
    pub(super) fn short_name(&self) -> &str {
        short_name(&self.name)
    }
}

impl Column {
    /// The name of the feature, if the column has values of one.
    pub(super) fn feature(&self) -> Option<&str> {
        match self {
            Self::Feature(name) => Some(name),
            _ => None,
        }
    }

    fn parse(kind: LayerKind, field: &str) -> Self {
        // `ROLE_` and the layer, then a colon and the feature, then `_` and the type of links.
        let role = field.strip_prefix("ROLE_").and_then(|rest| rest.split_once(':'));
        match (kind, field.strip_prefix("BT_"), role) {
            (LayerKind::Relations, Some(base), _) => Self::Source(base.to_owned()),
            (LayerKind::Spans, _, Some((_, feature))) => {
                Self::Roles(feature.rsplit_once('_').map_or(feature, |(name, _)| name).to_owned())
            }
            _ => Self::Feature(field.to_owned()),
        }
    }
}

/// The last part of the name of a type.
pub(super) fn short_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_read() {
        let feature = |name: &str| Column::Feature(name.to_owned());
        let of =
            |line: &str| Layer::parse(line, 0).map(|layer| (layer.kind, layer.short_name().to_owned(), layer.columns));
        assert_eq!(
            of("#T_SP=a.b.NER|identifier|value"),
            Some((LayerKind::Spans, "NER".to_owned(), vec![feature("identifier"), feature("value")]))
        );
        assert_eq!(of("#T_SP=a.Simple|"), Some((LayerKind::Spans, "Simple".to_owned(), vec![Column::Placeholder])));
        assert_eq!(
            of("#T_SP=a.Host|ROLE_a.Host:links_a.LinkType|a.Simple|value"),
            Some((
                LayerKind::Spans,
                "Host".to_owned(),
                vec![Column::Roles("links".to_owned()), Column::Targets("a.Simple".to_owned()), feature("value")]
            ))
        );
        assert_eq!(
            of("#T_RL=a.Rel|value|BT_a.b.NER"),
            Some((
                LayerKind::Relations,
                "Rel".to_owned(),
                vec![feature("value"), Column::Source("a.b.NER".to_owned())]
            ))
        );
        assert_eq!(of("#Summary1=T_SP"), None);
    }
}
