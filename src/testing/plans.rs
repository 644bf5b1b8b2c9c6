//! How an engine will run a statement: for holding that lists are read through their index.

use crate::base::db::{Registered, Sql};
use crate::testing::TestApp;

impl TestApp {
    /// The plan of the registered statement in `file` (below `src/`) that holds `words` and has so
    /// many parameters, all numbers.
    pub async fn plan(&self, file: &str, words: &str, parameters: usize) -> String {
        let found = registered(file, words);
        let ones = vec!["1"; parameters];
        self.explain(found.text, &ones).await
    }

    /// The plan of a statement whose parameters have these values, written as in SQL.
    pub async fn explain(&self, statement: &str, values: &[&str]) -> String {
        let numbered = values.iter().enumerate().rev();
        let text =
            numbered.fold(statement.to_owned(), |text, (at, value)| text.replace(&format!("${}", at + 1), value));
        // A statement's text is a constant of the program; a test's plans are as good as that.
        let run = |text: String| Sql::new(Box::leak(text.into_boxed_str()));
        let mut conn = self.app.db.write().await.expect("the database answers");
        if self.app.db.engine() == "SQLite" {
            let rows: Vec<(i64, i64, i64, String)> =
                run(format!("explain query plan {text}")).all(&mut conn).await.expect("a plan");
            return rows.into_iter().map(|r| r.3 + "\n").collect();
        }
        // On empty tables PostgreSQL would rather read them whole.
        run("set local enable_seqscan = off".into()).run(&mut conn).await.expect("a setting");
        let rows: Vec<(String,)> = run(format!("explain {text}")).all(&mut conn).await.expect("a plan");
        rows.into_iter().map(|r| r.0 + "\n").collect()
    }

    /// The same of the registered statement in `file` that holds `words`.
    pub async fn plan_with(&self, file: &str, words: &str, values: &[&str]) -> String {
        self.explain(registered(file, words).text, values).await
    }
}

fn registered(file: &str, words: &str) -> &'static Registered {
    inventory::iter::<Registered>
        .into_iter()
        .find(|s| s.place.starts_with(&format!("src/{file}:")) && s.text.contains(words))
        .expect("a registered statement")
}
