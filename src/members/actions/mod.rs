//! What members do about themselves: allow, check, one transaction, then tell.

mod enter;
mod join;
mod keep;

pub use enter::{Credentials, end_others, end_sign_in, prune, seen, sign_in, sign_in_as_demo, sign_out};
pub use join::{ask_again, ask_for_reset, can_sign_up, reset_password, sign_up, verify};
pub use keep::{block, change_password, leave, remove, save_profile, set_role, speak, suspend, unblock};
