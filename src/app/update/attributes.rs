//! Setting attributes of the selected annotations by the attribute palette.

use super::{Edited, Update};
use crate::app::attributes::{ShownAttribute, attributes_of_tags, set_attribute};
use crate::app::messages::attributes as words;
use crate::app::{AttributeAction, AttributeKey, AttributeStep, Mode};
use crate::model::{AttributeKind, AttributeValue};

impl Update<'_> {
    pub(super) fn attributes(&mut self, action: AttributeAction) -> Edited {
        match action {
            AttributeAction::Show(step) => self.show_attributes(step),
            AttributeAction::Close => self.close_attributes(),
            AttributeAction::Key(key) => return self.attribute_key(key),
            AttributeAction::Choose(name, option) => {
                let shown = self.shown_attributes();
                if let Some(attribute) = shown.iter().find(|one| one.attribute.name == name) {
                    return self.choose_option(attribute, &option);
                }
            }
        }
        Ok(None)
    }

    fn show_attributes(&mut self, step: AttributeStep) {
        let label = self.state.selected().and_then(|one| self.state.project().schema().label(&one.label));
        match label {
            Some(label) if label.attributes.is_empty() => {
                let text = words::none_of_label(&label.name);
                self.notify(text);
            }
            Some(_) => self.state.mode = Mode::SettingAttributes(step),
            None => self.close_attributes(),
        }
    }

    fn close_attributes(&mut self) {
        if self.state.mode.attributes().is_some() {
            self.state.mode = Mode::Idle;
        }
    }

    fn shown_attributes(&self) -> Vec<ShownAttribute> {
        attributes_of_tags(self.state.project(), &self.state.view.selected)
    }

    fn attribute_key(&mut self, key: AttributeKey) -> Edited {
        let shown = self.shown_attributes();
        let current = match self.state.mode.attributes() {
            Some(AttributeStep::Values(name)) => shown.iter().find(|one| &one.attribute.name == name),
            _ => None,
        };
        match (key, current) {
            (AttributeKey::Back, Some(current)) => self.back_to_list(current),
            (AttributeKey::Back, None) => self.close_attributes(),
            (AttributeKey::Clear | AttributeKey::Digit(0), Some(current)) => {
                self.back_to_list(current);
                return self.set(&current.attribute.name, None);
            }
            (AttributeKey::Digit(number), Some(current)) => {
                if let Some((_, option)) = current.options().get(number - 1) {
                    return self.choose_option(current, option);
                }
            }
            (AttributeKey::Digit(number), None) => {
                if let Some(attribute) = number.checked_sub(1).and_then(|at| shown.get(at)) {
                    self.show_attributes(AttributeStep::Values(attribute.attribute.name.clone()));
                }
            }
            (AttributeKey::Clear, None) | (AttributeKey::Ignore, _) => {}
        }
        Ok(None)
    }

    fn back_to_list(&mut self, from: &ShownAttribute) {
        self.show_attributes(AttributeStep::List(from.attribute.name.clone()));
    }

    /// Sets a value. Of several choices, more may follow; after any other the list is shown again.
    fn choose_option(&mut self, shown: &ShownAttribute, option: &AttributeValue) -> Edited {
        let several = shown.attribute.kind == AttributeKind::MultipleChoice;
        if !several {
            self.back_to_list(shown);
        }
        // Choosing the value that is there already keeps it: in the palette, nobody expects a second key to clear.
        if several || !shown.has(option) {
            return self.set(&shown.attribute.name, shown.toggled(option));
        }
        Ok(None)
    }

    fn set(&mut self, name: &str, value: Option<AttributeValue>) -> Edited {
        let command = set_attribute(&self.state.view.selected, name, value);
        self.perform(command)
    }
}
