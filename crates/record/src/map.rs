//! What stands on a map: places with their events, and the ways on which things move.

use serde::{Deserialize, Serialize};

/// A place on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = map::Point))]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// A place where something happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Spot {
    /// Id of the actor that is the place.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub point: Point,
    /// Ids of the events.
    pub occurrences: Vec<String>,
}

/// Transfers between two actors who have a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Route {
    /// Id of the giver.
    pub giver: String,
    /// Id of the receiver.
    pub receiver: String,
    /// Where the giver is: for a state its capital.
    pub from: Point,
    /// Where the receiver is.
    pub to: Point,
    /// Ids of the transfers.
    pub transfers: Vec<String>,
}
