//! The names that enumerations have outside the program.

/// Declares the names that the values of an enumeration have in records and data files, and both conversions.
macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value with its name in records and data files.
            pub const NAMES: &'static [($type, &'static str)] = &[$(($type::$variant, $name)),+];

            /// The name in records and data files.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            /// The value with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::NAMES.iter().find(|(_, n)| *n == name).map(|(value, _)| *value)
            }
        }
    };
}

pub(crate) use names;
