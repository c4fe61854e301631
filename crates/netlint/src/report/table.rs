//! Columns that fit the terminal.

use std::io::{IsTerminal, Write};

use anyhow::Result;
use comfy_table::{ColumnConstraint, ContentArrangement, Row, Table, Width, presets};

use super::style;

/// The width of the terminal; `None` where what is written goes elsewhere, and need not fit.
pub(crate) fn width() -> Option<u16> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let stdout = std::io::stdout();
    let terminal = || stdout.is_terminal().then(|| terminal_size::terminal_size_of(&stdout)).flatten();
    said.or_else(|| terminal().map(|(width, _)| width.0))
}

/// A cell holds at most so many characters: what is longer is no line that somebody reads.
const LONGEST: usize = 400;

/// No column becomes narrower: better a line that is too long than one that says nothing.
const NARROWEST: u16 = 8;

/// A table without lines.
pub(crate) struct Columns {
    table: Table,
    /// These may become narrower; the others are as wide as what they hold.
    narrow: Vec<usize>,
    indent: &'static str,
    is_one_line: bool,
    has_header: bool,
}

impl Columns {
    /// Rows within a report, indented. The column `text` is wrapped where there is no room.
    pub(crate) fn wrapped(text: usize) -> Self {
        Self { table: table(), narrow: vec![text], indent: "  ", is_one_line: false, has_header: false }
    }

    /// Rows of one line each below a header; these columns are shortened where there is no room.
    pub(crate) fn listed(header: &[String], narrow: &[usize]) -> Self {
        let mut table = table();
        let mut header = Row::from(header);
        header.max_height(1);
        table.set_header(header);
        // A text that is cut is cut where the room ends: no blank is a place to break it at.
        table.set_delimiter('\0');
        Self { table, narrow: narrow.to_vec(), indent: "", is_one_line: true, has_header: true }
    }

    pub(crate) fn push(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().map(shortened).collect();
        let mut row = Row::from(cells);
        if self.is_one_line {
            row.max_height(1);
        }
        self.table.add_row(row);
    }

    pub(crate) fn write(mut self, out: &mut impl Write) -> Result<()> {
        if let Some(width) = width() {
            self.table.set_content_arrangement(ContentArrangement::Dynamic);
            self.table.set_width(width.saturating_sub(self.indent.len() as u16));
        }
        for (number, column) in self.table.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            column.set_constraint(if self.narrow.contains(&number) {
                ColumnConstraint::LowerBoundary(Width::Fixed(NARROWEST))
            } else {
                ColumnConstraint::ContentWidth
            });
        }
        for (number, line) in self.table.lines().enumerate() {
            let line = line.trim_end();
            let line = if number == 0 && self.has_header { style::bold(line) } else { line.to_owned() };
            writeln!(out, "{}{line}", self.indent)?;
        }
        Ok(())
    }
}

fn shortened(mut cell: String) -> String {
    if let Some((end, _)) = cell.char_indices().nth(LONGEST) {
        cell.truncate(end);
        cell.push('…');
    }
    cell
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table
}
