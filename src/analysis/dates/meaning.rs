//! What the words of a date mean, and when that is for an article of a date.

use super::calendar::{Period, day_number, weekday, year_and_month};

/// What a period is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// Shorter than a day.
    Hour,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Season,
    /// A year.
    Year,
    /// Longer.
    Longer,
}

impl Grain {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hour => "time",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Longer => "years",
        }
    }
}

/// Where something is as seen from the date of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// "Last", "past".
    Before,
    /// "This", or nothing.
    Here,
    /// "Next", "coming".
    After,
}

/// What the words of a date mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// A day of a month; the year may be missing.
    Day {
        /// The year.
        year: Option<i64>,
        /// The month from 1.
        month: i64,
        /// The day of the month.
        day: i64,
    },
    /// A month, as a month of the year from 1; the year may be missing.
    Month {
        /// The year.
        year: Option<i64>,
        /// The month from 1.
        month: i64,
    },
    /// Years from the first to the last.
    Years(i64, i64),
    /// A day of the week from Monday (0), on a side of the article's date.
    Weekday(i64, Side),
    /// So many days, weeks, months or years after the article's date, or before it if negative: 0 for "today" and "this year".
    Relative(Grain, i64),
    /// Reaches from before the article's date to it: "the past two years".
    Recent(Grain, f64),
    /// A time of day.
    Clock,
    /// A length of time in days.
    Duration(f64),
    /// Not known when, but how long it lasts: "the day before", "summer".
    Unknown(Grain),
}

impl Meaning {
    /// How long it lasts.
    pub fn grain(self) -> Grain {
        match self {
            Self::Day { .. } | Self::Weekday(..) => Grain::Day,
            Self::Month { .. } => Grain::Month,
            Self::Years(first, last) if first == last => Grain::Year,
            Self::Years(..) => Grain::Longer,
            Self::Relative(grain, _) | Self::Unknown(grain) | Self::Recent(grain, _) => grain,
            Self::Clock | Self::Duration(_) => Grain::Hour,
        }
    }

    /// The days that it means in an article of a date, where that is known.
    pub fn period(self, article: Option<Period>) -> Option<Period> {
        // What is relative needs the very day, but years are known also if only the year is.
        let day = article.filter(|it| it.days() == 1).map(|it| it.first);
        let year = article.filter(|it| it.days() <= 366).map(|it| year_and_month(it.first).0);
        match self {
            Self::Day { year: Some(year), month, day } => day_number(year, month, day).map(Period::day),
            Self::Day { year: None, month, day: date } => {
                let year = nearest_year(day?, month);
                day_number(year, month, date).map(Period::day)
            }
            Self::Month { year: Some(year), month } => Period::month(year, month),
            Self::Month { year: None, month } => Period::month(nearest_year(day?, month), month),
            Self::Years(first, last) => {
                let (first, last) = (Period::year(first)?, Period::year(last)?);
                Some(Period { first: first.first, last: last.last })
            }
            Self::Weekday(wanted, side) => Some(Period::day(nearest_weekday(day?, wanted, side))),
            Self::Relative(Grain::Year, by) => Period::year(year? + by),
            Self::Relative(grain, by) => relative(day?, grain, by),
            Self::Recent(_, days) => day.map(|day| Period { first: day - days as i64, last: day }),
            Self::Clock | Self::Duration(_) | Self::Unknown(_) => None,
        }
    }
}

/// The day of the week that news mean: the last one, also today, or the next.
fn nearest_weekday(day: i64, wanted: i64, side: Side) -> i64 {
    let ago = (weekday(day) - wanted).rem_euclid(7);
    match side {
        Side::Here => day - ago,
        Side::Before => day - if ago == 0 { 7 } else { ago },
        Side::After => day + 7 - ago,
    }
}

/// The year in which a month is nearest to a day, rather before it than after it.
fn nearest_year(day: i64, month: i64) -> i64 {
    let (year, current) = year_and_month(day);
    match month - current {
        ahead if ahead > 3 => year - 1,
        ahead if ahead < -8 => year + 1,
        _ => year,
    }
}

fn relative(day: i64, grain: Grain, by: i64) -> Option<Period> {
    match grain {
        Grain::Hour | Grain::Day => Some(Period::day(day + by)),
        Grain::Week => {
            let monday = day - weekday(day) + by * 7;
            Some(Period { first: monday, last: monday + 6 })
        }
        Grain::Month => {
            let (year, month) = year_and_month(day);
            let months = year * 12 + month - 1 + by;
            Period::month(months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        Grain::Year => Period::year(year_and_month(day).0 + by),
        Grain::Season | Grain::Longer => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(meaning: Meaning) -> Option<Period> {
        // A Sunday.
        meaning.period(Period::parse("2021-11-28"))
    }

    fn date(text: &str) -> Option<Period> {
        Period::parse(text)
    }

    #[test]
    fn days_of_the_week_are_the_last_before_the_article() {
        assert_eq!(on(Meaning::Weekday(2, Side::Here)), date("2021-11-24"));
        assert_eq!(on(Meaning::Weekday(6, Side::Here)), date("2021-11-28"));
        assert_eq!(on(Meaning::Weekday(0, Side::After)), date("2021-11-29"));
        assert_eq!(on(Meaning::Weekday(6, Side::Before)), date("2021-11-21"));
    }

    #[test]
    fn relative_dates_follow_from_the_date_of_the_article() {
        assert_eq!(on(Meaning::Relative(Grain::Day, -1)), date("2021-11-27"));
        assert_eq!(on(Meaning::Relative(Grain::Month, -11)), date("2020-12"));
        assert_eq!(on(Meaning::Relative(Grain::Year, -1)), date("2020"));
        assert_eq!(Meaning::Relative(Grain::Year, -1).period(date("2021")), date("2020"));
        assert_eq!(Meaning::Relative(Grain::Day, -1).period(None), None);
    }

    #[test]
    fn a_missing_year_is_the_nearest() {
        assert_eq!(on(Meaning::Day { year: None, month: 1, day: 3 }), date("2022-01-03"));
        assert_eq!(on(Meaning::Day { year: None, month: 11, day: 24 }), date("2021-11-24"));
        assert_eq!(Meaning::Month { year: None, month: 12 }.period(date("2021-01-05")), date("2020-12"));
    }
}
