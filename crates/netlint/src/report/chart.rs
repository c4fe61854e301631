//! Charts of bars. They are drawn as a terminal application draws them, but into memory, and written line by line.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::Color;
use ratatui_core::text::Line;
use ratatui_core::widgets::Widget;
use ratatui_widgets::barchart::{Bar, BarChart, BarGroup};

use super::style;

/// A column of a chart.
pub(crate) struct Column {
    pub(crate) value: usize,
    /// What it stands for, in at most so many characters as a column is wide.
    pub(crate) name: String,
}

/// The width of a column; one more lies between two.
const COLUMN: u16 = 5;
/// The height of the highest column.
const HEIGHT: u16 = 5;

/// A chart of columns, each above its number and name. Where there is no room, the first are left out.
pub(crate) fn columns(columns: &[Column], width: u16) -> Vec<String> {
    let room = usize::from((width + 1) / (COLUMN + 1)).max(1);
    let shown = &columns[columns.len().saturating_sub(room)..];
    let group = |column: &Column| {
        let bar = Bar::new(column.value as u64).label(column.value.to_string()).text_value("");
        BarGroup::new([bar]).label(Line::from(column.name.clone()).centered())
    };
    let chart = BarChart::grouped(shown.iter().map(group).collect::<Vec<_>>());
    let chart = chart.bar_width(COLUMN).bar_gap(1).group_gap(0).bar_style(Color::Cyan);
    let lines = draw(chart, (shown.len() as u16) * (COLUMN + 1), HEIGHT + 2);
    // Where there is nothing, no room is left for it.
    lines.into_iter().skip_while(String::is_empty).collect()
}

/// A row of a chart.
pub(crate) struct Row {
    pub(crate) name: String,
    /// What is said of it in numbers.
    pub(crate) number: String,
    /// How much of the whole width its bar takes.
    pub(crate) percent: u64,
}

/// A chart of rows: names to the left, numbers to the right of them, then the bars.
pub(crate) fn rows(rows: &[Row], width: u16) -> Vec<String> {
    let widest = |text: fn(&Row) -> &str| rows.iter().map(|row| Line::from(text(row)).width()).max().unwrap_or(0);
    let room = widest(|row| &row.name) + widest(|row| &row.number) + 1;
    let label = |Row { name, number, .. }: &Row| {
        let taken = Line::from(name.as_str()).width() + Line::from(number.as_str()).width();
        format!("{name}{:gap$}{number}", "", gap = room.saturating_sub(taken))
    };
    let bars = rows.iter().map(|row| Bar::new(row.percent).label(label(row)).text_value(""));
    let chart = BarChart::horizontal(bars.collect::<Vec<_>>()).max(100);
    draw(chart.bar_width(1).bar_gap(0).group_gap(0).bar_style(Color::Cyan), width, rows.len() as u16)
}

fn draw(chart: BarChart<'_>, width: u16, height: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    chart.render(area, &mut buffer);
    (0..height).map(|y| line(&buffer, y, width)).collect()
}

/// A line of what was drawn, bars in their color.
fn line(buffer: &Buffer, y: u16, width: u16) -> String {
    let (mut parts, mut x): (Vec<(bool, String)>, u16) = (Vec::new(), 0);
    while x < width {
        let Some(cell) = buffer.cell((x, y)) else { break };
        let is_bar = cell.fg == Color::Cyan && cell.symbol() != " ";
        match parts.last_mut() {
            Some((before, text)) if *before == is_bar => text.push_str(cell.symbol()),
            _ => parts.push((is_bar, cell.symbol().to_owned())),
        }
        // A wide character stands for more than one cell.
        x += (Line::from(cell.symbol()).width() as u16).max(1);
    }
    if let Some((false, text)) = parts.last_mut() {
        text.truncate(text.trim_end().len());
    }
    parts.into_iter().map(|(is_bar, text)| if is_bar { style::bar(&text) } else { text }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, Row, columns, rows};

    fn plain(lines: Vec<String>) -> Vec<String> {
        let strip = |line: String| anstream::adapter::strip_str(&line).to_string();
        lines.into_iter().map(strip).collect()
    }

    #[test]
    fn columns_stand_above_their_numbers_and_names() {
        let all = [("W46", 10), ("W47", 0), ("W48*", 5)];
        let all = all.map(|(name, value)| Column { value, name: name.to_owned() });
        let expected = [
            "█████",
            "█████",
            "█████       ▄▄▄▄▄",
            "█████       █████",
            "█████       █████",
            " 10     0     5",
            " W46   W47  W48*",
        ];
        assert_eq!(plain(columns(&all, 80)), expected);
        let narrow = plain(columns(&all, 12));
        assert_eq!(narrow[5..], ["  0     5", " W47  W48*"]);
        assert_eq!(plain(columns(&all[1..2], 80)), ["  0", " W47"]);
        assert!(plain(columns(&all, 0))[6].contains("W48*") && columns(&[], 80).is_empty());
    }

    #[test]
    fn rows_begin_below_each_other_however_wide_the_words_are() {
        let all = [("online", 50), ("親友", 100), ("none", 0), ("more", 300)];
        let row = |(name, percent): (&str, u64)| Row { name: name.to_owned(), number: format!("{percent} %"), percent };
        let all = all.map(row);
        let expected = ["online  50 % ████", "親友   100 % ████████", "none     0 %", "more   300 % ████████"];
        assert_eq!(plain(rows(&all, 21)), expected);
    }
}
