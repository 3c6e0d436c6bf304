//! Numbers in words: `двадцать пять`, `жиырма бес`, `twenty-five`, `2 млн`, and what changes a number without being one.
//!
//! Only the plain forms have a value by which they are the same as digits. An ordinal or a Kazakh form with an ending is known to
//! be a number, so that a change of it is a change of a number.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::Language;

/// What a word adds to a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Numeral {
    /// One to nineteen; in Kazakh to nine.
    Unit(u32),
    /// Twenty to ninety; in Kazakh from ten.
    Ten(u32),
    /// A Russian word for hundreds.
    Hundreds(u32),
    /// A hundred that is multiplied: `two hundred`, `екі жүз`.
    Hundred,
    /// A thousand, a million and so on.
    Scale(f64),
    /// A number by itself: a half, one and a half.
    Alone(f64),
}

/// What a word says of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    /// A part of a number.
    Numeral(Numeral),
    /// A number without a value here: an ordinal, a form with an ending.
    Number,
}

/// What a word in lower case says of a number, if anything.
pub(super) fn word(word: &str, language: Language) -> Option<Word> {
    static WORDS: LazyLock<[FxHashMap<String, Word>; 3]> =
        LazyLock::new(|| [Language::Ru, Language::Kk, Language::En].map(words));
    WORDS[language as usize].get(word).copied()
}

/// All words of numbers of a language.
fn words(language: Language) -> FxHashMap<String, Word> {
    let mut words: FxHashMap<String, Word> = FxHashMap::default();
    let forms = |table: &'static str| {
        let places = (1_u32..).zip(table.split(' '));
        places.flat_map(|(place, forms)| forms.split('|').map(move |form| (place, form)))
    };
    let combined = |stems: &'static str, endings: &'static str| {
        stems.split([' ', '|']).flat_map(|stem| endings.split(' ').map(move |ending| (stem, ending)))
    };
    let (units, tens, hundreds, scales, alone) = match language {
        Language::Ru => (RU_UNITS, RU_TENS, RU_HUNDREDS, RU_SCALES, RU_ALONE),
        Language::Kk => (KK_UNITS, KK_TENS, "", KK_SCALES, ""),
        Language::En => (EN_UNITS, EN_TENS, "", EN_SCALES, ""),
    };
    match language {
        Language::Ru => {
            let ordinals = combined(RU_ORDINALS, RU_ORDINAL_ENDINGS).map(|(stem, ending)| format!("{stem}{ending}"));
            words.extend(ordinals.map(|ordinal| (ordinal, Word::Number)));
            words.extend(RU_MANY.split(' ').map(|word| (word.to_owned(), Word::Number)));
        }
        Language::Kk => {
            // `онда` is "then", `бірге` "together".
            let plain = |stem: &str, ending: &str| !["он", "бір"].contains(&stem) || ["інші", "ыншы"].contains(&ending);
            for table in [KK_UNITS, KK_TENS, KK_SCALES, "жүз"] {
                let forms = combined(table, KK_ENDINGS).filter(|(stem, ending)| plain(stem, ending));
                words.extend(forms.map(|(stem, ending)| (format!("{stem}{ending}"), Word::Number)));
            }
            words.insert("жарты".to_owned(), Word::Number);
        }
        Language::En => words.extend(EN_ORDINALS.split(' ').map(|word| (word.to_owned(), Word::Number))),
    }
    let mut numerals = |table: &'static str, numeral: &dyn Fn(u32) -> Numeral| {
        let forms = forms(table).filter(|(_, form)| !form.is_empty());
        words.extend(forms.map(|(place, form)| (form.to_owned(), Word::Numeral(numeral(place)))));
    };
    numerals(units, &Numeral::Unit);
    numerals(tens, &|place| Numeral::Ten(10 * if language == Language::Kk { place } else { place + 1 }));
    numerals(hundreds, &|place| Numeral::Hundreds(100 * place));
    numerals(scales, &|place| Numeral::Scale((1..=place).fold(1.0, |scale, _| scale * 1000.0)));
    numerals(alone, &|place| Numeral::Alone([1.5, 0.5, 0.25, 1.0 / 3.0][place as usize - 1]));
    match language {
        Language::Ru => {}
        Language::Kk => numerals("жүз", &|_| Numeral::Hundred),
        Language::En => numerals("hundred", &|_| Numeral::Hundred),
    }
    words
}

