//! Where data files come from: the program itself, and a user's folder over it.

use crate::DataError;
use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;

/// `data/`: inside the program in a release build, read from the repository in a debug build, so that a changed word needs no compiling.
#[derive(RustEmbed)]
#[folder = "../../data"]
struct Data;

/// `knowledge/`, likewise.
#[derive(RustEmbed)]
#[folder = "../../knowledge"]
struct Knowledge;

/// All data files by path: `ja/**` from `data/`, `knowledge/**` from `knowledge/`.
#[derive(Clone, Debug)]
pub struct Sources {
    files: BTreeMap<String, String>,
}

impl Sources {
    /// The files that the program carries.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        collect::<Data>("", &mut files);
        collect::<Knowledge>("knowledge/", &mut files);
        Self { files }
    }

    /// These files with those of `folder` over them. The folder may hold `ja/**` and `knowledge/**`.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read as UTF-8.
    pub fn with_overlay(mut self, folder: &Path) -> Result<Self, DataError> {
        read_folder(folder, folder, &mut self.files)?;
        Ok(self)
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Paths and texts of the files below `folder`, in order of their paths.
    pub fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(move |(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// One TOML file, parsed; a missing file reads as an empty one.
    ///
    /// # Errors
    /// When it is not of the form of `T`.
    pub fn parse_file<T: DeserializeOwned>(&self, path: &str) -> Result<T, DataError> {
        let form = |e: toml::de::Error| DataError::Form { file: path.into(), message: e.to_string() };
        toml::from_str(self.text(path).unwrap_or_default()).map_err(form)
    }

    /// Every TOML file below `folder`, parsed.
    ///
    /// # Errors
    /// The first file that is not of the form of `T`.
    pub fn parse<T: DeserializeOwned>(&self, folder: &str) -> Result<Vec<(String, T)>, DataError> {
        self.below(folder)
            .filter(|(path, _)| path.ends_with(".toml"))
            .map(|(path, text)| {
                let form = |e: toml::de::Error| DataError::Form { file: path.into(), message: e.to_string() };
                Ok((path.to_owned(), toml::from_str(text).map_err(form)?))
            })
            .collect()
    }
}

fn collect<Files: RustEmbed>(prefix: &str, files: &mut BTreeMap<String, String>) {
    for path in Files::iter() {
        if let Some(text) = Files::get(&path).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
        {
            files.insert(format!("{prefix}{path}"), text);
        }
    }
}

fn read_folder(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<(), DataError> {
    let unreadable = |path: &Path| {
        let path = path.display().to_string();
        move |source| DataError::Read { path, source }
    };
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path.is_dir() {
            read_folder(root, &path, files)?;
        } else if path.extension().is_some_and(|e| e == "toml" || e == "tsv") {
            let text = std::fs::read_to_string(&path).map_err(unreadable(&path))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.insert(name, text);
        }
    }
    Ok(())
}
