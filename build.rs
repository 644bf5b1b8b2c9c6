//! Turns `locales/*/*.ftl` into typed functions: a missing or misspelt message does not compile.
//! The browser build needs none of it: islands get their words from the server as properties.

fn main() -> std::process::ExitCode {
    println!("cargo::rerun-if-changed=locales");
    if std::env::var_os("CARGO_FEATURE_SSR").is_none() {
        return std::process::ExitCode::SUCCESS;
    }
    let Some(out) = std::env::var_os("OUT_DIR") else { return std::process::ExitCode::FAILURE };
    let out = std::path::PathBuf::from(out);
    let code = out.join("words.rs");
    let joined = out.join("words.ftl");
    let (Some(code), Some(joined)) = (code.to_str(), joined.to_str()) else {
        return std::process::ExitCode::FAILURE;
    };
    let options = fluent_typed::BuildOptions::default()
        .with_locales_folder("locales")
        .with_output_file_path(code)
        .with_ftl_output(fluent_typed::FtlOutputOptions::single_file(joined))
        .with_prefix("")
        .with_lint_level(fluent_typed::LintLevel::Strict)
        .without_bidi_isolation()
        .without_format();
    fluent_typed::build_from_locales_folder(options)
}
