//! Statements about members: accounts, sign-ins, letters, and who does not want to meet whom.

mod accounts;
mod blocks;
mod handles;
mod letters;
pub mod profile;
mod sign_ins;
mod sketches;

pub use accounts::*;
pub use blocks::*;
pub use handles::*;
pub use letters::*;
pub use sign_ins::*;
pub use sketches::*;
