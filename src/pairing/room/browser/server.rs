//! Stands in for the browser's side where pages are made: effects never run here.

use crate::pairing::room::islands::Settings;

pub fn open(_: Settings) {}
