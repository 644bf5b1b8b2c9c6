//! How an engine will run a statement: for holding that lists are read through their index.

use crate::base::db::{Registered, Sql};
use crate::testing::TestApp;

impl TestApp {
    /// The plan of the registered statement in `file` (below `src/`) that holds `words` and has so
    /// many parameters, all numbers.
    pub async fn plan(&self, file: &str, words: &str, parameters: usize) -> String {
        let found = inventory::iter::<Registered>
            .into_iter()
            .find(|s| s.place.starts_with(&format!("src/{file}:")) && s.text.contains(words))
            .expect("a registered statement");
        let mut conn = self.app.db.write().await.expect("the database answers");
        let run = |text: String, ones: usize| {
            (0..ones).fold(Sql::new(Box::leak(text.into_boxed_str())), |sql, _| sql.bind(1_i64))
        };
        if self.app.db.engine() == "SQLite" {
            let rows: Vec<(i64, i64, i64, String)> =
                run(format!("explain query plan {}", found.text), parameters).all(&mut conn).await.expect("a plan");
            return rows.into_iter().map(|r| r.3).collect::<Vec<_>>().join("\n");
        }
        // On empty tables PostgreSQL would rather read them whole.
        run("set local enable_seqscan = off".into(), 0).run(&mut conn).await.expect("a setting");
        let rows: Vec<(String,)> =
            run(format!("explain {}", found.text), parameters).all(&mut conn).await.expect("a plan");
        rows.into_iter().map(|r| r.0).collect::<Vec<_>>().join("\n")
    }

    /// The plan of a statement whose parameters have these values, in SQL, comma-separated.
    pub async fn plan_of(&self, statement: &str, values: &str) -> String {
        let values: Vec<&str> = values.split(", ").collect();
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
        run("set local enable_seqscan = off".into()).run(&mut conn).await.expect("a setting");
        let rows: Vec<(String,)> = run(format!("explain {text}")).all(&mut conn).await.expect("a plan");
        rows.into_iter().map(|r| r.0 + "\n").collect()
    }
}
