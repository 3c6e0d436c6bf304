//! Dates in words: 28 ноября 2025 года, 2025 жылғы 28 қараша, 28 November 2025.

use std::sync::{Arc, PoisonError};

use jiff::civil;

use super::Locales;
use crate::article::{Date, Language};

impl Locales {
    /// A day, in words. Kept once made, because the day of its publication stands in each message about an article.
    pub fn day(&self, language: Language, day: civil::Date) -> Arc<str> {
        let days = &self.days[language as usize];
        if let Some(words) = days.read().unwrap_or_else(PoisonError::into_inner).get(&day) {
            return Arc::clone(words);
        }
        let date = Date { year: day.year(), month: Some(day.month()), day: Some(day.day()) };
        let words: Arc<str> = self.date(language, date).into();
        days.write().unwrap_or_else(PoisonError::into_inner).insert(day, Arc::clone(&words));
        words
    }

    /// A moment of the last days: `28.11, 14:05`.
    pub fn moment(&self, language: Language, at: civil::DateTime) -> String {
        let two = |number: i8| format!("{number:02}");
        let args = [
            ("day", two(at.day()).into()),
            ("month", two(at.month()).into()),
            ("hour", two(at.hour()).into()),
            ("minute", two(at.minute()).into()),
        ];
        self.text(language, "date-moment", &args)
    }

    /// A date in words, as exact as it is.
    pub fn date(&self, language: Language, date: Date) -> String {
        // As text, so that it is not written as 2,025.
        let year = date.year.to_string();
        match (date.month, date.day) {
            (Some(month), Some(day)) => {
                let args = [("year", year.into()), ("month", month.into()), ("day", day.into())];
                self.text(language, "date-day", &args)
            }
            (Some(month), None) => self.text(language, "date-month", &[("year", year.into()), ("month", month.into())]),
            (None, _) => year,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Date;
    use crate::article::Language::{self, En, Kk, Ru};
    use crate::locale::Locales;

    #[test]
    fn a_date_is_as_exact_as_the_article_gives_it() {
        let locales = Locales::load();
        type Case = (Language, i16, Option<i8>, Option<i8>, &'static str);
        let cases: [Case; 12] = [
            (Ru, 2025, Some(11), Some(28), "28 ноября 2025 года"),
            (Kk, 2025, Some(11), Some(28), "2025 жылғы 28 қараша"),
            (En, 2025, Some(11), Some(28), "28 November 2025"),
            (Ru, 2020, Some(9), None, "сентябрь 2020 года"),
            (Kk, 2020, Some(9), None, "2020 жылғы қыркүйек"),
            (En, 2020, Some(9), None, "September 2020"),
            (Ru, 2020, None, None, "2020"),
            (Kk, 2020, None, None, "2020"),
            (En, 2020, None, None, "2020"),
            (Ru, 1999, Some(5), Some(1), "1 мая 1999 года"),
            (Kk, 1999, Some(7), Some(6), "1999 жылғы 6 шілде"),
            (En, 1999, Some(5), Some(1), "1 May 1999"),
        ];
        for (language, year, month, day, expected) in cases {
            assert_eq!(locales.date(language, Date { year, month, day }), expected);
        }
        for language in Language::ALL {
            let months =
                (1..=12).map(|month| locales.date(language, Date { year: 2025, month: Some(month), day: None }));
            let mut months: Vec<String> = months.collect();
            months.sort();
            months.dedup();
            assert_eq!(months.len(), 12, "{language}");
        }
    }
}
