//! Which formats there are, and the way from a format to its writer.

use crate::{
    Export, ExportError, annotation, csv, ftm, graphml, jsonl, parquet, prov, stix, table, timeline,
};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One record of the ledger a line.
    Jsonl,
    /// Comma-separated values in UTF-8 with a byte order mark, one table a file.
    Csv,
    /// Parquet, one table a file.
    Parquet,
    /// W3C Web Annotation, JSON-LD.
    Annotation,
    /// STIX 2.1, one bundle.
    Stix,
    /// FollowTheMoney, one entity a line.
    FollowTheMoney,
    /// PROV-O, JSON-LD.
    Provenance,
    /// GraphML of the relations.
    GraphMl,
    /// TimelineJS, JSON.
    Timeline,
}

impl Format {
    /// Every format with its name on the command line.
    pub const NAMES: &'static [(Format, &'static str)] = &[
        (Format::Jsonl, "jsonl"),
        (Format::Csv, "csv"),
        (Format::Parquet, "parquet"),
        (Format::Annotation, "annotation"),
        (Format::Stix, "stix"),
        (Format::FollowTheMoney, "ftm"),
        (Format::Provenance, "prov"),
        (Format::GraphMl, "graphml"),
        (Format::Timeline, "timelinejs"),
    ];

    /// The name on the command line, which is the extension of table files too.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }

    /// The format with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }

    /// Whether it has one file a table.
    pub fn has_tables(self) -> bool {
        matches!(self, Self::Csv | Self::Parquet)
    }
}

impl Export<'_> {
    /// Writes one file: the whole ledger, or one table of it where the format has tables.
    ///
    /// # Errors
    /// When the output refuses, there is no such table, or the format does not go with naming (or not naming) a table.
    pub fn write(
        &self,
        format: Format,
        table: Option<&str>,
        out: &mut (impl Write + Send),
    ) -> Result<(), ExportError> {
        let name = format.name();
        match (format, table) {
            (Format::Csv, Some(table)) => csv::write(&table::find(self, table)?, out),
            (Format::Parquet, Some(table)) => parquet::write(&table::find(self, table)?, out),
            (Format::Csv | Format::Parquet, None) => Err(ExportError::ManyFiles { format: name }),
            (_, Some(_)) => Err(ExportError::OneFile { format: name }),
            (Format::Jsonl, None) => jsonl::write(self, out),
            (Format::Annotation, None) => annotation::write(self, out),
            (Format::Stix, None) => stix::write(self, out),
            (Format::FollowTheMoney, None) => ftm::write(self, out),
            (Format::Provenance, None) => prov::write(self, out),
            (Format::GraphMl, None) => graphml::write(self, out),
            (Format::Timeline, None) => timeline::write(self, out),
        }
    }

    /// Writes every table into `folder`, which is made if need be.
    ///
    /// # Errors
    /// When a file cannot be written, or the format has no tables.
    pub fn write_folder(&self, format: Format, folder: &Path) -> Result<(), ExportError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            |source| ExportError::File { path, source }
        };
        std::fs::create_dir_all(folder).map_err(failed(folder))?;
        for table in table::NAMES {
            let path = folder.join(format!("{table}.{}", format.name()));
            let mut out = BufWriter::new(File::create(&path).map_err(failed(&path))?);
            self.write(format, Some(table), &mut out)?;
            out.flush().map_err(failed(&path))?;
        }
        Ok(())
    }
}
