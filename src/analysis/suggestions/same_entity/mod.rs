//! Suggests which mentions are one entity, and finds descriptions that conflict with the other descriptions of an entity.

mod conflicts;
mod descriptions;
mod forms;
mod groups;
mod kinds;
mod nationalities;
mod roles;

use super::{Open, OpenSteps, Rule, Sources, SuggestionKind};
use crate::analysis::suggestions::Suggestion;
use crate::model::LabelKind;

use groups::Groups;

/// Mentions that are one entity, and descriptions that conflict.
pub(super) static RULE: Rule = Rule {
    kind: SuggestionKind::SameEntity,
    version: 2,
    fits: |schema| schema.labels.iter().any(|label| label.kind == LabelKind::Entity),
    prepare: conflicts::prepare,
    find: |_, parsed, article| conflicts::conflicts(parsed, article),
    reads: &[],
    open: Open::InSteps(|| Box::<Opening>::default()),
};

/// What is suggested: groups of mentions, then conflicts.
#[derive(Debug, Default)]
struct Opening {
    groups: Groups,
    has_groups: bool,
    /// The conflict that is next.
    conflict: usize,
}

impl OpenSteps for Opening {
    fn step(&mut self, sources: &Sources<'_>, open: &mut Vec<Suggestion>) -> bool {
        let Sources { project, parsed, found } = *sources;
        if !self.has_groups {
            self.has_groups = !self.groups.step(project, parsed);
            if self.has_groups {
                *open = self.groups.finish();
            }
            return true;
        }
        let conflict = found.get(self.conflict);
        open.extend(conflict.map(|conflict| conflicts::with_entity(project, conflict)));
        self.conflict += 1;
        conflict.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;
    use crate::analysis::parsed::ParsedArticles;
    use crate::analysis::suggestions::Suggestions;
    use crate::edit::{Command, NewAnnotation};
    use crate::text::TextRange;

    /// The groups, as the texts of their mentions with the number of the article.
    fn shown(fixture: &Fixture) -> Vec<String> {
        let project = fixture.project();
        let parsed = ParsedArticles::update(project, &ParsedArticles::default());
        let mention = |span: &crate::analysis::suggestions::SuggestedSpan| {
            let at = project.articles().iter().position(|one| one.id == span.article).expect("an article");
            format!("{}{at}", project.articles()[at].text.slice(span.range))
        };
        let mut groups = Groups::default();
        while groups.step(project, &parsed) {}
        let mut shown: Vec<String> =
            groups.finish().iter().map(|one| one.spans.iter().map(mention).collect::<Vec<_>>().join(", ")).collect();
        shown.sort();
        shown
    }

    /// Tags words, each in an article, with a label.
    fn tagged(texts: &[&str], label: &str, tags: &[(usize, &str)]) -> Fixture {
        let mut fixture = Fixture::new(texts);
        for (article, words) in tags {
            fixture.tag(*article, words, label);
        }
        fixture
    }

    #[test]
    fn forms_of_a_name_are_one_entity_in_all_articles() {
        let texts =
            ["Boris Johnson wrote. Mr Johnson’s letter", "Johnson left; Priti Patel stayed", "Ms Patel said so"];
        let tags = [(0, "Boris Johnson"), (0, "Johnson"), (1, "Johnson"), (1, "Priti Patel"), (2, "Patel")];
        let fixture = tagged(&texts, "Person", &tags);
        assert_eq!(shown(&fixture), ["Boris Johnson0, Johnson0, Johnson1", "Priti Patel1, Patel2"]);
    }

    #[test]
    fn a_surname_of_two_people_is_told_by_the_article() {
        let texts = ["Boris Johnson wrote. Johnson left", "Rachel Johnson spoke. Johnson agreed", "Johnson"];
        let tags = [(0, "Boris Johnson"), (0, "Johnson"), (1, "Rachel Johnson"), (1, "Johnson"), (2, "Johnson")];
        assert_eq!(shown(&tagged(&texts, "Person", &tags)), ["Boris Johnson0, Johnson0", "Rachel Johnson1, Johnson1"]);
    }

    #[test]
    fn a_country_has_several_names_and_a_part_of_one_is_another() {
        let texts =
            ["The UK and Northern Ireland", "Britain, Ireland, the English Channel", "The United Kingdom, the Channel"];
        let tags = [
            (0, "UK"),
            (0, "Northern Ireland"),
            (1, "Britain"),
            (1, "Ireland"),
            (1, "English Channel"),
            (2, "United Kingdom"),
            (2, "Channel"),
        ];
        assert_eq!(
            shown(&tagged(&texts, "Location", &tags)),
            ["English Channel1, Channel2", "UK0, Britain1, United Kingdom2"]
        );
    }

    #[test]
    fn a_role_is_the_person_whom_the_article_describes_so() {
        let texts = ["Prime Minister Boris Johnson wrote. The PM said so. Emmanuel Macron read it"];
        let tags = [(0, "Boris Johnson"), (0, "PM"), (0, "Emmanuel Macron")];
        assert_eq!(shown(&tagged(&texts, "Person", &tags)), ["Boris Johnson0, PM0"]);
    }

    #[test]
    fn titles_tell_people_apart() {
        let texts = ["Mr Clinton spoke", "Mrs Clinton spoke"];
        assert!(shown(&tagged(&texts, "Person", &[(0, "Clinton"), (1, "Clinton")])).is_empty());
    }

    #[test]
    fn another_mention_of_the_same_names_is_no_new_suggestion() {
        let texts = [
            "Boris Johnson wrote. Johnson left",
            "Johnson, the PM, stayed. Mrs Clinton spoke. Clinton left",
            "Mr Clinton. Clinton",
        ];
        let tags = [(0, "Boris Johnson"), (0, "Johnson"), (1, "Clinton"), (2, "Clinton")];
        let mut fixture = tagged(&texts, "Person", &tags);
        let mut suggestions = Suggestions::default();
        let mut ids = |fixture: &Fixture| {
            suggestions.update(fixture.project());
            let mut open = suggestions.open(fixture.project());
            open.retain(|one| one.kind == SuggestionKind::SameEntity);
            open.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        let first = ids(&fixture);
        assert_eq!(first.len(), 1);
        fixture.tag(1, "Johnson", "Person");
        assert_eq!(ids(&fixture), first);
        fixture.act(Command::RejectSuggestions(first.clone()));
        assert_eq!(ids(&fixture), [""; 0]);
        fixture.act(Command::RestoreSuggestions(first.clone()));
        let project = fixture.project().clone();
        let clinton = project.articles().iter().flat_map(|one| {
            let last = one.text.as_str().rfind("Clinton");
            last.map(|at| NewAnnotation::tag(one.id.clone(), TextRange::from_indices(at, at + 7), "Person".into()))
        });
        fixture.act(Command::AnnotateAll(clinton.collect()));
        let mut all = ids(&fixture);
        assert_eq!(all.len(), 3, "two people have one name");
        all.sort();
        all.dedup();
        assert!(all.len() == 3 && all.contains(&first[0]));
    }

    #[test]
    fn a_group_begins_with_a_mention_of_its_entity_and_dates_are_no_entities() {
        let mut fixture = Fixture::new(&["Priti Patel on Sunday", "Patel on Sunday"]);
        let patel = fixture.tag(0, "Priti Patel", "Person");
        fixture.tag(1, "Patel", "Person");
        fixture.tag(0, "Sunday", "Date");
        fixture.tag(1, "Sunday", "Date");
        fixture.entity("Priti Patel", Some("Person"), &[], std::slice::from_ref(&patel));
        assert_eq!(shown(&fixture), ["Priti Patel0, Patel1"]);
    }
}
