//! The example articles, as ingestion would hand them over.

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use tenkyo_model::{Capture, Declared, Media};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");

/// `demo/index.toml`: what an agency's record would say of each article outside its text.
#[derive(Deserialize)]
struct Index {
    article: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    outlet: Option<String>,
    published: Option<String>,
}

/// All articles, in the order of the index.
pub fn captures() -> anyhow::Result<Vec<Capture>> {
    let text = |name: &str| DEMO.get_file(name).and_then(|f| f.contents_utf8());
    let index: Index = toml::from_str(text("index.toml").unwrap_or_default())?;
    let capture = |entry: Entry| {
        let media = if entry.file.ends_with(".html") { Media::Html } else { Media::Text };
        let text = text(&entry.file)?.to_owned();
        let declared = Declared { outlet: entry.outlet, published: entry.published, ..Declared::default() };
        Some(Capture { source: format!("demo/{}", entry.file), media, text, declared })
    };
    Ok(index.article.into_iter().filter_map(capture).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_article_is_there() {
        let files = super::DEMO.files().filter(|f| f.path().extension().is_some_and(|e| e != "toml")).count();
        assert_eq!(super::captures().unwrap().len(), files);
    }
}
