//! A world map in the Equal Earth projection: places with their events, and the routes of transfers.

use super::place;
use crate::desk::Desk;
use crate::language::Language;
use askama::Template;
use std::collections::BTreeMap;

/// The drawing, in the proportion of `static/world.svg`.
const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 480.0;

#[derive(Template)]
#[template(path = "chart-map.html")]
pub(crate) struct Chart {
    language: Language,
    /// Where the whole world lies so that the marks fill the drawing: left, top, width, height.
    world: (f64, f64, f64, f64),
    marks: Vec<Mark>,
    routes: Vec<Route>,
}

struct Mark {
    href: String,
    words: String,
    name: String,
    x: f64,
    y: f64,
    r: f64,
    /// Whether the name stands beside the mark, there being room.
    named: bool,
}

struct Route {
    href: String,
    words: String,
    path: String,
    width: f64,
}

/// What stands on the map: a name, how many entries, and where on the page they are listed.
pub(crate) struct Spot {
    pub id: String,
    pub count: usize,
    pub anchor: String,
}

/// Transfers between two actors.
pub(crate) struct Way {
    pub from: String,
    pub to: String,
    pub count: usize,
    pub anchor: String,
}

/// The chart; `None` when nothing has a place.
pub(crate) fn chart(
    desk: &Desk,
    points: &BTreeMap<String, (f64, f64)>,
    spots: &[Spot],
    ways: &[Way],
    language: Language,
) -> Option<Chart> {
    let ids = spots.iter().map(|s| &s.id).chain(ways.iter().flat_map(|w| [&w.from, &w.to]));
    let seen: Vec<(f64, f64)> = ids.filter_map(|id| Some(projected(*points.get(id)?))).collect();
    let view = View::around(&seen)?;
    let at = |id: &str| points.get(id).map(|p| view.at(projected(*p)));
    let mut marks: Vec<Mark> = Vec::new();
    for spot in spots {
        let Some((x, y)) = at(&spot.id) else { continue };
        let near = |m: &Mark| m.named && (m.y - y).abs() < 13.0 && (m.x - x).abs() < 80.0;
        let named = !marks.iter().any(near);
        let name = desk.name(&spot.id);
        let words = format!("{name}: {}", spot.count);
        let r = place((4.0 + 2.0 * (spot.count as f64).sqrt()).min(18.0));
        marks.push(Mark { href: format!("#{}", spot.anchor), words, name, x, y, r, named });
    }
    let route = |way: &Way| {
        let (from, to) = (at(&way.from)?, at(&way.to)?);
        (from != to).then(|| Route {
            href: format!("#{}", way.anchor),
            words: format!("{} → {}: {}", desk.name(&way.from), desk.name(&way.to), way.count),
            path: curve(from, to),
            width: place((1.5 + (way.count as f64).sqrt()).min(7.0)),
        })
    };
    let routes = ways.iter().filter_map(route).collect();
    Some(Chart { language, world: view.world(), marks, routes })
}

/// An arc to the left of the straight way, so that the way back stands beside it.
fn curve((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let (cx, cy) = ((x1 + x2) / 2.0 + (y2 - y1) * 0.18, (y1 + y2) / 2.0 - (x2 - x1) * 0.18);
    format!("M{x1} {y1}Q{} {} {x2} {y2}", place(cx), place(cy))
}

/// The part of the world that is drawn.
struct View {
    left: f64,
    top: f64,
    zoom: f64,
}

impl View {
    /// The least part that holds all of `seen` with air around it, in the proportion of the drawing.
    fn around(seen: &[(f64, f64)]) -> Option<Self> {
        let (x, y) = (seen.iter().map(|p| p.0), seen.iter().map(|p| p.1));
        let (left, right) = (x.clone().reduce(f64::min)?, x.reduce(f64::max)?);
        let (top, bottom) = (y.clone().reduce(f64::min)?, y.reduce(f64::max)?);
        let width = ((right - left) * 1.2 + 60.0)
            .max(((bottom - top) * 1.3 + 60.0) * WIDTH / HEIGHT)
            .clamp(160.0, WIDTH);
        let height = width * HEIGHT / WIDTH;
        let fit = |middle: f64, size: f64, whole: f64| (middle - size / 2.0).clamp(0.0, whole - size);
        Some(Self {
            left: fit((left + right) / 2.0, width, WIDTH),
            top: fit((top + bottom) / 2.0, height, HEIGHT),
            zoom: WIDTH / width,
        })
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (place((x - self.left) * self.zoom), place((y - self.top) * self.zoom))
    }

    fn world(&self) -> (f64, f64, f64, f64) {
        let (x, y) = self.at((0.0, 0.0));
        (x, y, place(WIDTH * self.zoom), place(HEIGHT * self.zoom))
    }
}

/// Equal Earth (Šavrič, Patterson and Jenny 2018), scaled and placed as `static/world.svg` is.
fn projected((latitude, longitude): (f64, f64)) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let m = 3f64.sqrt() / 2.0;
    let l = (m * latitude.to_radians().sin()).asin();
    let (l2, l6) = (l.powi(2), l.powi(6));
    let x = longitude.to_radians() * l.cos()
        / (m * (A[0] + 3.0 * A[1] * l2 + l6 * (7.0 * A[2] + 9.0 * A[3] * l2)));
    let y = l * (A[0] + A[1] * l2 + l6 * (A[2] + A[3] * l2));
    (480.0 + 160.0 * x, 240.0 - 160.0 * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What d3-geo's geoEqualEarth gives with the scale and translation of the drawing.
    #[test]
    fn places_stand_where_the_map_has_them() {
        for (point, (x, y)) in [
            ((0.0, 0.0), (480.0, 240.0)),
            ((35.69, 139.69), (785.5095, 128.3434)),
            ((38.9, -77.04), (314.6062, 119.1563)),
            ((-34.6, -58.4), (351.5212, 348.4881)),
        ] {
            let found = projected(point);
            assert!((found.0 - x).abs() < 0.01 && (found.1 - y).abs() < 0.01, "{point:?}: {found:?}");
        }
    }

    #[test]
    fn the_view_holds_every_place() {
        let seen = [(700.0, 100.0), (785.0, 130.0)];
        let view = View::around(&seen).unwrap();
        for (x, y) in seen.map(|p| view.at(p)) {
            assert!((0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y));
        }
        assert!(View::around(&[]).is_none());
    }
}
