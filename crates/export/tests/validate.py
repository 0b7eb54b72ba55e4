"""Checks exports with the standards' own libraries: `validate.py FOLDER`, as validate.sh fills it. Opens no connection."""

import csv
import html
import json
import re
import sys
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parent
TABLES = {"statements", "occurrences", "transfers", "claims", "disputes", "series", "forecasts", "actors", "relations",
          "agreements", "equipment", "blocs", "articles", "words"}

# The terms of http://www.w3.org/ns/anno.jsonld that we use, as its authors define them; a check must not depend on the network.
ANNOTATION_CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "SpecificResource": "oa:SpecificResource", "TextualBody": "oa:TextualBody",
    "Text": "dctypes:Text", "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage",
    "Motivation": "oa:Motivation", "assessing": "oa:assessing", "classifying": "oa:classifying",
    "describing": "oa:describing", "highlighting": "oa:highlighting", "identifying": "oa:identifying",
    "questioning": "oa:questioning", "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "value": "rdf:value", "format": "dc:format", "language": "dc:language", "label": "rdfs:label",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "first": {"@type": "@id", "@id": "as:first"}, "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
}


def records(folder):
    """The JSON Lines, list by list; the other checks compare with them."""
    lists = {}
    for line in (folder / "jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        lists.setdefault(record.pop("table"), []).append(record)
    for name in ("articles", "actors", "occurrences", "statements", "claims", "transfers"):
        assert lists.get(name), f"no {name} in JSON Lines"
    return lists


def check_csv(folder, lists):
    files = {path.stem: path for path in (folder / "csv").iterdir()}
    assert files.keys() == TABLES, files.keys()
    for path in files.values():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), f"{path}: no byte order mark"
    for name in ("statements", "occurrences", "transfers", "actors", "articles", "forecasts", "relations", "agreements",
                 "equipment", "blocs"):
        with files[name].open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        assert len(rows) == len(lists.get(name, [])), name
        assert all(None not in row and None not in row.values() for row in rows), f"{name}: a row of another length"


def check_parquet(folder, lists):
    import datetime
    import pyarrow as pa
    import pyarrow.parquet as pq
    texts = {article["source"]: article["text"] for article in lists["articles"]}
    for name in TABLES:
        table = pq.read_table(folder / "parquet" / f"{name}.parquet")
        table.validate(full=True)
        for field in table.schema:
            assert not pa.types.is_binary(field.type), f"{name}.{field.name} is bytes, not text"
        with (folder / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert table.column_names == list(rows[0]) if rows else True, name
        assert table.num_rows == len(rows), name
    transfers = pq.read_table(folder / "parquet" / "transfers.parquet")
    assert transfers.schema.field("min").type == pa.float64() and transfers.schema.field("date_first").type == pa.date32()
    assert pa.types.is_list(transfers.schema.field("roots").type)
    with (folder / "csv" / "transfers.csv").open(encoding="utf-8-sig", newline="") as file:
        for row, typed in zip(csv.DictReader(file), transfers.to_pylist(), strict=True):
            assert row["date_first"] == str(typed["date_first"] or ""), row
            assert "; ".join(typed["roots"]) == row["roots"], row
            assert typed["date_first"] is None or isinstance(typed["date_first"], datetime.date)
    for row in pq.read_table(folder / "parquet" / "words.parquet").to_pylist():
        assert texts[row["document"]][row["start"]:row["end"]] == row["text"], row


def graph(document):
    """The triples of a JSON-LD document; one that would need the network fails."""
    from rdflib import Graph
    assert isinstance(document["@context"], dict)
    return Graph().parse(data=json.dumps(document), format="json-ld")


def conforms(triples):
    from pyshacl import validate
    ok, _, report = validate(triples, shacl_graph=str(TESTS / "shapes.ttl"), advanced=True)
    assert ok, report[:4000]


def check_annotation(folder, lists):
    from rdflib import RDF, Namespace
    oa = Namespace("http://www.w3.org/ns/oa#")
    document = json.loads((folder / "annotation").read_text("utf-8"))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = document["first"]["items"]
    assert document["total"] == len(items) and len({item["id"] for item in items}) == len(items)
    # A term that the context lacks would be lost without a word.
    words = {key for item in items for key in keys(item)}
    assert words <= ANNOTATION_CONTEXT.keys(), words - ANNOTATION_CONTEXT.keys()
    texts = {article["title"] or article["source"]: article["text"] for article in lists["articles"]}
    for item in items:
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]["label"]]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"], item
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"]), item
    triples = graph({**document, "@context": ANNOTATION_CONTEXT})
    assert len(set(triples.subjects(RDF.type, oa.Annotation))) == len(items)
    conforms(triples)


