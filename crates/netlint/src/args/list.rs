//! What can be typed after `netlint list`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use insight::Sort;
use journal::{Class, Kind, Status};

#[derive(Debug, Args)]
#[command(after_help = LIST_EXAMPLES)]
pub(crate) struct ListArgs {
    /// Where the journal is: files and folders [default: this folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What comes first
    #[arg(long, value_name = "BY", default_value = "last")]
    pub(crate) sort: SortBy,
    /// The other way round
    #[arg(long)]
    pub(crate) reverse: bool,
    /// Only people with this tag, in the field `tags` or in an entry with them
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(crate) tag: Vec<String>,
    /// Only people of this circle
    #[arg(long, value_name = "CIRCLE", value_delimiter = ',')]
    pub(crate) circle: Vec<String>,
    /// Only people of this kind
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kind: Vec<OfKind>,
    /// Only people with this status
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    pub(crate) status: Vec<OfStatus>,
    /// Only people in this city
    #[arg(long, value_name = "CITY")]
    pub(crate) city: Vec<String>,
    /// Count only such contacts
    #[arg(long, value_name = "CHANNEL", value_delimiter = ',')]
    pub(crate) channel: Vec<Channel>,
    /// Only people whose last contact was on this day or later
    #[arg(long, value_name = "DAY", conflicts_with = "never")]
    pub(crate) since: Option<String>,
    /// Only people whose last contact was on this day or before
    #[arg(long, value_name = "DAY", conflicts_with = "never")]
    pub(crate) until: Option<String>,
    /// Only people without a contact
    #[arg(long)]
    pub(crate) never: bool,
    /// How to write the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: TableFormat,
}

const LIST_EXAMPLES: &str = "\
Examples:
  netlint list                                         people by last contact, the longest ago first
  netlint list --sort due --circle inner,close         who of these is due next
  netlint list --tag rust --city Berlin                whom to ask there
  netlint list --channel in-person --until 2025-12-31  not met in person since
  netlint list --until '30 days ago'                   nothing noted for a month
  netlint list --never                                 people without a contact
  netlint list --format csv > people.csv               for a spreadsheet

A DAY is 2026-06-30, or said: yesterday, last friday, 3 weeks ago, 30.6.2026.";

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SortBy {
    /// The last contact, the longest ago first
    Last,
    /// The name
    Name,
    /// The day on which the next contact is due
    Due,
    /// Favors received and not given back, the most first
    Balance,
    /// The circle, the innermost first
    Circle,
}

impl From<SortBy> for Sort {
    fn from(by: SortBy) -> Self {
        match by {
            SortBy::Last => Self::Last,
            SortBy::Name => Self::Name,
            SortBy::Due => Self::Due,
            SortBy::Balance => Self::Balance,
            SortBy::Circle => Self::Circle,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TableFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// Values separated by commas, for spreadsheets
    Csv,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum OfKind {
    Professional,
    Friend,
    Family,
}

impl From<OfKind> for Kind {
    fn from(kind: OfKind) -> Self {
        match kind {
            OfKind::Professional => Self::Professional,
            OfKind::Friend => Self::Friend,
            OfKind::Family => Self::Family,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum OfStatus {
    Active,
    Dormant,
    Ended,
}

impl From<OfStatus> for Status {
    fn from(status: OfStatus) -> Self {
        match status {
            OfStatus::Active => Self::Active,
            OfStatus::Dormant => Self::Dormant,
            OfStatus::Ended => Self::Ended,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Channel {
    Online,
    Voice,
    InPerson,
    Event,
    Conference,
}

impl From<Channel> for Class {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Online => Self::Online,
            Channel::Voice => Self::Voice,
            Channel::InPerson => Self::InPerson,
            Channel::Event => Self::Event,
            Channel::Conference => Self::Conference,
        }
    }
}