/// Whether a word changes the number before which it stands: `почти`, `более`, `кемінде`, `nearly`.
pub(super) fn is_bound(word: &str, language: Language) -> bool {
    let words = match language {
        Language::Ru => "почти около примерно порядка более больше свыше менее меньше минимум максимум едва лишь до от",
        Language::Kk => "шамамен жуық астам артық кем кемінде көп аса дейін",
        Language::En => "almost about around nearly roughly over under more less most least fewer up only than",
    };
    words.split(' ').any(|known| known == word)
}

/// Whether a word names a month or another part of a date.
pub(super) fn is_date(word: &str, language: Language) -> bool {
    match language {
        Language::Ru => {
            let begins = |month: &str| {
                word.strip_prefix(month)
                    .is_some_and(|ending| ["ь", "я", "ю", "ем", "е", "", "а", "у", "ом", "ем", "й"].contains(&ending))
            };
            RU_MONTHS.split(' ').any(begins) || RU_DAYS.split(' ').any(|day| day == word)
        }
        Language::Kk => {
            KK_MONTHS.split(' ').any(|month| word.starts_with(month)) || KK_DAYS.split(' ').any(|day| day == word)
        }
        Language::En => EN_MONTHS.split(' ').any(|month| month == word),
    }
}

const RU_UNITS: &str = "один|одна|одно|одного|одной|одному|одну|одним два|две|двух|двум|двумя три|трех|трем|тремя \
    четыре|четырех|четырем|четырьмя пять|пяти|пятью шесть|шести|шестью семь|семи восемь|восьми|восемью девять|девяти|девятью \
    десять|десяти|десятью одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати \
    пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати";
const RU_TENS: &str = "двадцать|двадцати|двадцатью тридцать|тридцати|тридцатью сорок|сорока пятьдесят|пятидесяти \
    шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста";
const RU_HUNDREDS: &str = "сто|ста двести|двухсот триста|трехсот четыреста|четырехсот пятьсот|пятисот шестьсот|шестисот \
    семьсот|семисот восемьсот|восьмисот девятьсот|девятисот";
const RU_SCALES: &str = "тысяча|тысячи|тысяч|тысячу|тысячам|тысячами|тысячах|тыс миллион|миллиона|миллионов|миллионам|миллионами|млн \
    миллиард|миллиарда|миллиардов|миллиардам|миллиардами|млрд триллион|триллиона|триллионов|трлн";
const RU_ALONE: &str =
    "полтора|полторы|полутора половина|половины|половину|половине|половиной четверть|четверти треть|трети|третью";
const RU_ORDINALS: &str = "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат \
    пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат сороков пятидесят сот тысячн";
const RU_ORDINAL_ENDINGS: &str = "ый ой ий ая ое ые ого ому ым ом ую ых ыми ья ье ьи ьего ьему ьим ьем ью ьих ьими ьей";
const RU_MANY: &str = "двое трое четверо пятеро вдвое втрое дважды трижды оба обе десятки сотни";
const RU_MONTHS: &str = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр";
const RU_DAYS: &str = "понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня завтра";
const KK_UNITS: &str = "бір екі үш төрт бес алты жеті сегіз тоғыз";
const KK_TENS: &str = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан";
const KK_SCALES: &str = "мың миллион|млн миллиард|млрд триллион|трлн";
const KK_ENDINGS: &str = "інші ыншы нші ншы еу ау дан ден тан тен нан нен да де та те ға ге қа ке на не ны ні ды ді ты ті \
    ның нің дың дің тың тің дық дік тық тік";
const KK_MONTHS: &str = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
const KK_DAYS: &str = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі кеше бүгін ертең";
const EN_UNITS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen";
const EN_TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const EN_SCALES: &str = "thousand|thousands million|millions|mln billion|billions|bn trillion|trillions";
const EN_ORDINALS: &str =
    "first second third fourth fifth sixth seventh eighth ninth tenth half quarter dozen twice double triple thirds";
const EN_MONTHS: &str = "january february march april june july august september october november december monday tuesday \
    wednesday thursday friday saturday sunday yesterday today tomorrow";

