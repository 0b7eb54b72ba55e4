//! Every text colour of the style sheet against every ground it stands on: WCAG's 4.5 to 1, in light and dark.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../static/style.css");
const INKS: [&str; 12] = [
    "ink", "soft", "accent", "link", "denied", "event", "transfer", "forecast", "actor", "time", "quantity",
    "strong",
];
const GROUNDS: [&str; 3] = ["paper", "sheet", "tint"];

/// The colours of the `n`th block of variables: 0 is light, 1 dark.
fn colours(n: usize) -> BTreeMap<&'static str, [f64; 3]> {
    let block = STYLE.split(":root {").nth(n + 1).unwrap().split('}').next().unwrap();
    let pairs = block.split("--").skip(1).filter_map(|pair| pair.split_once(':'));
    pairs.filter_map(|(name, value)| Some((name, rgb(value.trim().strip_prefix('#')?.get(..6)?)?))).collect()
}

fn rgb(hex: &str) -> Option<[f64; 3]> {
    let part = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok().map(|v| f64::from(v) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_ink_is_readable_on_every_ground() {
    for scheme in 0..2 {
        let colours = colours(scheme);
        let pairs = INKS.iter().flat_map(|ink| GROUNDS.iter().map(move |ground| (*ink, *ground)));
        let more = [
            ("ink", "statement"),
            ("ink", "denied-ground"),
            ("ink", "marker"),
            ("target-ink", "target"),
            ("paper", "accent"),
        ];
        for (ink, ground) in pairs.chain(more) {
            let found = contrast(colours[ink], colours[ground]);
            assert!(found >= 4.5, "scheme {scheme}: {ink} on {ground} has {found:.2}");
        }
    }
}
