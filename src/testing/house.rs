//! Holds the house's order: imports go downward only.

use std::path::{Path, PathBuf};

/// Floors from the ground up; the rooms of one floor never import each other.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["ui"],
    &["members"],
    &["companies", "search", "notices"],
    &["traces"],
    &["comments", "curation", "pairing"],
    &["web", "worker"],
    &["cli"],
];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()) {
        if entry.is_dir() {
            files(&entry, found);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            found.push(entry);
        }
    }
}

#[test]
fn imports_go_downward_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let mut wrong = Vec::new();
    for file in all {
        let path = file.strip_prefix(&src).expect("below src");
        let room =
            path.components().next().map(|c| c.as_os_str().to_string_lossy().replace(".rs", "")).unwrap_or_default();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(from) = floor(&room).filter(|_| name != "tests.rs" && !path.to_string_lossy().contains("/tests/"))
        else {
            continue;
        };
        let text = std::fs::read_to_string(&file).expect("text");
        for reference in text.split("crate::").skip(1) {
            let target: String = reference.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if let Some(to) = floor(&target).filter(|to| target != room && *to >= from) {
                wrong.push(format!("{}: {room} (floor {from}) imports {target} (floor {to})", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that go up or sideways:\n{}", wrong.join("\n"));
}
