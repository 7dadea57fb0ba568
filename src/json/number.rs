//! Floating-point numbers from and to decimal digits, exactly.
//!
//! The standard library's ways are fast by tables and by several methods, 25 KB of them. Here a number as people write
//! them takes one operation, and any other a division by hand.

/// The largest power of ten that is a floating-point number without rounding is 10 to this.
const EXACT_POWER: u32 = 22;
/// Up to here, every whole number is a floating-point number.
const EXACT: u64 = 1 << 53;

/// The number nearest to a text in the grammar of JSON; `None` if that is infinite.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    // An exponent that does not fit stands for nothing or for everything, which its sign tells.
    let far = if exponent.starts_with('-') { -99_999 } else { 99_999 };
    let mut exponent = exponent.trim_start_matches('+').parse::<i32>().unwrap_or(far).clamp(-99_999, 99_999);
    let (unsigned, sign) = digits.strip_prefix('-').map_or((digits, 1.0), |rest| (rest, -1.0));
    exponent -= unsigned.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32);
    let digits = unsigned.bytes().filter(u8::is_ascii_digit).map(|digit| u32::from(digit - b'0'));
    let digits: Vec<u32> = digits.skip_while(|digit| *digit == 0).collect();
    Some(sign * nearest(&digits, exponent)?)
}

/// The number nearest to digits times a power of ten.
fn nearest(digits: &[u32], exponent: i32) -> Option<f64> {
    let magnitude = i64::from(exponent) + digits.len() as i64;
    if digits.is_empty() || magnitude < -330 {
        return Some(0.0);
    }
    if magnitude > 310 {
        return None;
    }
    if digits.len() <= 15 && exponent.unsigned_abs() <= EXACT_POWER {
        let whole = digits.iter().fold(0, |whole, digit| whole * 10 + u64::from(*digit)) as f64;
        let power = power_of_ten(exponent.unsigned_abs());
        // Both are exact, so that one operation rounds once.
        return Some(if exponent < 0 { whole / power } else { whole * power });
    }
    let (mut dividend, mut divisor) = (Big::default(), Big::of(1));
    digits.iter().for_each(|digit| dividend.scale(10, *digit));
    let scaled = if exponent < 0 { &mut divisor } else { &mut dividend };
    (0..exponent.unsigned_abs()).for_each(|_| scaled.scale(10, 0));
    Some(quotient(dividend, divisor)).filter(|number| number.is_finite())
}

/// The number nearest to a quotient, to the even one of two that are as near.
fn quotient(mut dividend: Big, mut divisor: Big) -> f64 {
    // Brought below 1, the quotient is written in binary digit by digit.
    let mut exponent = dividend.bits() - divisor.bits() + 1;
    let smaller = if exponent > 0 { &mut divisor } else { &mut dividend };
    (0..exponent.unsigned_abs()).for_each(|_| smaller.scale(2, 0));
    let mut bits = 0_u64;
    for _ in 0..64 {
        dividend.scale(2, 0);
        bits = bits * 2 + u64::from(dividend.take(&divisor));
    }
    exponent -= 64;
    // The smallest number above 0 is 2 to the power of -1074.
    let dropped = (64 - bits.leading_zeros() as i32 - 53).max(-1_074 - exponent);
    let shift = |bits: u64, by: i32| bits.checked_shr(by as u32).unwrap_or(0);
    let (kept, half) = (shift(bits, dropped), shift(bits, dropped - 1) & 1);
    let is_more = bits & !(u64::MAX.checked_shl(dropped as u32 - 1).unwrap_or(0)) != 0 || !dividend.is_zero();
    let rounded = kept + u64::from(half == 1 && (is_more || kept % 2 == 1));
    let factor = if exponent + dropped < 0 { 0.5 } else { 2.0 };
    (0..(exponent + dropped).unsigned_abs()).fold(rounded as f64, |number, _| number * factor)
}

/// The fewest digits of which a finite number is the nearest, in the grammar of JSON; a whole number has no fraction.
pub fn show_number(number: f64) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let number = number.abs();
    for places in 0..=EXACT_POWER {
        let power = power_of_ten(places);
        let shifted = (number * power).round();
        if shifted >= EXACT as f64 {
            break;
        }
        if shifted / power == number {
            let digits = format!("{:0width$}", shifted as u64, width = places as usize + 1);
            let (whole, fraction) = digits.split_at(digits.len() - places as usize);
            return format!("{sign}{whole}{}{fraction}", if fraction.is_empty() { "" } else { "." });
        }
    }
    let (digits, exponent) = shortest(number);
    let digits = digits.to_string();
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{first}{point}{rest}e{}", exponent + rest.len() as i32)
}

