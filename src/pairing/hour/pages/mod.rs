//! Pages of their own: the figure and the takeaways for their owner, reports for organizers.

pub mod figure;
pub mod reports;
pub mod takeaways;
