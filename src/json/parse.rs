//! From a text to a JSON value, as RFC 8259 has it: nothing more is taken, and nothing less.

use super::{ImportError, Json, first_twice};

/// How deep arrays and objects may be nested: reading one calls itself.
const MAX_DEPTH: usize = 128;

const CUT_OFF: &str = "the text ends too early";

/// Reads a text that is one JSON value.
///
/// # Errors
/// With the line and column of what is no JSON, and what was expected there.
pub fn parse(text: &str) -> Result<Json, ImportError> {
    let mut parser = Parser { text, at: 0 };
    parser.document().map_err(|reason| {
        let before = text.get(..parser.at).unwrap_or(text);
        let (line, start) = (before.matches('\n').count() + 1, before.rfind('\n').map_or(0, |end| end + 1));
        let column = before[start..].chars().count() + 1;
        ImportError::new(format!("line {line}, column {column}"), format!("not valid JSON: {reason}"))
    })
}

struct Parser<'a> {
    text: &'a str,
    /// The byte that is read next; after an error, the one that is wrong.
    at: usize,
}

type Parsed<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn document(&mut self) -> Parsed<Json> {
        let value = self.value(MAX_DEPTH)?;
        self.blanks();
        if self.at < self.text.len() { Err("expected nothing more") } else { Ok(value) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.at - from
    }

    fn blanks(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Takes one byte if it is the one wanted.
    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn refuse<T>(&self, reason: &'static str) -> Parsed<T> {
        Err(if self.at < self.text.len() { reason } else { CUT_OFF })
    }

    fn value(&mut self, levels: usize) -> Parsed<Json> {
        self.blanks();
        match self.peek() {
            Some(b'{') => self.object(levels),
            Some(b'[') => self.list(levels),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.refuse("expected a value"),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Parsed<Json> {
        if self.text[self.at..].starts_with(word) {
            self.at += word.len();
            return Ok(value);
        }
        Err("expected a value")
    }

    fn number(&mut self) -> Parsed<Json> {
        let from = self.at;
        self.take(b'-');
        // A number other than 0 does not begin with 0.
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(Json::Number(self.text[from..self.at].to_owned()))
    }

    fn digits(&mut self) -> Parsed<()> {
        if self.skip_while(|byte| byte.is_ascii_digit()) == 0 { self.refuse("expected a digit") } else { Ok(()) }
    }

    fn list(&mut self, levels: usize) -> Parsed<Json> {
        let mut items = Vec::new();
        self.each(levels, b']', "expected `,` or `]`", &mut |parser| {
            items.push(parser.value(levels - 1)?);
            Ok(())
        })?;
        Ok(Json::List(items))
    }

    fn object(&mut self, levels: usize) -> Parsed<Json> {
        let mut fields: Vec<(String, Json)> = Vec::new();
        self.each(levels, b'}', "expected `,` or `}`", &mut |parser| {
            if parser.peek() != Some(b'"') {
                return parser.refuse("expected the name of a field in double quotes");
            }
            let name = parser.string()?;
            parser.blanks();
            if !parser.take(b':') {
                return parser.refuse("expected `:`");
            }
            fields.push((name, parser.value(levels - 1)?));
            Ok(())
        })?;
        // Which of the two would be meant, nobody can say.
        if first_twice(fields.iter().map(|(name, _)| name.as_str()).collect()).is_some() {
            return Err("the object that ends here has a field twice");
        }
        Ok(Json::Object(fields))
    }

    /// Reads what stands between brackets, separated by commas.
    fn each(
        &mut self,
        levels: usize,
        end: u8,
        expected: &'static str,
        read: &mut dyn FnMut(&mut Self) -> Parsed<()>,
    ) -> Parsed<()> {
        if levels == 0 {
            return Err("nested too deep");
        }
        self.at += 1;
        self.blanks();
        if self.take(end) {
            return Ok(());
        }
        loop {
            self.blanks();
            read(self)?;
            self.blanks();
            if self.take(end) {
                return Ok(());
            }
            if !self.take(b',') {
                return self.refuse(expected);
            }
        }
    }

    fn string(&mut self) -> Parsed<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let from = self.at;
            self.skip_while(|byte| byte != b'"' && byte != b'\\' && byte >= b' ');
            out.push_str(&self.text[from..self.at]);
            if self.take(b'"') {
                return Ok(out);
            }
            if !self.take(b'\\') {
                return self.refuse("expected a control character to be written as an escape");
            }
            out.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let Some(letter) = self.peek() else { return Err(CUT_OFF) };
        let meant = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err("there is no such escape"),
        };
        self.at += 1;
        Ok(meant)
    }

    /// One character in UTF-16: an escape, or two for one beyond the first plane.
    fn code_point(&mut self) -> Parsed<char> {
        let from = self.at;
        let mut code = self.unit()?;
        if (0xd800..0xdc00).contains(&code) && self.take(b'\\') && self.peek() == Some(b'u') {
            let low = self.unit()?;
            code = if (0xdc00..0xe000).contains(&low) {
                0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00)
            } else {
                code
            };
        }
        char::from_u32(code).ok_or_else(|| {
            self.at = from;
            "half a character: a surrogate without its other half"
        })
    }

    /// The four hexadecimal digits after a `u`.
    fn unit(&mut self) -> Parsed<u32> {
        self.at += 1;
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return self.refuse("expected four hexadecimal digits") };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}
