//! Names that stay the same from export to export: UUIDs of version 5 over the ledger's own ids.

use tenkyo_record::ledger::Member;
use uuid::Uuid;

/// The UUID of a thing of the ledger: `kind` tells lists apart whose ids could be alike.
pub(crate) fn uuid(kind: &str, id: &str) -> Uuid {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"tenkyo.ledger/1");
    Uuid::new_v5(&namespace, format!("{kind}/{id}").as_bytes())
}

/// The same as an IRI.
pub(crate) fn iri(kind: &str, id: &str) -> String {
    uuid(kind, id).urn().to_string()
}

/// The id of words in one place, for one purpose.
pub(crate) fn place(purpose: &str, member: &Member) -> String {
    let [start, end] = member.span;
    format!("{purpose}/{}/{start}-{end}", member.document)
}
