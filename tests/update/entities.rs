//! Linking mentions to entities.

use crossread::app::{EntityAction, EntityPage, FocusTarget, Tab};

use crate::harness::{Table, table};

fn entities(table: &Table) -> Vec<String> {
    table.state.project().entities().map(|entity| entity.name.clone()).collect()
}

fn entity_of(table: &Table, quote: &str) -> Option<String> {
    let project = table.state.project();
    let id = project.annotation(&table.id_of(quote))?.entity.clone()?;
    project.entity(&id).map(|entity| entity.name.clone())
}

/// Two mentions, the first selected.
fn mentions() -> Table {
    table("|Priti Patel met Macron. Patel left.").tagged("Priti Patel", "Person").tagged("Patel@2", "Person").keys(".")
}

rows! {
    shift_e_creates_an_entity: {
        let t = mentions().keys("Shift+e").expect_announced("Created the entity Priti Patel from 1 place in 1 article");
        assert_eq!((entities(&t), entity_of(&t, "Priti Patel")), (vec!["Priti Patel".to_owned()], Some("Priti Patel".to_owned())));
        t
    };
    e_links_to_the_probable_entity: {
        let t = mentions().keys("Shift+e . E");
        assert_eq!(entity_of(&t, "Patel"), Some("Priti Patel".to_owned()));
        t
    };
    e_without_a_candidate_focuses_the_field: mentions().keys("E").expect_focus(&FocusTarget::EntityField);
    e_shows_the_hidden_panel: {
        let mut t = mentions();
        t.state.panels.side_hidden = true;
        let t = t.keys("E");
        assert!(!t.state.side_hidden());
        t
    };
    shift_e_on_a_linked_mention_shows_a_message: mentions().keys("Shift+e Shift+e")
        .expect_notice("Already linked to Priti Patel. Press E to change the entity");
    e_on_a_linked_mention_focuses_the_field: mentions().keys("Shift+e E").expect_focus(&FocusTarget::EntityField);
    e_on_a_claim_shows_a_message: table("|Paris is big").tagged("Paris is big", "Claim").keys(". E")
        .expect_notice("Select a tag of a person, a place or another entity first");
    e_without_a_tag_does_nothing: table("|Paris").keys("E").expect_notice("");
    linking_to_none_unlinks: {
        let t = mentions().keys("Shift+e").act(EntityAction::LinkTo(None));
        assert_eq!(entity_of(&t, "Priti Patel"), None);
        t
    };
    a_new_entity_can_have_another_name: {
        let t = mentions().act(EntityAction::New(Some("The Home Secretary".to_owned())));
        assert_eq!(entities(&t), ["The Home Secretary"]);
        t
    };
    several_mentions_become_one_entity: {
        let t = mentions();
        let both = vec![t.id_of("Priti Patel"), t.id_of("Patel")];
        let t = t.act(crossread::app::SelectAction::All(both)).keys("Shift+e");
        assert_eq!((entity_of(&t, "Patel"), entities(&t).len(), t.saved()), (Some("Priti Patel".to_owned()), 1, 1));
        t
    };
    showing_a_page_shows_the_tab: {
        let t = mentions().act(EntityAction::Show(EntityPage::Unlinked));
        assert_eq!((t.state.view.tab, &t.state.entity_panel.page), (Tab::Entities, &EntityPage::Unlinked));
        t
    };
    going_to_a_page_moves_the_focus: mentions().act(EntityAction::GoTo(EntityPage::List)).expect_focus(&FocusTarget::Tab);
    undo_removes_entity_and_link_together: {
        let t = mentions().keys("Shift+e Ctrl+Z");
        assert_eq!((entities(&t).len(), entity_of(&t, "Priti Patel")), (0, None));
        t
    };
}
