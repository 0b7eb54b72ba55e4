//! The present state of a workspace, and which of its entries are asked for.
//!
//! Entry points: [`Live`] follows a workspace while others write to it and hands out [`Snapshot`]s; a [`Filter`] made ready for
//! one of them ([`Filter::ready`]) says which entries pass; [`Page::of`] cuts the answer. The command line, the pages, the API and
//! the MCP tools all ask through these, so that the same question has the same answer everywhere.

mod anchors;
mod correct;
mod date;
mod entries;
mod error;
mod explain;
mod facets;
mod filter;
mod find;
mod follower;
mod ids;
mod index;
mod live;
mod map;
mod outlets;
mod page;
mod postings;
mod searched;
mod snapshot;
mod wanted;
mod words;

pub use anchors::{Layer, Place, places};
pub use correct::{BadCorrection, Correcting, Target};
pub use date::Date;
pub use entries::Entry;
pub use error::QueryError;
pub use facets::By;
pub use filter::{CertaintyName, Filter, PolarityName};
pub use find::Results;
pub use index::Index;
pub use live::Live;
pub use map::points;
pub use outlets::Coverage;
pub use page::{BadCursor, Page, Paging};
pub use postings::Postings;
pub use snapshot::{Snapshot, digest};
pub use wanted::Wanted;
