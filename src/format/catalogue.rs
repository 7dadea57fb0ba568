//! What is known of each format before its code is loaded, which is a lazy part of the page.

use super::{
    FormatInfo, brat, cas_json, conll, csv, doccano, json_lines, label_studio, native, prodigy, schema_org, spacy, w3c,
    webanno_tsv,
};

/// All formats, in the order of [`super::formats`].
pub const CATALOGUE: &[&FormatInfo] = &[
    &native::INFO,
    &w3c::INFO,
    &brat::INFO,
    &webanno_tsv::INFO,
    &cas_json::INFO,
    &label_studio::INFO,
    &prodigy::INFO,
    &spacy::INFO,
    &json_lines::INFO,
    &doccano::INFO,
    &conll::INFO,
    &csv::INFO,
    &csv::DATA_PACKAGE,
    &schema_org::INFO,
];

/// What is known of the format with this name.
pub fn info(name: &str) -> Option<&'static FormatInfo> {
    CATALOGUE.iter().copied().find(|info| info.name == name)
}
