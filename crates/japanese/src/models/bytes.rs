//! The bytes of a model: inside the program in a release build, mapped from the build folder in a debug build.
//!
//! Some thirty test programs would otherwise each hold a copy of the dictionary, and take its time to link.

/// Declares a function that gives the bytes of the unpacked model of this file name, aligned to cache lines (rkyv and `i16` want less).
macro_rules! model {
    ($function:ident, $file:literal) => {
        #[cfg(not(debug_assertions))]
        fn $function() -> &'static [u8] {
            #[repr(C, align(64))]
            struct Aligned<T: ?Sized>(T);
            static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/", $file)));
            &BYTES.0
        }

        #[cfg(debug_assertions)]
        fn $function() -> &'static [u8] {
            static BYTES: std::sync::LazyLock<memmap2::Mmap> =
                std::sync::LazyLock::new(|| $crate::models::bytes::map(concat!(env!("OUT_DIR"), "/", $file)));
            &BYTES
        }
    };
}
pub(super) use model;

/// Maps the file, which a build has written and nothing changes afterwards; page alignment is more than enough.
#[cfg(debug_assertions)]
pub(super) fn map(path: &str) -> memmap2::Mmap {
    let file = std::fs::File::open(path).expect("the build has unpacked the model");
    // SAFETY: only the build script writes the file, before the program is compiled.
    unsafe { memmap2::Mmap::map(&file) }.expect("the model can be mapped")
}
