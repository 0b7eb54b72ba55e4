//! The report as one page that needs nothing else.

use crate::Language;
use crate::report::Report;
use askama::Template;

#[derive(Template)]
#[template(path = "brief.html")]
struct Page<'a> {
    report: &'a Report<'a>,
}

impl Page<'_> {
    fn code(&self) -> &'static str {
        match self.report.words.language {
            Language::Japanese => "ja",
            Language::English => "en",
        }
    }
}

pub(crate) fn write(report: &Report<'_>) -> String {
    Page { report }.render().expect("the template writes into a string")
}
