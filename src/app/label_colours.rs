//! The colours that are derived from a label's colour, for the light and the dark theme, so that text on them and lines in them
//! have enough contrast (WCAG 2.2: 4.5 to 1 for text, 3 to 1 for lines).

use crate::model::Colour;

/// The colours of a theme that label colours are beside, under or over. `style/base.css` has the same values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// The colour behind an article's text.
    pub surface: Colour,
    /// The colour of text.
    pub ink: Colour,
    /// How much of a label's colour is replaced by white before it is used, in percent.
    whitened: u32,
    /// The opacity of the tint of a tag, of 255. Tints of overlapping tags lie over one another.
    tint_alpha: u8,
    /// How much of a label's colour the background of a selected tag has, in percent.
    selected_share: u32,
}

/// The theme for light surroundings and for paper.
pub const LIGHT: Theme = Theme {
    surface: Colour(0xff_ffff),
    ink: Colour(0x1e_1d1b),
    whitened: 0,
    // Four black tints leave enough contrast to the ink, selected too.
    tint_alpha: 24,
    selected_share: 31,
};
/// The theme for dark surroundings.
pub const DARK: Theme =
    Theme { surface: Colour(0x1d_1f23), ink: Colour(0xe7_e4dd), whitened: 46, tint_alpha: 102, selected_share: 60 };

/// The contrast of text with what is behind it, at least.
pub const TEXT_CONTRAST: f64 = 4.5;
/// The contrast of lines and shapes, at least.
pub const LINE_CONTRAST: f64 = 3.0;
/// A little more than the least contrast, because browsers round colours that they mix.
const MARGIN: f64 = 1.03;

/// What is drawn in a label's colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelColours {
    /// Rules under tags, swatches and borders.
    pub line: Colour,
    /// Text in the label's colour.
    pub text: Colour,
    /// The tint behind a tag, with an opacity of 255.
    pub tint: (Colour, u8),
    /// The background of a selected tag.
    pub selected: Colour,
}

impl LabelColours {
    /// The colours of a label in a theme.
    pub fn of(colour: Colour, theme: &Theme) -> Self {
        let is_dark = luminance(theme.surface) < luminance(theme.ink);
        let extreme = if is_dark { Colour(0xff_ffff) } else { Colour(0) };
        let own = mix(colour, Colour(0xff_ffff), theme.whitened);
        let line = moved(own, extreme, |colour| contrast(colour, theme.surface) >= LINE_CONTRAST * MARGIN);
        let text = moved(line, extreme, |colour| contrast(colour, theme.surface) >= TEXT_CONTRAST * MARGIN);
        let is_readable = |colour| contrast(theme.ink, colour) >= TEXT_CONTRAST * MARGIN;
        // In the dark theme each tint leaves enough contrast by itself, and so does any mixture of tints: luminance is a convex
        // function of the colour.
        let tint = if is_dark { moved(line, Colour(0), is_readable) } else { line };
        let selected = mix(theme.surface, line, theme.selected_share);
        let selected = moved(selected, theme.surface, is_readable);
        Self { line, text, tint: (tint, theme.tint_alpha), selected }
    }
}

/// The first colour on the way from one colour to another that is good enough; the other one if none is.
fn moved(from: Colour, to: Colour, is_enough: impl Fn(Colour) -> bool) -> Colour {
    (0..100).step_by(4).map(|percent| mix(from, to, percent)).find(|colour| is_enough(*colour)).unwrap_or(to)
}

/// A mixture of two colours in sRGB with so many percent of the second.
fn mix(first: Colour, second: Colour, percent: u32) -> Colour {
    let [a, b] = [first, second].map(channels);
    let channel = |i: usize| (a[i] * (100 - percent) + b[i] * percent + 50) / 100;
    Colour(channel(0) << 16 | channel(1) << 8 | channel(2))
}

/// Red, green and blue, each of 255.
fn channels(colour: Colour) -> [u32; 3] {
    [colour.0 >> 16 & 0xff, colour.0 >> 8 & 0xff, colour.0 & 0xff]
}

