//! The files of a folder, always in the same order.

use crate::{Fault, IngestError, media};
use std::path::{Path, PathBuf};

/// Deepest folder that is entered, so that a circle of links ends.
const MAX_DEPTH: usize = 32;

/// `path` itself when it is a file; when it is a folder, every file below it whose name says that it holds text or pages,
/// in order of their paths. Hidden files and folders are left out.
///
/// # Errors
/// When `path` or a folder below it cannot be read.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, IngestError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    walk(path, 0, &mut found)?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), IngestError> {
    let unreadable =
        |error: std::io::Error| IngestError::new(&folder.display().to_string(), Fault::from(error));
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if hidden {
            continue;
        }
        if path.is_dir() && !path.is_symlink() && depth < MAX_DEPTH {
            walk(&path, depth + 1, found)?;
        } else if path.is_file() && media::is_readable_name(&path) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_pages_come_in_order() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("b")).unwrap();
        for name in ["z.txt", "b/2.html", "b/1.TXT", ".hidden.txt", "b/picture.png"] {
            std::fs::write(root.path().join(name), "会談").unwrap();
        }
        let found = files(root.path()).unwrap();
        let names: Vec<_> =
            found.iter().map(|p| p.strip_prefix(root.path()).unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["b/1.TXT", "b/2.html", "z.txt"]);
    }
}