/// The fewest digits, as a whole number, and the power of ten that they are to be multiplied with.
fn shortest(number: f64) -> (u64, i32) {
    let mut digits = Vec::new();
    let mut exponent = expand(number, &mut digits);
    let mut whole = 0;
    for (i, digit) in digits.iter().enumerate() {
        // Rounded to the digits before this one.
        let rounded = whole + u64::from(*digit >= 5);
        let shown: Vec<u32> = rounded.to_string().bytes().map(|digit| u32::from(digit - b'0')).collect();
        if i > 0 && nearest(&shown, exponent) == Some(number) {
            return (rounded, exponent);
        }
        whole = whole * 10 + u64::from(*digit);
        exponent -= i32::from(i > 0);
    }
    (whole, exponent)
}

/// The first 18 digits of a number above 0, of which 17 are always enough; and the power of ten of the first.
fn expand(number: f64, digits: &mut Vec<u32>) -> i32 {
    let biased = (number.to_bits() >> 52) as i32;
    let fraction = number.to_bits() & (EXACT / 2 - 1);
    let mantissa = if biased == 0 { fraction } else { fraction + EXACT / 2 };
    let binary = biased.max(1) - 1_075;
    let (mut dividend, mut divisor) = (Big::of(mantissa), Big::of(1));
    let scaled = if binary < 0 { &mut divisor } else { &mut dividend };
    (0..binary.unsigned_abs()).for_each(|_| scaled.scale(2, 0));
    let mut exponent = 0;
    while dividend.is_at_least(&divisor) {
        divisor.scale(10, 0);
        exponent += 1;
    }
    while !dividend.is_at_least(&divisor) {
        dividend.scale(10, 0);
        exponent -= 1;
    }
    for _ in 0..18 {
        digits.push((0..10).take_while(|_| dividend.take(&divisor)).count() as u32);
        dividend.scale(10, 0);
    }
    exponent
}

fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// A natural number of any size: its digits to the base 2³², the lowest first, the highest never 0.
#[derive(Default)]
struct Big(Vec<u32>);

impl Big {
    fn of(number: u64) -> Self {
        let mut big = Self(vec![number as u32, (number >> 32) as u32]);
        big.trim();
        big
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    fn bits(&self) -> i32 {
        self.0.last().map_or(0, |last| self.0.len() as i32 * 32 - last.leading_zeros() as i32)
    }

    /// Multiplies by a number and adds another.
    fn scale(&mut self, by: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(by);
            *digit = carry as u32;
            carry >>= 32;
        }
        self.0.push(carry as u32);
        self.trim();
    }

    fn is_at_least(&self, other: &Self) -> bool {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_ge()
    }

    /// Subtracts another number if it is not larger than this; whether it was.
    fn take(&mut self, other: &Self) -> bool {
        let fits = self.is_at_least(other);
        if fits {
            let mut borrow = 0;
            for (i, digit) in self.0.iter_mut().enumerate() {
                let less = i64::from(*digit) - i64::from(other.0.get(i).copied().unwrap_or(0)) - borrow;
                borrow = i64::from(less < 0);
                *digit = less as u32;
            }
            self.trim();
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(text: &str) {
        let expected = text.parse::<f64>().ok().filter(|number| number.is_finite());
        assert_eq!(parse(text).map(f64::to_bits), expected.map(f64::to_bits), "{text}");
    }

    #[test]
    fn hard_numbers_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "-0",
            "0.1",
            "1e22",
            "1e23",
            "123456789012345678",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.000000000000000000001",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "1e999",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1e-999",
            "1e99999999999",
            "1e-99999999999",
            "0e99999999999",
            "0.000e5",
            "8.988465674311580e307",
            "6.631236871469758276785396630275971530e-316",
            "1E+3",
            "1e-2",
        ] {
            same(text);
        }
    }

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        for (number, shown) in [
            (0.0, "0"),
            (3.0, "3"),
            (-7.5, "-7.5"),
            (0.1, "0.1"),
            (1e15, "1000000000000000"),
            (1e300, "1e300"),
            (5e-324, "5e-324"),
            (1.5e-7, "0.00000015"),
            (f64::MAX, "1.7976931348623157e308"),
            (9_007_199_254_740_992.0, "9.007199254740992e15"),
        ] {
            assert_eq!(show_number(number), shown);
        }
    }

    proptest! {
        #[test]
        fn any_number_comes_back(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            let shown = show_number(number);
            prop_assert_eq!(shown.parse::<f64>().ok(), Some(number), "{}", shown);
            prop_assert_eq!(parse(&shown), Some(number), "{}", shown);
            // No way of writing it has fewer digits.
            let digits = |text: &str| {
                let mantissa = text.split('e').next().unwrap_or_default();
                mantissa.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').len()
            };
            prop_assert_eq!(digits(&shown), digits(&format!("{number:e}")), "{}", shown);
        }

        #[test]
        fn any_text_is_read_as_the_standard_library_reads_it(text in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?(e[+-]?[0-9]{1,3})?") {
            same(&text);
        }
    }
}
