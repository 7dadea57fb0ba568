//! Fields: what Word computes, such as a page number or a link. Only their results are text.

/// The fields that are open.
#[derive(Debug, Default)]
pub(super) struct FieldCodes {
    /// For each, whether its instruction is read and not yet its result.
    open: Vec<bool>,
    /// How many of them have their instruction read.
    in_code: usize,
}

impl FieldCodes {
    /// A mark of a field: its beginning, what separates instruction and result, or its end.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.open.push(true);
                self.in_code += 1;
            }
            "separate" => {
                if let Some(is_code) = self.open.last_mut().filter(|is_code| **is_code) {
                    *is_code = false;
                    self.in_code -= 1;
                }
            }
            "end" => self.in_code -= usize::from(self.open.pop() == Some(true)),
            _ => {}
        }
    }

    /// Whether this is inside an instruction.
    pub(super) fn is_code(&self) -> bool {
        self.in_code > 0
    }
}
