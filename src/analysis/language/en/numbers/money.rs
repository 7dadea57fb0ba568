//! Currencies.

use crate::analysis::parsed::Words;

/// Signs of currencies, and what agencies write for the dollar sign.
const SIGNS: [(&str, &str); 13] = [
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("dlrs", "USD"),
];

/// What stands before a dollar sign.
const DOLLARS: [(&str, &str); 12] = [
    ("a", "AUD"),
    ("au", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("hk", "HKD"),
    ("nt", "TWD"),
    ("nz", "NZD"),
    ("r", "BRL"),
    ("s", "SGD"),
    ("u.s", "USD"),
    ("u.s.", "USD"),
    ("us", "USD"),
];

/// Codes before or after an amount.
const CODES: [(&str, &str); 25] = [
    ("aed", "AED"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("chf", "CHF"),
    ("cny", "CNY"),
    ("czk", "CZK"),
    ("dkk", "DKK"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("hkd", "HKD"),
    ("huf", "HUF"),
    ("idr", "IDR"),
    ("inr", "INR"),
    ("jpy", "JPY"),
    ("krw", "KRW"),
    ("mxn", "MXN"),
    ("nok", "NOK"),
    ("pkr", "PKR"),
    ("pln", "PLN"),
    ("rm", "MYR"),
    ("rs", "INR"),
    ("sek", "SEK"),
    ("sgd", "SGD"),
    ("usd", "USD"),
    ("zar", "ZAR"),
];

/// Names after an amount, in the plural or the singular. A name that several countries have stands for itself.
const NAMES: [(&str, &str); 48] = [
    ("baht", "THB"),
    ("buck", "USD"),
    ("bucks", "USD"),
    ("cent", "USD cents"),
    ("cents", "USD cents"),
    ("crown", "crowns"),
    ("crowns", "crowns"),
    ("dirham", "AED"),
    ("dirhams", "AED"),
    ("dlrs", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dong", "VND"),
    ("drachmas", "GRD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("franc", "francs"),
    ("francs", "francs"),
    ("guilders", "NLG"),
    ("krona", "SEK"),
    ("krone", "kroner"),
    ("kroner", "kroner"),
    ("kronor", "SEK"),
    ("lira", "TRY"),
    ("lire", "ITL"),
    ("naira", "NGN"),
    ("p", "pence"),
    ("pence", "pence"),
    ("penny", "pence"),
    ("peso", "pesos"),
    ("pesos", "pesos"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("rand", "ZAR"),
    ("reais", "BRL"),
    ("ringgit", "MYR"),
    ("riyals", "SAR"),
    ("roubles", "RUB"),
    ("rubles", "RUB"),
    ("rupees", "INR"),
    ("rupiah", "IDR"),
    ("shekels", "ILS"),
    ("won", "KRW"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("zlotys", "PLN"),
];

/// What tells one dollar, pound or franc from another.
const COUNTRIES: [(&str, &str, &str); 26] = [
    ("american", "USD", ""),
    ("argentine", "ARS", ""),
    ("australian", "AUD", ""),
    ("belgian", "BEF", ""),
    ("british", "GBP", ""),
    ("canadian", "CAD", ""),
    ("chilean", "CLP", ""),
    ("colombian", "COP", ""),
    ("czech", "CZK", ""),
    ("danish", "DKK", ""),
    ("deutsche", "DEM", ""),
    ("egyptian", "EGP", ""),
    ("french", "FRF", ""),
    ("german", "DEM", ""),
    ("hong", "HKD", "kong"),
    ("irish", "IEP", ""),
    ("japanese", "JPY", ""),
    ("mexican", "MXN", ""),
    ("new", "NZD", "zealand"),
    ("norwegian", "NOK", ""),
    ("philippine", "PHP", ""),
    ("singapore", "SGD", ""),
    ("swedish", "SEK", ""),
    ("swiss", "CHF", ""),
    ("turkish", "TRY", ""),
    ("us", "USD", ""),
];

fn find(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == word).map(|(_, code)| *code)
}

/// The currency that ends before a number: where it begins, and its code.
pub fn currency_before(words: &Words, at: usize) -> Option<(usize, &'static str)> {
    let sign_at = at.checked_sub(1)?;
    if let Some(code) = find(&SIGNS, words.at(sign_at)) {
        let prefix = sign_at.checked_sub(1).filter(|_| words.at(sign_at) == "$" && words.is_glued(sign_at));
        let dollar = prefix.and_then(|prefix| find(&DOLLARS, words.at(prefix)).map(|code| (prefix, code)));
        return Some(dollar.unwrap_or((sign_at, code)));
    }
    // "Rs." with its full stop.
    let code_at = if words.at(sign_at) == "." && words.is_glued(sign_at) { sign_at.checked_sub(1)? } else { sign_at };
    let code = find(&CODES, words.at(code_at)).filter(|_| words.is_capital(code_at))?;
    Some((code_at, code))
}

/// The currency that begins at a token, where it ends, and how much of the currency one is.
pub fn currency_after(words: &Words, at: usize) -> Option<(usize, &'static str, f64)> {
    let word = words.at(at);
    if let Some(code) = find(&SIGNS, word).filter(|code| *code != "USD") {
        return Some((at + 1, code, 1.0));
    }
    if let Some(code) = find(&CODES, word).filter(|_| words.word(at).is_some_and(|it| it.is_all_capital)) {
        return Some((at + 1, code, 1.0));
    }
    let country =
        |(name, _, second): &&(&str, &str, &str)| *name == word && (second.is_empty() || words.at(at + 1) == *second);
    let (country, name_at) = match COUNTRIES.iter().find(country) {
        Some((_, code, second)) => (Some(*code), if second.is_empty() { at + 1 } else { at + 2 }),
        None if word == "u.s." => (Some("USD"), at + 1),
        None => (None, at),
    };
    let name = words.at(name_at);
    let (code, value) = match find(&NAMES, name) {
        Some("USD cents") => ("USD", 0.01),
        Some("pence") => ("GBP", 0.01),
        Some(code) => (country.unwrap_or(code), 1.0),
        None => match (name, country) {
            ("marks" | "crowns" | "pounds" | "francs", Some(code)) => (code, 1.0),
            _ => return None,
        },
    };
    // "10 won the race", "in 2 pounds": a currency ends what is said of the amount.
    let is_verb = name == "won"
        && (words.is_letters(name_at + 1) && !matches!(words.at(name_at + 1), "and" | "to" | "in" | "for" | "by"));
    let end = if words.at(name_at + 1) == "sterling" { name_at + 2 } else { name_at + 1 };
    (!is_verb).then_some((end, code, value))
}
