//! The room of the real program: with stock clients from npm, and through twenty power cuts.

#[path = "../../src/testing/client.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod client;
mod power;
#[allow(dead_code, reason = "the bench uses more of it")]
mod program;
#[path = "../../src/testing/tab.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod tab;

use std::process::Command;

use program::Program;
use tab::{Tab, Way, document};

fn way(program: &Program, session: impl std::fmt::Display, cookie: &str) -> Way {
    Way {
        address: program.address,
        path: format!("/pair/sessions/{session}/room/socket"),
        origin: program.origin(),
        cookie: cookie.to_owned(),
    }
}

#[tokio::test]
async fn two_stock_clients_join_read_and_write_and_an_observer_only_reads() {
    let program = Program::start().await;
    let (mei, ken) = (program.cookie("demo-mei").await, program.cookie("demo-ken").await);
    let rooms = program.rooms(2).await;
    let mut tab = Tab::enter(&way(&program, rooms[1], &mei), document(1)).await;
    tab.write("task", 0, "before the end").await;
    tab.until("saved", Tab::is_saved).await;
    program.is_over(rooms[1]).await;
    let mut script = Command::new("node");
    script.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/end2end"));
    script.args(["room/two.mjs", &program.origin(), &mei, &ken, &rooms[0].to_string(), &rooms[1].to_string()]);
    let output = tokio::task::spawn_blocking(move || script.output()).await.expect("it ends");
    let output = output.expect("node starts (make setup)");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("two stock clients agree"), "{said}");
}
