//! Row numbers, one type for each kind of thing. They come from the database and stay below 2^53,
//! so that JSON readers keep them whole.

/// Makes a row-number type that binds, decodes, prints and parses.
#[macro_export]
macro_rules! row_id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
        impl $crate::base::db::Bind for $name {
            fn value(self) -> $crate::base::db::Value { $crate::base::db::Value::Int(Some(self.0)) }
        }
        impl $crate::base::db::Bind for Option<$name> {
            fn value(self) -> $crate::base::db::Value { $crate::base::db::Value::Int(self.map(|id| id.0)) }
        }
    )*};
}

/// Makes a closed set of words kept as text: `as_str`, `ALL`, parsing, binding, `sqlx(try_from = "String")`.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word in the database, in forms and addresses.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $text),* } }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::base::error::Problem;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($text => Ok(Self::$variant),)* _ => Err($crate::base::error::Problem::NotAChoice) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                text.parse().map_err(|_| format!("{:?} is no {}", text, stringify!($name)))
            }
        }
        impl From<$name> for &'static str {
            fn from(value: $name) -> Self { value.as_str() }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
        impl $crate::base::db::Bind for $name {
            fn value(self) -> $crate::base::db::Value { $crate::base::db::Value::Text(Some(self.as_str().to_owned())) }
        }
        impl $crate::base::db::Bind for Option<$name> {
            fn value(self) -> $crate::base::db::Value { $crate::base::db::Value::Text(self.map(|v| v.as_str().to_owned())) }
        }
    };
}
