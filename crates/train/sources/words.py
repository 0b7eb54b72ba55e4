#!/usr/bin/env python3
"""Writes the two word lists that `tenkyo-train words` packs: clusters.tsv and names.tsv.

  python3 -m venv V && V/bin/pip install numpy==2.4.6
  V/bin/pip download --no-deps ja_ginza==5.3.0 jamdict-data==1.5 sudachidict-core==20250129
        (chiVe's vectors, Apache-2.0; JMnedict, CC BY-SA 4.0; SudachiDict, Apache-2.0)
  V/bin/python words.py ja_ginza-5.3.0-py3-none-any.whl jamdict_data-1.5.tar.gz SudachiDict_core-20250129-py3-none-any.whl \
        geonames_ja_kana.tsv.xz OUT

clusters.tsv: word, number of its cluster (0 to 2047; cluster >> 3 is the coarser one) by k-means in two steps over the vectors.
names.tsv: name, bits of what it names. JMnedict and GeoNames: 1 surname, 2 given name, 4 whole person, 8 place, 16 station or
building, 32 organisation or company, 64 product or work. SudachiDict: 128 surname, 256 given name, 512 other person, 1024 place,
2048 country, 4096 any other name.
"""
import io, json, lzma, sqlite3, struct, sys, tarfile, tempfile, zipfile
import numpy as np

COARSE, FINE = 256, 8
TYPES = {"surname": 1, "given": 2, "fem": 2, "masc": 2, "person": 4, "place": 8, "station": 16, "organization": 32,
         "company": 32, "product": 64, "work": 64}


SUDACHI = {("人名", "姓"): 128, ("人名", "名"): 256, ("人名", "一般"): 512, ("地名", "一般"): 1024, ("地名", "国"): 2048,
           ("一般", "*"): 4096}
# Longer place names of SudachiDict are whole addresses, whose parts are there too.
LONGEST_PLACE = 7


def murmur(word, seed=1):
    """MurmurHash64A, as spaCy numbers its strings."""
    m, r, mask = 0xC6A4A7935BD1E995, 47, 2**64 - 1
    data = word.encode()
    h = seed ^ (len(data) * m & mask)
    whole = len(data) // 8 * 8
    for i in range(0, whole, 8):
        k = int.from_bytes(data[i:i + 8], "little") * m & mask
        k = (k ^ k >> r) * m & mask
        h = (h ^ k) * m & mask
    if whole < len(data):
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & mask
    h = (h ^ h >> r) * m & mask
    return h ^ h >> r


def key_rows(data):
    """A MessagePack map of 64-bit keys to rows: only whole numbers occur."""
    at, out = 5 if data[0] == 0xDF else 3, {}
    def number():
        nonlocal at
        tag = data[at]
        size = {0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8}.get(tag)
        if size is None:
            at += 1
            return tag
        value = int.from_bytes(data[at + 1:at + 1 + size], "big")
        at += 1 + size
        return value
    while at < len(data):
        key = number()
        out[key] = number()
    return out


def kmeans(x, k, rounds=15):
    centre = x[np.linspace(0, len(x) - 1, k).astype(int)]
    for _ in range(rounds):
        label = (x @ centre.T - 0.5 * (centre**2).sum(1)).argmax(1)
        for c in range(k):
            members = x[label == c]
            if len(members):
                centre[c] = members.mean(0)
    return label


def clusters(wheel, out):
    z = zipfile.ZipFile(wheel)
    base = "ja_ginza/ja_ginza-5.3.0/vocab/"
    vectors = np.load(io.BytesIO(z.read(base + "vectors")))
    rows = key_rows(z.read(base + "key2row"))
    x = vectors.astype(np.float64)
    x /= np.linalg.norm(x, axis=1, keepdims=True) + 1e-9
    coarse = kmeans(x, COARSE)
    label = np.zeros(len(x), int)
    for c in range(COARSE):
        members = np.flatnonzero(coarse == c)
        if len(members):
            label[members] = c * FINE + kmeans(x[members], min(FINE, len(members)))
    with open(out + "/clusters.tsv", "w") as f:
        for word in sorted(set(json.loads(z.read(base + "strings.json")))):
            row = rows.get(murmur(word))
            if row is not None and word.strip() == word and word and "\t" not in word and len(word) <= 16:
                f.write(f"{word}\t{label[row]}\n")


def sudachi(wheel):
    """The proper nouns of a binary dictionary of version 2, with their kinds."""
    data = zipfile.ZipFile(wheel).read("sudachidict_core/resources/system.dic")
    at = 272
    def text(at):
        length, at = data[at], at + 1
        if length & 0x80:
            length, at = (length & 0x7F) << 8 | data[at], at + 1
        return data[at:at + 2 * length].decode("utf-16-le", "surrogatepass"), at + 2 * length
    (kinds,), at, tags = struct.unpack_from("<H", data, at), at + 2, []
    for _ in range(kinds):
        fields = []
        for _ in range(6):
            field, at = text(at)
            fields.append(field)
        tags.append(fields)
    left, right = struct.unpack_from("<hh", data, at)
    at += 4 + 2 * left * right
    at += 4 + 4 * struct.unpack_from("<I", data, at)[0]
    at += 4 + struct.unpack_from("<I", data, at)[0]
    words = struct.unpack_from("<I", data, at)[0]
    at += 4 + 6 * words
    for offset in struct.unpack_from(f"<{words}I", data, at):
        word, at = text(offset)
        at += 2 if data[at] & 0x80 else 1
        tag = tags[struct.unpack_from("<h", data, at)[0]]
        if tag[1] == "固有名詞":
            yield word, (tag[2], tag[3])


def names(archive, dictionary, geonames, out):
    found = {}
    with tempfile.NamedTemporaryFile() as db:
        member = tarfile.open(archive).extractfile("jamdict_data-1.5/jamdict_data/jamdict.db.xz")
        db.write(lzma.decompress(member.read())); db.flush()
        connection = sqlite3.connect(db.name)
        types = {}
        for entry, text in connection.execute(
                "select t.idseq, y.text from NETranslation t join NETransType y on y.tid = t.ID"):
            types[entry] = types.get(entry, 0) | TYPES.get(text, 0)
        with_kanji = set()
        for entry, text in connection.execute("select idseq, text from NEKanji"):
            with_kanji.add(entry)
            found[text] = found.get(text, 0) | types.get(entry, 0)
        for entry, text in connection.execute("select idseq, text from NEKana"):
            if entry not in with_kanji:
                found[text] = found.get(text, 0) | types.get(entry, 0)
    for line in lzma.open(geonames, "rt"):
        name = line.split("\t")[0]
        found[name] = found.get(name, 0) | 8
    for name, kind in sudachi(dictionary):
        if kind[0] != "地名" or len(name) <= LONGEST_PLACE:
            found[name] = found.get(name, 0) | SUDACHI.get(kind, 0)
    with open(out + "/names.tsv", "w") as f:
        for name in sorted(found):
            if found[name] and 2 <= len(name) <= 24 and "\t" not in name:
                f.write(f"{name}\t{found[name]}\n")


if __name__ == "__main__":
    wheel, archive, dictionary, geonames, out = sys.argv[1:]
    names(archive, dictionary, geonames, out)
    clusters(wheel, out)