def keys(value):
    """Every key within a JSON value."""
    children = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return set(value if isinstance(value, dict) else []).union(*map(keys, children))


def check_stix(folder, lists):
    import stix2validator
    options = stix2validator.ValidationOptions(version="2.1", strict_types=True, strict_properties=True)
    results = stix2validator.validate_file(str(folder / "stix"), options)
    for result in results.object_results:
        assert result.is_valid, [str(error) for error in result.errors]
    assert results.is_valid
    bundle = json.loads((folder / "stix").read_text("utf-8"))
    ids = Counter(thing["id"] for thing in bundle["objects"])
    assert ids.most_common(1)[0][1] == 1, ids.most_common(3)
    for thing in bundle["objects"]:
        refs = [value for key, value in thing.items() if key.endswith("_ref")] + thing.get("object_refs", [])
        assert all(ref in ids for ref in refs), f"{thing['id']} refers to what is not there"
    kinds = Counter(thing["type"] for thing in bundle["objects"])
    assert kinds["report"] == len(lists["articles"]) and kinds["identity"] == len(lists["actors"]) + 1, kinds
    assert kinds["relationship"] and kinds["note"] and kinds["opinion"], kinds


def check_ftm(folder, lists):
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    proxies = {}
    for line in (folder / "ftm").read_text("utf-8").splitlines():
        data = json.loads(line)
        proxy = EntityProxy.from_dict(data, cleaned=False)
        proxy.schema.validate(data)
        kept = proxy.to_dict()["properties"]
        for name, values in data["properties"].items():
            lost = set(values) - set(kept.get(name, []))
            # Cleaning may write a value otherwise, but must not drop it.
            assert len(kept.get(name, [])) == len(set(values)), f"{data['id']} {name}: {lost} is refused"
        assert data["id"] not in proxies, f"{data['id']} twice"
        proxies[data["id"]] = proxy
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in proxies, f"{proxy.id} {prop.name}: {value} is not there"
                assert proxies[value].schema.is_a(prop.range), f"{proxy.id} {prop.name}: {value} is no {prop.range.name}"
        assert proxy.caption, proxy.id
    schemata = Counter(proxy.schema.name for proxy in proxies.values())
    assert model.get("Person") is not None and schemata["Person"] and schemata["PublicBody"] and schemata["Mention"], schemata
    assert schemata["Event"] == len(lists["occurrences"]) and schemata["Article"] == len(lists["articles"]), schemata


def check_prov(folder, lists):
    from rdflib import DCTERMS, PROV, Literal
    document = json.loads((folder / "prov").read_text("utf-8"))
    triples = graph(document)
    conforms(triples)
    claims = set(triples.subjects(DCTERMS.type, Literal("claims")))
    assert len(claims) == len(lists["claims"]), len(claims)
    for claim in claims:
        quoted = [triples.value(quotation, PROV.wasQuotedFrom) for quotation in triples.objects(claim, PROV.wasDerivedFrom)]
        assert quoted and all(quoted), claim


def check_graphml(folder, lists):
    import networkx
    relations = networkx.read_graphml(folder / "graphml", force_multigraph=True)
    assert relations.is_directed()
    assert relations.number_of_nodes() == len(lists["actors"]), relations.number_of_nodes()
    assert relations.number_of_edges() == len(lists["relations"]), relations.number_of_edges()
    for record in lists["relations"]:
        edges = relations.get_edge_data(record["source"], record["target"])
        edge = next(edge for edge in edges.values() if edge["month"] == record["month"])
        assert edge["count"] == record["count"] and edge["score"] == record["score"], record


def check_timeline(folder, lists):
    import jsonschema
    timeline = json.loads((folder / "timelinejs").read_text("utf-8"))
    jsonschema.Draft202012Validator(json.loads((TESTS / "timelinejs.schema.json").read_text("utf-8"))).validate(timeline)
    labels = {record["id"]: record["label"] for record in lists["occurrences"]}
    labels |= {record["id"]: record["name"] for record in lists.get("agreements", [])}
    moved = {record["id"]: record["item"] for record in lists["transfers"]}
    for slide in timeline["events"]:
        headline = html.unescape(slide["text"]["headline"])
        at = slide["unique_id"]
        assert headline.startswith(moved[at]) if at in moved else headline == labels[at], slide
        assert set(re.findall(r"</?(\w+)", slide["text"]["text"])) <= {"p", "b"}, slide


def main():
    folder = Path(sys.argv[1])
    lists = records(folder)
    for check in (check_csv, check_parquet, check_annotation, check_stix, check_ftm, check_prov, check_graphml,
                  check_timeline):
        check(folder, lists)
        print(f"{check.__name__.removeprefix('check_')}: ok", flush=True)


main()
