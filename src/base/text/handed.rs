//! Words that the server hands to the browser with an island: many short texts, which travel as one.
//! Read field by field they would cost each page some 7 KB of code (brotli) for every such struct.

/// Stands between two texts; a control character, which no message holds.
pub const BETWEEN: char = '\u{1f}';

/// A struct of texts that serialises to one text, in the order of its fields.
#[macro_export]
macro_rules! handed_words {
    ($(#[$about:meta])* $name:ident { $($(#[$field_about:meta])* $field:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            $($(#[$field_about])* pub $field: String,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let texts: &[&str] = &[$(&self.$field),*];
                serializer.serialize_str(&texts.join(&$crate::base::text::handed::BETWEEN.to_string()))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let all = <String as serde::Deserialize>::deserialize(deserializer)?;
                let mut words = Self::default();
                let places: &mut [&mut String] = &mut [$(&mut words.$field),*];
                for (place, text) in places.iter_mut().zip(all.split($crate::base::text::handed::BETWEEN)) {
                    **place = text.to_owned();
                }
                Ok(words)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    crate::handed_words! {
        /// Three words.
        Three {
            one,
            two,
            three,
        }
    }

    #[test]
    fn words_come_out_in_the_places_where_they_went_in() {
        let words = Three { one: "a \"b\"".into(), two: String::new(), three: "語 @".into() };
        let sent = serde_json::to_string(&words).unwrap();
        let back: Three = serde_json::from_str(&sent).unwrap();
        assert_eq!((back.one, back.two, back.three), (words.one, words.two, words.three));
    }
}
