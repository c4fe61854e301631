//! Each feature, asked at a cursor in a journal.

mod assists;
mod at;
mod completion;
mod hover;
mod navigation;
mod outline;
mod rename;
mod shown;
