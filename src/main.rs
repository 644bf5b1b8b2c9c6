//! Parses the command and runs it.

use std::process::ExitCode;

/// Pages are made of many small strings, which this gives out faster than the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match marketing_trace::cli::run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            eprintln!("marketing-trace: {line}");
            ExitCode::FAILURE
        }
    }
}
