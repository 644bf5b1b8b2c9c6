//! A server in a process of its own, and the CPU that the operating system charged it.

use std::net::SocketAddr;
use std::process::Child;
use std::time::Duration;

/// A server process and where it listens.
pub struct Process {
    pub child: Child,
    pub address: SocketAddr,
}

impl Process {
    /// CPU time charged so far, user and system.
    pub fn cpu(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("the process runs");
        let after = stat.rsplit(')').next().expect("the fields after the name");
        let ticks: u64 = after.split_whitespace().skip(11).take(2).map(|t| t.parse::<u64>().expect("ticks")).sum();
        // Linux counts 100 ticks a second for user space (sysconf(_SC_CLK_TCK)).
        Duration::from_millis(ticks * 10)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
