//! What runs in the browser while a trace is written.
