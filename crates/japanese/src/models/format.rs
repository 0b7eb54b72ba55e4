//! The header of a model file.

const MARK: &[u8] = b"TENKYO-MODEL 3";

/// What a file of weights or words begins with: a mark with the version of the format, filled up to a cache line.
///
/// The version is raised when features, labels or the layout of a table change, so that weights learnt for others are
/// not used.
pub const HEADER: [u8; 64] = {
    let mut header = [0; 64];
    let mut i = 0;
    while i < MARK.len() {
        header[i] = MARK[i];
        i += 1;
    }
    header
};