/// The relative luminance, from 0 to 1.
fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = channels(colour).map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of two colours, from 1 to 21.
pub fn contrast(first: Colour, second: Colour) -> f64 {
    let (a, b) = (luminance(first) + 0.05, luminance(second) + 0.05);
    if a > b { a / b } else { b / a }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::news_claims;

    /// A colour of a theme with its opacity in percent.
    type Layer = (u32, u32);
    /// What is painted over the background of tags, in this order, as in `style/base.css`: the name, and its (light, dark) colours.
    const OVER: [(&str, Layer, Layer); 5] = [
        ("--counterpart", (0xd0_ece2, 55), (0x18_3a30, 60)),
        ("--counterpart-differs", (0xb0_e2ce, 65), (0x1c_4a3c, 70)),
        ("--found", (0xe3_b100, 45), (0x7a_5f00, 90)),
        ("--pending", (0x1a_5c88, 20), (0x2f_5f85, 80)),
        ("--selection", (0x1a_5c88, 30), (0x2f_5f85, 80)),
    ];
    /// What is painted behind tags.
    const BEHIND: [(&str, Layer, Layer); 2] = [
        ("--occurrence", (0xe3_b100, 30), (0xe3_b100, 30)),
        ("--occurrence-current", (0xff_b000, 35), (0xff_b000, 35)),
    ];
    /// What is painted instead of the background of tags, and the colour of the text on it.
    const CURRENT: [(&str, u32, u32); 2] =
        [("--found-current", 0xff_b000, 0xd0_8c00), ("--on-found-current", 0x1e_1d1b, 0x1e_1d1b)];
    /// Backgrounds and text of controls.
    const CONTROLS: [(&str, u32, u32); 3] =
        [("--wash", 0xf0_ede6, 0x25_282d), ("--raised", 0xff_ffff, 0x26_292e), ("--muted", 0x5c_5852, 0xaa_a69d)];
    /// How much of a label's colour the background of its button has, in percent, as in `style/page.css`.
    const BUTTONS: [(&str, u32); 2] = [(".label-button.armed", 8), (".label-button.active", 22)];

    fn in_theme<T>(theme: &Theme, light: T, dark: T) -> T {
        if *theme == LIGHT { light } else { dark }
    }

    /// One colour with an opacity over another.
    fn over(below: Colour, above: Colour, alpha: u8) -> Colour {
        let [a, b] = [below, above].map(channels);
        let channel = |i: usize| (a[i] * (255 - u32::from(alpha)) + b[i] * u32::from(alpha) + 127) / 255;
        Colour(channel(0) << 16 | channel(1) << 8 | channel(2))
    }

    /// Adds each background with a layer over it.
    fn add_layer(all: &mut Vec<(String, Colour)>, theme: &Theme, (name, light, dark): (&str, Layer, Layer)) {
        let (colour, percent) = in_theme(theme, light, dark);
        let with = |(below, behind): &(String, Colour)| {
            (format!("{below} under {name}"), mix(*behind, Colour(colour), percent))
        };
        let added: Vec<_> = all.iter().map(with).collect();
        all.extend(added);
    }

    /// Everything that text in the usual colour can be on, where tags with these colours overlap.
    fn backgrounds(colours: &[Colour], theme: &Theme) -> Vec<(String, Colour)> {
        let labels: Vec<_> = colours.iter().map(|colour| LabelColours::of(*colour, theme)).collect();
        let tinted = |behind: Colour| labels.iter().fold(behind, |below, one| over(below, one.tint.0, one.tint.1));
        // The text behind the list of occurrences has at most one layer: it cannot be selected meanwhile.
        let mut occurrences = Vec::new();
        for (name, light, dark) in BEHIND {
            let (colour, percent) = in_theme(theme, light, dark);
            let below = (name.to_owned(), tinted(mix(theme.surface, Colour(colour), percent)));
            for layer in OVER {
                let mut with_layer = vec![below.clone()];
                add_layer(&mut with_layer, theme, layer);
                occurrences.extend(with_layer);
            }
        }
        let mut all = vec![("tinted".to_owned(), tinted(theme.surface))];
        all.extend(labels.iter().map(|one| ("selected".to_owned(), one.selected)));
        let mut current = vec![("current result".to_owned(), Colour(in_theme(theme, CURRENT[0].1, CURRENT[0].2)))];
        for layer in OVER {
            add_layer(&mut all, theme, layer);
            if layer.0 != "--found" {
                add_layer(&mut current, theme, layer);
            }
        }
        // Without a layer over it, its text has a colour of its own.
        all.extend(current.into_iter().skip(1));
        all.extend(occurrences);
        all
    }

    fn check(colours: &[Colour]) -> Result<(), TestCaseError> {
        for theme in [&LIGHT, &DARK] {
            for (state, background) in backgrounds(colours, theme) {
                let found = contrast(theme.ink, background);
                prop_assert!(found >= TEXT_CONTRAST, "{state}, {colours:06x?} on {:06x}: {found}", theme.surface.0);
            }
            for colour in colours {
                let LabelColours { line, text, .. } = LabelColours::of(*colour, theme);
                prop_assert!(contrast(line, theme.surface) >= LINE_CONTRAST, "{line:06x?}");
                prop_assert!(contrast(text, theme.surface) >= TEXT_CONTRAST, "{text:06x?}");
                check_buttons(line, theme)?;
            }
        }
        Ok(())
    }

    /// Buttons of a label: usual, under the mouse, in the palette, while the label is armed or active, and where it cannot follow a
    /// key.
    fn check_buttons(line: Colour, theme: &Theme) -> Result<(), TestCaseError> {
        let [wash, raised, muted] = CONTROLS.map(|(_, light, dark)| Colour(in_theme(theme, light, dark)));
        let tinted = BUTTONS.map(|(_, percent)| mix(theme.surface, line, percent));
        let plain = [theme.surface, wash, raised];
        let usual = plain.into_iter().chain(tinted).map(|background| (theme.ink, background));
        // Those that cannot follow a key have no tint.
        for (text, background) in usual.chain(plain.map(|background| (muted, background))) {
            let found = contrast(text, background);
            prop_assert!(found >= TEXT_CONTRAST, "{text:06x?} on {background:06x?}, {line:06x?}: {found}");
        }
        Ok(())
    }

    fn any_colour() -> impl Strategy<Value = Colour> {
        let extreme = prop::sample::select(vec![0, 0xff_ffff, 0xff_0000, 0xff00, 0xff, 0xff_ff00, 0xff_00ff, 0xffff]);
        prop_oneof![(0..=0xff_ffff_u32).prop_map(Colour), extreme.prop_map(Colour)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn text_can_be_read_on_tags_of_any_colours(colours in prop::collection::vec(any_colour(), 1..=4)) {
            check(&colours)?;
        }
    }

    #[test]
    fn text_can_be_read_on_the_brightest_and_darkest_labels() {
        for colour in [0, 0xff_ffff, 0xff_ff00, 0xff_0000, 0xff00, 0xff].map(Colour) {
            check(&[colour; 4]).expect("enough contrast");
        }
    }

    #[test]
    fn usual_colours_stay_as_they_are_on_paper() {
        for label in news_claims().labels {
            assert_eq!(LabelColours::of(label.colour, &LIGHT).line, label.colour, "{}", label.name);
        }
    }

    #[test]
    fn the_current_result_can_be_read() {
        for theme in [LIGHT, DARK] {
            let [background, text] = CURRENT.map(|(_, light, dark)| Colour(in_theme(&theme, light, dark)));
            assert!(contrast(text, background) >= TEXT_CONTRAST);
        }
    }

    #[test]
    fn the_style_sheets_have_the_same_colours() {
        let css = include_str!("../../style/base.css");
        let (light, dark) = css.split_once("@media screen and (prefers-color-scheme: dark)").expect("two themes");
        for (css, theme) in [(light, LIGHT), (dark, DARK)] {
            let has = |name: &str, value: &str| assert!(css.contains(&format!("{name}: {value};")), "{name}: {value}");
            has("--surface", &theme.surface.hex());
            has("--ink", &theme.ink.hex());
            for (name, light, dark) in OVER.into_iter().chain(BEHIND) {
                let (colour, percent) = in_theme(&theme, light, dark);
                let [r, g, b] = channels(Colour(colour));
                has(name, &format!("rgb({r} {g} {b} / {percent}%)"));
            }
            for (name, light, dark) in CURRENT.into_iter().chain(CONTROLS) {
                has(name, &Colour(in_theme(&theme, light, dark)).hex());
            }
        }
        let buttons = include_str!("../../style/page.css");
        for (selector, percent) in BUTTONS {
            let rule = buttons.split_once(&format!("{selector} {{")).and_then(|(_, rule)| rule.split_once('}'));
            let background = format!("background: color-mix(in srgb, var(--label) {percent}%, transparent);");
            assert!(rule.is_some_and(|(rule, _)| rule.contains(&background)), "{selector}");
        }
    }
}
