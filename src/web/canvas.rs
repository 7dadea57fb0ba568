//! Pixels of a canvas.

use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// A picture in device pixels, transparent at first.
#[derive(Clone, Debug)]
pub struct Pixels {
    width: usize,
    height: usize,
    /// Red, green, blue and opacity of each pixel, row by row.
    bytes: Vec<u8>,
}

impl Pixels {
    /// A picture of this size.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, bytes: vec![0; 4 * width * height] }
    }

    /// Fills a part of a row; what is outside of the picture is left out.
    pub fn fill(&mut self, row: usize, columns: std::ops::Range<usize>, [red, green, blue]: [u8; 3]) {
        let at = |column: usize| 4 * (row * self.width + column.min(self.width));
        let (start, end) = (at(columns.start), at(columns.end));
        if let Some(pixels) = self.bytes.get_mut(start..end).filter(|_| row < self.height) {
            pixels.chunks_exact_mut(4).for_each(|pixel| pixel.copy_from_slice(&[red, green, blue, u8::MAX]));
        }
    }

    /// Shows the picture in a canvas, which gets its size.
    pub fn show(&self, canvas: &HtmlCanvasElement) {
        let (width, height) = (self.width as u32, self.height as u32);
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let context =
            canvas.get_context("2d").ok().flatten().and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok());
        let data = ImageData::new_with_u8_clamped_array(Clamped(&self.bytes), width);
        // A browser that cannot do that shows no picture. A picture without pixels is refused.
        if let (Some(context), Ok(data)) = (context, data) {
            let _ = context.put_image_data(&data, 0.0, 0.0);
        }
    }
}
