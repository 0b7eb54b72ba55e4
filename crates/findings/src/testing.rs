//! Reads text through all stages, for tests.

use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Article, Capture, Declared, Findings, Media};

/// Everything that reading needs, built once a test.
pub(crate) struct Desk {
    lexicon: &'static Lexicon,
    japanese: Japanese,
}

impl Desk {
    /// A desk over the embedded data.
    pub fn new() -> Self {
        static LEXICON: std::sync::LazyLock<Lexicon> =
            std::sync::LazyLock::new(|| Lexicon::embedded().unwrap());
        Self { lexicon: &LEXICON, japanese: Japanese::new() }
    }

    /// The data.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The article made of `text` and its findings.
    pub fn read(&mut self, text: &str) -> (Article, Findings) {
        let declared = Declared::default();
        let capture = Capture { source: "test".into(), media: Media::Text, text: text.into(), declared };
        let (article, _) = tenkyo_article::read(&capture, self.lexicon);
        let (analysis, _) = self.japanese.analyze(&article);
        let (findings, _) = crate::find(&article, &analysis, self.lexicon);
        (article, findings)
    }
}
