//! Parses the command and runs it.

use std::process::ExitCode;

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