/// Puts the numerals of one number together, one after the other.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// What the scales have closed.
    total: f64,
    /// What stands after the last scale.
    group: f64,
    /// The last scale; 0 before the first.
    scale: f64,
    /// The smallest part of the group that was added: what comes next must be smaller.
    least: f64,
    /// Whether anything was added.
    begun: bool,
}

impl Sum {
    /// A number that begins with digits, to be followed by a scale.
    pub(super) fn digits(value: f64) -> Self {
        Self { group: value, least: 1.0, begun: true, ..Self::default() }
    }

    /// The number with this numeral after it, if it goes on.
    pub(super) fn then(self, next: Numeral) -> Option<Self> {
        let Self { total, group, scale, least, begun } = self;
        let fits = |size: f64| group == 0.0 || least > size;
        match next {
            Numeral::Unit(value) => {
                let size = if value < 10 { 9.0 } else { 99.0 };
                fits(size).then_some(Self { group: group + f64::from(value), least: 1.0, begun: true, ..self })
            }
            Numeral::Ten(value) => {
                fits(99.0).then_some(Self { group: group + f64::from(value), least: 10.0, begun: true, ..self })
            }
            Numeral::Hundreds(value) => {
                (group == 0.0).then_some(Self { group: f64::from(value), least: 100.0, begun: true, ..self })
            }
            Numeral::Hundred => {
                let times = if group == 0.0 { 1.0 } else { group };
                (times < 10.0).then_some(Self { group: 100.0 * times, least: 100.0, begun: true, ..self })
            }
            Numeral::Scale(value) => {
                let lower = scale == 0.0 || value < scale;
                // After a scale stands a number, not another scale: `тысячи миллионов` are no number.
                let times = if !begun { 1.0 } else { group };
                (lower && times > 0.0).then_some(Self {
                    total: total + times * value,
                    group: 0.0,
                    scale: value,
                    least: 0.0,
                    begun: true,
                })
            }
            Numeral::Alone(value) => (!begun).then_some(Self { group: value, least: 1.0, begun: true, ..self }),
        }
    }

    /// The number.
    pub(super) fn value(self) -> f64 {
        self.total + self.group
    }
}

#[cfg(test)]
mod tests {
    use super::{Sum, Word, is_date, word};
    use crate::article::Language;

    fn value(words: &str, language: Language) -> Option<f64> {
        let add = |sum: Sum, numeral: &str| match word(numeral, language)? {
            Word::Numeral(numeral) => sum.then(numeral),
            Word::Number => None,
        };
        words.split(' ').try_fold(Sum::default(), add).map(Sum::value)
    }

    #[test]
    fn numerals_make_these_numbers() {
        use Language::{En, Kk, Ru};
        let cases = [
            ("пяти", Ru, Some(5.0)),
            ("двадцать пять", Ru, Some(25.0)),
            ("две тысячи триста тридцать четыре", Ru, Some(2334.0)),
            ("тысяча", Ru, Some(1000.0)),
            ("сто двенадцать тысяч", Ru, Some(112_000.0)),
            ("полтора миллиона", Ru, Some(1_500_000.0)),
            ("один миллион двести тысяч", Ru, Some(1_200_000.0)),
            ("пять шесть", Ru, None),
            ("двадцать тридцать", Ru, None),
            ("семью", Ru, None),
            ("жиырма бес", Kk, Some(25.0)),
            ("он бес", Kk, Some(15.0)),
            ("екі жүз елу мың", Kk, Some(250_000.0)),
            ("twenty five", En, Some(25.0)),
            ("three hundred forty two thousand", En, Some(342_000.0)),
            ("он", Ru, None),
        ];
        for (words, language, expected) in cases {
            assert_eq!(value(words, language), expected, "{words}");
        }
    }

    #[test]
    fn other_words_of_numbers_are_known() {
        for (known, language) in [("третьего", Language::Ru), ("үштен", Language::Kk), ("third", Language::En)]
        {
            assert_eq!(word(known, language), Some(Word::Number), "{known}");
        }
        assert!(word("пятно", Language::Ru).is_none() && word("онда", Language::Kk).is_none());
        assert!(is_date("ноября", Language::Ru) && is_date("мая", Language::Ru) && !is_date("маяк", Language::Ru));
        assert!(is_date("қарашада", Language::Kk));
    }
}
